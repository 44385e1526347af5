/** A year of self-checks, by what is checked and the month in which it is due. Pure. */
import type { SelfCheckCalendarItem } from '../../../shared/api/self-check-contract.ts';
import { isLate } from './check-lines.ts';

export const standings = ['done', 'late', 'open', 'planned'] as const;
export type Standing = (typeof standings)[number];
export type MonthCounts = Readonly<Partial<Record<Standing, number>>>;

export interface YearRow {
  readonly key: string;
  readonly name: string;
  /** January first. */
  readonly months: readonly MonthCounts[];
}

/** How one stands today; undefined for what was cancelled. */
export function standingOf(item: Pick<SelfCheckCalendarItem, 'status' | 'dueOn'>, today: string): Standing | undefined {
  if (item.status === 'cancelled') return undefined;
  if (item.status === 'scheduled') return 'planned';
  if (item.status !== 'open') return 'done';
  return isLate(item, today) ? 'late' : 'open';
}

/** A row for each self-check by name; one that a manager added beside the schedule has a row of its own name. */
export function yearRows(items: readonly SelfCheckCalendarItem[], today: string): readonly YearRow[] {
  const byKey = Map.groupBy(items, ({ definitionId, name }) => definitionId ?? name);
  return [...byKey]
    .map(([key, of]) => ({
      key,
      // The newest name, should it have changed.
      name: of.at(-1)?.name ?? '',
      months: Array.from({ length: 12 }, (_, month) =>
        countsOf(
          of.filter((item) => monthOf(item) === month),
          today,
        ),
      ),
    }))
    .filter(({ months }) => months.some((counts) => Object.keys(counts).length > 0))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'));
}

/** 0 is January. */
export function monthOf({ dueOn }: Pick<SelfCheckCalendarItem, 'dueOn'>): number {
  return Number(dueOn.slice(5, 7)) - 1;
}

function countsOf(items: readonly SelfCheckCalendarItem[], today: string): MonthCounts {
  const counts: Partial<Record<Standing, number>> = {};
  for (const item of items) {
    const standing = standingOf(item, today);
    if (standing !== undefined) counts[standing] = (counts[standing] ?? 0) + 1;
  }
  return counts;
}
