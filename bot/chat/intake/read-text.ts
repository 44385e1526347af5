import { readReport } from '../../../shared/intake/read-report.ts';
import type { Reading } from '../../../shared/intake/read-report.ts';
import type { UnitAnswer } from '../../../shared/api/contract.ts';
import { categoriesOf } from '../cards/intake-choices.ts';
import type { IntakeKind } from '../drafts.ts';

/** What a sentence says, read against the open units of the board. */
export function readText(text: string, units: readonly UnitAnswer[], now: Date): Reading {
  return readReport(text, { now, units: units.filter(({ active }) => active) });
}

/** The word that makes a sentence one of a kind: what a person would write before it. */
const openingWords: Readonly<Record<IntakeKind, string>> = {
  deviation: 'avvikelse',
  complaint: 'klagomål',
  viewpoint: 'synpunkt',
  praise: 'beröm',
  suggestion: 'förslag',
};

/** Category or topic of a text when the person has said which kind it is; absent where none of that kind's fits. */
export function categoryAs(
  kind: IntakeKind,
  text: string,
  units: readonly UnitAnswer[],
  now: Date,
): string | undefined {
  const { category } = readText(`${openingWords[kind]}: ${text}`, units, now);
  return category !== undefined && Object.hasOwn(categoriesOf(kind), category) ? category : undefined;
}
