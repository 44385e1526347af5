/** The signs in a message from which its kind is told. Each is a yes or a no about the words; none decides alone. */
import { categoryWeight } from './find-category.ts';
import type { KindWord } from './vocabulary/kinds.ts';
import type { VocabularyHits } from './vocabulary-hits.ts';
import type { Word } from './words.ts';

export interface KindEvidence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly hits: VocabularyHits;
  /** Whether the first word belongs to a unit's name, as in "Öppna förskolan var stängd". */
  readonly startsWithUnit: boolean;
  /** A unit is named anywhere. */
  readonly mentionsUnit: boolean;
  readonly mentionsPerson: boolean;
}

/** What the rules of `find-kind.ts` ask for. */
export interface Signals {
  readonly has: (word: KindWord) => boolean;
  readonly opens: (word: KindWord) => boolean;
  readonly emergencyNow: boolean;
  readonly over: boolean;
  readonly command: boolean;
  readonly asking: boolean;
  readonly endsAsQuestion: boolean;
  readonly nothingToReport: boolean;
  readonly talksAbout: boolean;
  /** "Vi pratade om fallen på APT": talk is what the sentence is about. */
  readonly talksAboutFirst: boolean;
  readonly recordNoun: boolean;
  readonly smalltalk: boolean;
  readonly misconduct: boolean;
  readonly giver: boolean;
  readonly says: boolean;
  readonly complains: boolean;
  readonly displeased: boolean;
  readonly praise: boolean;
  readonly wishesAtStart: boolean;
  readonly event: boolean;
  readonly strongEvent: boolean;
  readonly topical: boolean;
  /** A question or a command about what would be an emergency: "rutin vid brand i köket". */
  readonly hypothetical: boolean;
  /** No word for something untoward, but a category and a past tense: "celiakibarn fick vanligt bröd". */
  readonly toldAsPast: boolean;
  /** A certain category, and a time that is past: "två alvedon för mycket till kund igår kväll". */
  readonly namesMatterAndTime: boolean;
  /** Begins by asking somebody to ring, look or come. */
  readonly addresses: boolean;
  /** A whole sentence about staff or those they serve, in a past or present perfect tense, and nothing glad. */
  readonly tellsOfPeople: boolean;
  /** A whole sentence that names a unit and something wrong or lacking there. */
  readonly tellsOfUnit: boolean;
}

/** The word belongs to the giver: "kund sa att", but not "kunden blev utan, jag sa till". */
function isNearGiver(hits: VocabularyHits, word: KindWord, reach: number, mentionsPerson: boolean): boolean {
  const givers = hits.of('kind:giver');
  if (givers.length === 0 && mentionsPerson) return hits.has(`kind:${word}`);
  return hits
    .of(`kind:${word}`)
    .some(
      (hit) =>
        !(word === 'saying' && isSaidByStaff(hits, hit.first)) &&
        givers.some((giver) => hit.first !== giver.first && Math.abs(hit.first - giver.first) <= reach),
    );
}

/** "En vikarie sa till den boende": the words before tell who speaks. */
function isSaidByStaff(hits: VocabularyHits, first: number): boolean {
  const nearest = (word: KindWord): number =>
    Math.max(-1, ...hits.of(`kind:${word}`).flatMap((hit) => (hit.last < first ? [hit.last] : [])));
  const staff = nearest('staffMember');
  return staff >= 0 && first - staff <= 3 && staff > nearest('giver');
}

/** Words that may stand before an opener: "Vill lämna en synpunkt", "Hej! Jag ska anmäla ett tillbud". */
const openerReach = 7;

