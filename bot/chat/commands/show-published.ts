import { askingWords, soughtWords } from '../../../shared/intake/rank-by-words.ts';
import { maskText } from '../../../shared/intake/masking.ts';
import type { PublishedHit, PublishedKind } from '../../processes/process-service.ts';
import { publishedCard, publishedListCard } from '../cards/published-cards.ts';
import { sendText } from '../effects.ts';
import type { Effects } from '../effects.ts';
import { reportKind } from '../intake/start-intake.ts';
import type { ChatServices, Turn } from '../turn.ts';
import type { ChatCommand, Said } from './command.ts';
import { foldWords } from './match-command.ts';

const about = '(for|om|vid|about|on)';

/** "visa process orosanmälan": the published process as a card with its link (R72, R85). */
export const showProcess: ChatCommand = {
  id: 'showProcess',
  names: {
    sv: ['visa process', 'visa processen', 'visa processer', 'process', 'processer'],
    en: ['show process', 'show the process', 'show processes', 'process', 'processes'],
  },
  help: { sv: 'Se en process: uppdrag, ägare och steg', en: 'See a process: mission, owner and steps' },
  takes: { sv: 'ord ur namnet', en: 'words of its name' },
  accepts: isAsked,
  asks: [
    /\b(visa|hitta|show|find)\b.*\b(process(en|er|erna|es)?)\b/u,
    new RegExp(`\\b(finns|vilken|vilka|which|is there)\\b.*\\bprocess(en|er|es)?\\b.*\\b${about}\\b`, 'u'),
  ],
  run: (turn, services, said) => show(turn, services, 'process', said),
};

/** "visa rutin läkemedel": the governing document that says how it is done. */
export const showDocument: ChatCommand = {
  id: 'showDocument',
  names: {
    sv: ['visa rutin', 'visa rutinen', 'visa rutiner', 'visa styrdokument', 'visa riktlinje', 'rutin', 'styrdokument'],
    en: ['show routine', 'show the routine', 'show routines', 'show document', 'show guideline', 'routine'],
  },
  help: { sv: 'Se en rutin eller ett annat styrdokument', en: 'See a routine or another governing document' },
  takes: { sv: 'ord ur namnet', en: 'words of its name' },
  accepts: isAsked,
  asks: [
    /\b(visa|hitta|show|find)\b.*\b(rutin(en|er|erna)?|routines?|riktlinje(n|r)?|guidelines?|styrdokument(et|en)?)\b/u,
    new RegExp(
      `\\b(finns|vilken|vilka|which|is there)\\b.*\\b(rutin(er)?|routines?|riktlinje(r)?)\\b.*\\b${about}\\b`,
      'u',
    ),
  ],
  run: (turn, services, said) => show(turn, services, 'governingDocument', said),
};

const beginsWithKind = /^\P{L}*(process|rutin|routine|styrdok)/iu;

/**
 * "visa rutin vid fall" asks, whatever else the words could mean. Without the verb they ask only as "rutin för …" does:
 * "rutinen följdes inte på Ekliden" is a report. Danger goes before everything.
 */
function isAsked({ argument, reading }: Said): boolean {
  if (reading.kind === 'emergency') return false;
  if (!beginsWithKind.test(reading.maskedText)) return true;
  return reportKind(reading) === undefined && new RegExp(`^${about}\\b`, 'iu').test(foldWords(argument));
}

const wholePage = { process: 'processes', governingDocument: 'documents' } as const;
const other = { process: 'governingDocument', governingDocument: 'process' } as const;

async function show(turn: Turn, services: ChatServices, kind: PublishedKind, said: Said): Promise<Effects> {
  const { say, caller } = turn;
  const link = services.links.page(wholePage[kind]);
  // What the answer repeats is masked, as everything that the bot says again.
  const words = maskText(said.argument).maskedText;
  if (soughtWords(words, askingWords).length === 0)
    return [sendText(say(kind === 'process' ? 'lookup.askProcess' : 'lookup.askDocument', { link }))];
  const { processes } = services.records;
  const found = await processes.find(caller, kind, words);
  const hits = found.kind === 'ok' ? found.value : [];
  if (holdsAll(hits)) return [answer(turn, services, { kind, words, hits })];
  // A person who says process and means its routine, or the other way round, is helped too.
  const elsewhere = await processes.find(caller, other[kind], words);
  const others = elsewhere.kind === 'ok' ? elsewhere.value : [];
  if (holdsAll(others)) {
    const before = say('lookup.foundOther', { kind: say(`lookup.kinds.${kind}`) });
    return [answer(turn, services, { kind: other[kind], words, hits: others, before })];
  }
  if (hits.length > 0) return [answer(turn, services, { kind, words, hits, before: say('lookup.near') })];
  return [sendText(say(kind === 'process' ? 'lookup.noProcess' : 'lookup.noDocument', { words, link }))];
}

function holdsAll(hits: readonly PublishedHit[]): boolean {
  return hits.some(({ grade }) => grade !== 'near');
}

/** One card where one thing is plainly meant, the rest as links below it; otherwise a short list to choose from. */
function answer(
  turn: Turn,
  services: ChatServices,
  found: {
    readonly kind: PublishedKind;
    readonly words: string;
    readonly hits: readonly PublishedHit[];
    readonly before?: string;
  },
): Effects[number] {
  const [first, second] = found.hits;
  const only = first !== undefined && first.grade !== 'near' && first.grade !== second?.grade;
  return {
    kind: 'send',
    message: only
      ? publishedCard(turn, services, first, { ...found, others: found.hits.slice(1) })
      : publishedListCard(turn, services, found),
  };
}
