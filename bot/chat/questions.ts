import type { Effects } from './effects.ts';
import { sendText } from './effects.ts';
import { intervalText } from './cards/interval-text.ts';
import { unitName } from './cards/receipt-card.ts';
import { foldWords } from './commands/match-command.ts';
import { answerSelfCheckQuestion } from './self-check-questions.ts';
import type { Reading } from '../../shared/intake/read-report.ts';
import type { ChatServices, Turn } from './turn.ts';
import type { TextKey } from './say.ts';

/** What people ask, as words in folded form, and the answer. The first that fits answers. */
const answers: readonly { readonly asks: RegExp; readonly answer: TextKey }[] = [
  { asks: /\b(paminn|paminna|paminnelse|remind)/u, answer: 'question.reminder' },
  { asks: /\blex (sarah|maria)\b/u, answer: 'question.lexDifference' },
  { asks: /\begenkontroll/u, answer: 'question.selfCheck' },
  { asks: /\b(hur|how)\b.*\b(gor|skriver|rapporterar|lamnar|anmaler|report|do i)\b/u, answer: 'question.howToReport' },
  { asks: /\b(vem|vilka|who)\b.*\b(ser|laser|far|see|read)/u, answer: 'question.whoSees' },
  { asks: /\b(anonym|hemlig|sekretess)/u, answer: 'question.whoSees' },
  { asks: /\b(vad hander|hur lang tid|nar far jag|what happens|how long)\b/u, answer: 'question.whatHappensNext' },
  {
    asks: /\b(vad ar|vad raknas|skillnad|what is)\b.*\b(avvikelse|synpunkt|deviation|viewpoint)/u,
    answer: 'question.whatIsDeviation',
  },
];

/** A question is answered, never stored. What is not known is said, with what the bot can do instead. */
export async function answerQuestion(
  turn: Turn,
  services: ChatServices,
  text: string,
  reading: Reading,
): Promise<Effects> {
  const words = foldWords(text);
  if (/\b(egenkontroll|self[ -]?check)/u.test(words) && /\b(nar|vilken dag|klar|klara|senast|when|due)\b/u.test(words))
    return answerSelfCheckQuestion(turn, services, words, reading);
  const found = answers.find(({ asks }) => asks.test(words));
  if (found !== undefined) return [sendText(turn.say(found.answer, { report: services.links.page('report') }))];
  if (/\b(hur manga|manga|antal|how many)\b.*\b(avvikelser|deviations)\b/u.test(words))
    return countDeviations(turn, services, reading);
  return [sendText(turn.say('question.unknown'))];
}

/** Counts what the asker may see, no more: the number follows the same permissions as the list. */
async function countDeviations(turn: Turn, services: ChatServices, reading: Reading): Promise<Effects> {
  const { say, language, caller } = turn;
  const { unit, occurredAt } = reading;
  const page = await services.records.list(caller, 'deviation', {
    limit: 1,
    ...(unit === undefined ? {} : { under: unit }),
    ...(occurredAt === undefined ? {} : { from: occurredAt.from.slice(0, 10), to: occurredAt.to.slice(0, 10) }),
  });
  const where = [
    unit === undefined ? '' : say('question.atUnit', { unit: unitName(turn, unit) }),
    occurredAt === undefined ? '' : say('question.inPeriod', { period: intervalText(occurredAt, language, say) }),
  ].join('');
  const count = page.kind === 'ok' ? page.value.total : 0;
  return [sendText(say('question.count', { count, where, cases: services.links.page('cases') }))];
}

/** Small talk gets a friendly word and the way on; it never becomes a record. */
export function answerSmalltalk({ say }: Turn, text: string): Effects {
  const words = foldWords(text);
  if (/\b(tack|tackar|thanks|thank you|ha en)\b/u.test(words)) return [sendText(say('talk.thanks'))];
  if (/^(hej|hejsan|hallo|tjena|tja|god|goddag|hi|hello|hey)\b/u.test(words)) return [sendText(say('talk.greeting'))];
  return [sendText(say('talk.other'))];
}