export function readSignals(evidence: KindEvidence): Signals {
  const { text, words, hits, startsWithUnit, mentionsPerson, mentionsUnit } = evidence;
  const has = (word: KindWord): boolean => hits.has(`kind:${word}`);
  const startsAt = (word: KindWord, first: number): boolean =>
    hits.of(`kind:${word}`).some((hit) => hit.first === first);
  const start = firstMeaningfulWord(words, hits);
  const endsAsQuestion = /[?？]\s*(?:\p{Extended_Pictographic}|[)\s])*$/u.test(text);
  const startsAsQuestion = startsAt('asking', start) && !isExclamation(text, words, hits);
  const giver = has('giver') || mentionsPerson;
  const asking =
    (startsAsQuestion || (endsAsQuestion && !hasClauseBeforeQuestion(text, hits))) && !isGiversQuestion(hits, start);
  const events = hits.of('kind:event');
  const event = events.length > 0;
  const weight = categoryWeight(hits);
  const strongEvent = event && (weight >= 3 || events.length >= 2);
  const recordNoun = has('recordNoun');
  const talksAbout = has('talkAbout');
  const says = isNearGiver(hits, 'saying', 6, mentionsPerson);
  const complains = isNearGiver(hits, 'complaining', 13, mentionsPerson);

  return {
    has,
    opens: (word) => hits.of(`kind:${word}`).some((hit) => isOpener(hit.first, hit.last, words, hits)),
    emergencyNow: has('emergencyNow'),
    over: (has('wasThen') || has('pastTense')) && !has('happeningNow'),
    command: isCommand(words, hits, start, startsWithUnit),
    asking,
    endsAsQuestion,
    nothingToReport: has('nothingToReport'),
    talksAbout,
    talksAboutFirst: isTalkFirst(words, hits),
    recordNoun,
    smalltalk: isSmalltalk(words, hits),
    misconduct: hits.has('misconduct'),
    giver,
    says,
    complains,
    displeased: has('displeasing') || event,
    praise: isPraise(text, words, hits, giver),
    wishesAtStart: hits.of('kind:wishing').some((hit) => hit.first <= start + 1 && hit.last > hit.first),
    event,
    strongEvent,
    topical: hits.tags.some((tag) => tag.startsWith('feedback:')),
    hypothetical: isHypothetical(words, hits, start, startsAsQuestion),
    toldAsPast: isToldAsPast(hits, weight),
    namesMatterAndTime: weight >= 6 && has('personAtWork') && has('wasThen'),
    addresses: hits.of('kind:addressing').some((hit) => hit.first === 0),
    tellsOfPeople: tellsOfPeople(words, hits),
    tellsOfUnit: mentionsUnit && isTale(words, hits) && (weight >= 3 || event || has('displeasing')),
  };
}

/** Told as something that happened, about people in the work or in words of a category, though nothing is called wrong. */
function isToldAsPast(hits: VocabularyHits, weight: number): boolean {
  const past = hits.has('kind:pastTense');
  const negation = hits.has('kind:negation');
  const event = hits.has('kind:event');
  const person = hits.has('kind:personAtWork');
  if (hits.of('kind:addressing').some((hit) => hit.first === 0)) return false;
  if (hits.has('kind:praising') && !negation && !event) return false;
  return (
    (past && weight >= 6) ||
    (negation && weight >= 3) ||
    (past && person && (negation || weight >= 3)) ||
    (event && person)
  );
}

const shortestTale = 5;

function isTale(words: readonly Word[], hits: VocabularyHits): boolean {
  if (words.length < shortestTale || hits.has('kind:praising')) return false;
  return !hits.of('kind:addressing').some((hit) => hit.first === 0);
}

function tellsOfPeople(words: readonly Word[], hits: VocabularyHits): boolean {
  if (!isTale(words, hits)) return false;
  const perfect = words.some((word) => /^(?:har|hade)$/u.test(word.folded));
  return hits.has('kind:personServed') && (perfect || hits.has('kind:pastTense'));
}

function isTalkFirst(words: readonly Word[], hits: VocabularyHits): boolean {
  const speaker = /^(?:vi|jag|ni|man|alla)$/u.test(words[0]?.folded ?? '');
  return speaker && hits.of('kind:talkAbout').some((hit) => hit.first <= 4);
}

function isHypothetical(
  words: readonly Word[],
  hits: VocabularyHits,
  start: number,
  startsAsQuestion: boolean,
): boolean {
  const isCommandLike = hits
    .of('kind:commanding')
    .some((hit) => hit.first === start && !/^hj[aä]lp/u.test(words[start]?.typed ?? ''));
  const supposes = words.some((word) =>
    /^(?:om|vid|nar|ifall|rutin|rutinen|rutiner|plan|utbildning|ovning)$/u.test(word.folded),
  );
  return (isCommandLike || startsAsQuestion || hits.has('kind:talkAbout')) && supposes;
}

/** Greetings before the matter do not count: "Hej! Hur gör jag …". */
function firstMeaningfulWord(words: readonly Word[], hits: VocabularyHits): number {
  const greetings = new Set(hits.of('kind:smalltalk').map((hit) => hit.first));
  const skippable = /^(?:hej|hejsan|halla|tjena|du|snalla|ok|okej|och|men|ursakta|hello|hi|please|nu|jo)$/u;
  let index = 0;
  while (index < 3 && index < words.length - 1) {
    const word = words[index]?.folded ?? '';
    if (!greetings.has(index) && !skippable.test(word)) break;
    if (!skippable.test(word)) break;
    if (hits.of('kind:asking').some((hit) => hit.first === index && hit.last > index)) break;
    index += 1;
  }
  return index;
}

