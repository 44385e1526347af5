import type { Reading } from '../../shared/intake/read-report.ts';
import { commands, help } from './commands/index.ts';
import { matchName, matchWords } from './commands/match-command.ts';
import type { CommandMatch } from './commands/match-command.ts';
import { draftsOf } from './drafts.ts';
import type { Position } from './drafts.ts';
import { sendText } from './effects.ts';
import type { Effects } from './effects.ts';
import { readText } from './intake/read-text.ts';
import { offerIntake, reportKind, startIntake } from './intake/start-intake.ts';
import { answerQuestion, answerSmalltalk } from './questions.ts';
import { sayIn } from './say.ts';
import { inLanguage } from './turn.ts';
import type { ChatServices, Turn } from './turn.ts';

/** As the record's text field allows; a longer message stays in the chat and the person is told. */
const longestText = 10_000;

/**
 * Every message gets a useful answer and none dead-ends: a command by its name, danger, a report, a command in free words,
 * a question, small talk, and last the offer to report it.
 */
export async function handleMessage(
  turn: Turn,
  services: ChatServices,
  message: { readonly text: string; readonly hasFiles: boolean },
): Promise<Effects> {
  const { say } = turn;
  const { text, hasFiles } = message;
  if (text === '' && hasFiles) return [sendText(say('empty.files', { link: services.links.page('report') }))];
  if (text === '') return [sendText(say('empty.text'))];
  if (text.length > longestText) return [sendText(say('empty.tooLong'))];

  const reading = readText(text, turn.units, services.now());
  const named = matchName(commands, text, reading, turn);
  if (named !== undefined) return run(turn, services, named);
  if (reading.kind === 'emergency') return offerIntake(turn, services, reading, 'emergency');
  const kind = reportKind(reading);
  const awaited = await awaitedKind(turn, services, reading);
  if (awaited !== undefined) {
    const inAskedLanguage = inLanguage(turn, awaited.language, sayIn);
    return startIntake(inAskedLanguage, services, reading, { kind: awaited.kind, hasFiles });
  }
  if (kind !== undefined) return startIntake(turn, services, reading, { kind, hasFiles });

  const asked = matchWords(commands, text, reading);
  if (asked !== undefined) return run(turn, services, asked);
  return answerTalk(turn, services, text, reading);
}

async function answerTalk(turn: Turn, services: ChatServices, text: string, reading: Reading): Promise<Effects> {
  switch (reading.kind) {
    case 'question':
      return answerQuestion(turn, services, text, reading);
    case 'smalltalk':
      return answerSmalltalk(turn, text);
    case 'command': {
      const answer = await answerQuestion(turn, services, text, reading);
      if (!answer.some((effect) => isUnknownAnswer(turn, effect))) return answer;
      const shown = await help.run(turn, services, { argument: '', separated: false, reading });
      return [sendText(turn.say('command.unknown')), ...shown];
    }
    default:
      return offerIntake(turn, services, reading, 'offer');
  }
}

function isUnknownAnswer({ say }: Turn, effect: Effects[number]): boolean {
  return effect.kind === 'send' && effect.message.kind === 'text' && effect.message.text === say('question.unknown');
}

/** An English name is answered in English, this once. */
function run(turn: Turn, services: ChatServices, { command, said, language }: CommandMatch): Promise<Effects> {
  return command.run(language === 'en' ? inLanguage(turn, language, sayIn) : turn, services, said);
}

/** What the person was asked to describe. A question or a greeting in between is answered, and the bot still waits. */
async function awaitedKind(turn: Turn, services: ChatServices, reading: Reading): Promise<Position['awaiting']> {
  if (['question', 'smalltalk', 'command'].includes(reading.kind)) return undefined;
  const position = await draftsOf(services, turn.caller.actor.personId).position();
  return position.awaiting;
}
