/**
 * What kind of message it is. The rules stand in order of precedence; the first that applies decides. What a rule asks
 * for are the groups of `vocabulary/kinds.ts`.
 */
import type { ReadingKind } from './reading.ts';
import { readSignals, type KindEvidence, type Signals } from './kind-signals.ts';

interface KindRule {
  readonly kind: ReadingKind;
  readonly applies: (is: Signals) => boolean;
}

export function findKind(evidence: KindEvidence): ReadingKind {
  const signals = readSignals(evidence);
  return kindRules.find((rule) => rule.applies(signals))?.kind ?? 'unknown';
}

const kindRules: readonly KindRule[] = [
  { kind: 'emergency', applies: (is) => is.emergencyNow && !is.over && !is.hypothetical && !is.complains },
  { kind: 'command', applies: (is) => is.command && !(is.strongEvent && !is.recordNoun) },
  { kind: 'smalltalk', applies: (is) => is.nothingToReport && !is.asking },
  { kind: 'suggestion', applies: (is) => is.opens('suggestionOpener') },
  { kind: 'praise', applies: (is) => is.opens('praiseOpener') },
  { kind: 'complaint', applies: (is) => is.opens('complaintOpener') && !is.asking },
  { kind: 'viewpoint', applies: (is) => is.opens('viewpointOpener') && !is.asking },
  { kind: 'deviation', applies: (is) => is.opens('deviationOpener') && !is.asking && !is.talksAbout },
  { kind: 'suggestion', applies: (is) => is.wishesAtStart },
  { kind: 'question', applies: (is) => is.asking },
  { kind: 'deviation', applies: (is) => is.misconduct && !is.talksAbout },
  {
    kind: 'praise',
    applies: (is) => (is.praise || (is.giver && is.has('praiseOpener') && !is.asking)) && !is.complains,
  },
  { kind: 'complaint', applies: (is) => is.giver && is.complains },
  { kind: 'viewpoint', applies: (is) => is.giver && is.has('wondering') },
  { kind: 'suggestion', applies: (is) => is.giver && is.has('wishing') && !is.strongEvent },
  { kind: 'complaint', applies: (is) => is.giver && is.says && is.displeased },
  { kind: 'viewpoint', applies: (is) => is.giver && is.says && !is.strongEvent && is.topical },
  { kind: 'suggestion', applies: (is) => is.has('wishing') && !is.event },
  { kind: 'smalltalk', applies: (is) => is.talksAboutFirst || (is.talksAbout && is.recordNoun) },
  { kind: 'deviation', applies: (is) => is.strongEvent && !is.addresses },
  { kind: 'question', applies: (is) => is.endsAsQuestion },
  { kind: 'deviation', applies: (is) => (is.toldAsPast || is.namesMatterAndTime) && !is.talksAbout },
  { kind: 'smalltalk', applies: (is) => is.smalltalk },
  { kind: 'deviation', applies: (is) => (is.tellsOfPeople || is.tellsOfUnit) && !is.talksAbout },
];
