import type { FieldsOfKind } from '../records/index.ts';
import type { SelfCheckArea } from '../records/self-check-choices.ts';

export type LegalBase = NonNullable<FieldsOfKind<'organisationalUnit'>['legalBase']>[number];

/** A check that a legal base asks for, from one day to another. */
export interface SelfCheckDemand {
  readonly legalBase: LegalBase;
  readonly area: SelfCheckArea;
  readonly validFrom: string;
  readonly validTo?: string;
}

/**
 * Which self-checks a legal base asks for (L1, L3: with the frequency and extent that are needed; L7 for preschool; L10:
 * systematic, recurrent log checks). The board's own reading, and therefore data with dates: a change is a new line.
 */
export const selfCheckDemands: readonly SelfCheckDemand[] = [
  { legalBase: 'HSL', area: 'hygiene', validFrom: '2012-01-01' },
  { legalBase: 'HSL', area: 'medication', validFrom: '2012-01-01' },
  { legalBase: 'HSL', area: 'logReview', validFrom: '2012-01-01' },
  { legalBase: 'SoL', area: 'recordReview', validFrom: '2012-01-01' },
  { legalBase: 'SoL', area: 'logReview', validFrom: '2012-01-01' },
  { legalBase: 'LSS', area: 'carePlan', validFrom: '2012-01-01' },
  { legalBase: 'LSS', area: 'logReview', validFrom: '2012-01-01' },
  { legalBase: 'skollag', area: 'childSafety', validFrom: '2011-07-01' },
];

/** The areas that the legal bases of a unit ask for on a day, each with the bases that ask for it. */
export function demandedAreas(
  legalBases: readonly LegalBase[],
  day: string,
  demands: readonly SelfCheckDemand[] = selfCheckDemands,
): ReadonlyMap<SelfCheckArea, readonly LegalBase[]> {
  const asked = demands.filter(
    ({ legalBase, validFrom, validTo }) =>
      legalBases.includes(legalBase) && validFrom <= day && (validTo === undefined || day <= validTo),
  );
  return new Map(
    [...Map.groupBy(asked, ({ area }) => area)].map(([area, of]) => [area, of.map(({ legalBase }) => legalBase)]),
  );
}