/** An indefinite record word at the start, after reporting words, or before a colon. */
function isOpener(first: number, last: number, words: readonly Word[], hits: VocabularyHits): boolean {
  const word = words[last];
  if (word === undefined) return false;
  const definitePlural = /(?:na|nas|arna|erna)$/u.test(word.folded);
  if (definitePlural || (/avvikelser$/u.test(word.folded) && words[last + 1]?.gap.includes(':') !== true)) return false;
  if (words[last + 1]?.gap.includes(':') === true && first < openerReach) return true;
  if (first === 0) return true;
  if (first >= openerReach) return false;
  const reporting = hits.of('kind:reporting').some((hit) => hit.last < first);
  const article = /^(?:en|ett|et|ny|nytt|lex)$/u.test(words[first - 1]?.folded ?? '');
  const startsClause = words[first]?.startsSentence === true;
  return reporting || article || startsClause || isLeadingPlace(first, words);
}

/** "Vinkeln avvikelse …", "Litet tips": one short word before. */
function isLeadingPlace(first: number, words: readonly Word[]): boolean {
  return first === 1 && !/^(?:visa|inga|ingen|min|mina|vara|alla|antal|varje)$/u.test(words[0]?.folded ?? '');
}

function isCommand(words: readonly Word[], hits: VocabularyHits, start: number, startsWithUnit: boolean): boolean {
  if (startsWithUnit) return false;
  const hit = hits.of('kind:commanding').find(({ first }) => first === start || first === 0);
  if (hit === undefined) return false;
  const word = words[hit.first]?.folded ?? '';
  const next = words[hit.last + 1]?.folded ?? '';
  // "Lista med namn kvarglömd" is a thing; "kan du visa hur jag gör" is a question.
  if (/^(?:hur|vad|var|vart|nar|varfor)$/u.test(next) || (word === 'lista' && next === 'med')) return false;
  const aloneOnly =
    /^(?:hjalp|help|status|start|stopp|stop|tillbaka|nasta|sprak|svenska|english|meny|menu|spara|markera|bekrafta|list)$/u;
  if (hit.first === hit.last && aloneOnly.test(word)) return words.length - hit.first <= (word === 'status' ? 6 : 2);
  return true;
}

function isGiversQuestion(hits: VocabularyHits, start: number): boolean {
  const giver = hits.of('kind:giver').find((hit) => hit.first <= start + 2);
  return giver !== undefined && hits.of('kind:wondering').some((hit) => hit.first > giver.first);
}

/** "Vilken fantastisk julfest ni ordnade!" begins as questions do. */
function isExclamation(text: string, words: readonly Word[], hits: VocabularyHits): boolean {
  const first = words[0]?.folded ?? '';
  if (!/^(?:vilken|vilket|vilka|vad|sa)$/u.test(first) || text.includes('?')) return false;
  return hits.of('kind:praising').some((hit) => hit.first <= 3);
}

/** "Kund fick fel dos igår, ska jag ringa läkaren?": told first, asked after. */
function hasClauseBeforeQuestion(text: string, hits: VocabularyHits): boolean {
  const told = /[.!,;–-]\s/u.test(text);
  return told && hits.has('kind:event') && !hits.of('kind:asking').some((hit) => hit.first === 0);
}

function isPraise(text: string, words: readonly Word[], hits: VocabularyHits, giver: boolean): boolean {
  if (hits.has('kind:thanksTo') && (giver || words.length > 4)) return true;
  const praising = hits.of('kind:praising').filter((hit) => !isDenied(hit.first, words));
  if (praising.length === 0) return false;
  if (isExclamation(text, words, hits)) return true;
  return (giver || hits.has('kind:staffMember')) && (!hits.has('kind:event') || praising.some((hit) => hit.first <= 1));
}

function isDenied(first: number, words: readonly Word[]): boolean {
  return words
    .slice(Math.max(0, first - 2), first)
    .some((word) => /^(?:inte|ej|aldrig|ingen|inget)$/u.test(word.folded));
}

/** Only greetings, thanks and fillers, or nothing that the vocabularies know beside them. */
function isSmalltalk(words: readonly Word[], hits: VocabularyHits): boolean {
  const small = hits.of('kind:smalltalk');
  if (small.length === 0) return false;
  return small.some((hit) => hit.first === 0) || small.length * 3 >= words.length;
}
