import type { ColumnDefinition } from './graph-port.ts';

/** The list that remembers how far numbers have been reserved (`design.md` 3), one item a series and year. */
export const numberListName = 'Nummerserier';

/** The row of `lists` that holds its address; not a record kind. */
export const numberListKind = 'numberSeries';

export const numberColumns = { key: 'ClientKey', highWater: 'HighWater' } as const;

/** `ClientKey` is the series and its year, `AVV-2026`: unique, so that two processes cannot both begin one. */
export const numberListColumns: readonly ColumnDefinition[] = [
  { name: numberColumns.key, displayName: 'Serie', indexed: true, enforceUniqueValues: true, facet: { text: {} } },
  { name: numberColumns.highWater, displayName: 'Reserverat till', facet: { number: { decimalPlaces: 'none' } } },
];
