import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { Organisation } from './organisation.ts';
import { isUuid } from './record-rows.ts';
import type { Condition } from './scope-sql.ts';

interface SortKey {
  expression(kind: KindName, organisation: Organisation): RawBuilder<unknown>;
  /** The order tells something that only readers of the whole record may know. */
  readonly onlyInFull?: boolean;
}

const keys: Readonly<Record<string, SortKey>> = {
  createdAt: { expression: () => sql`created_at` },
  modifiedAt: { expression: () => sql`modified_at`, onlyInFull: true },
  title: { expression: () => sql`lower(title)`, onlyInFull: true },
  status: {
    // In the order of the work, not of the letters.
    expression: (kind) => place(Object.keys(definitionOf(kind).states), 'text', sql`status`),
    onlyInFull: true,
  },
  unit: {
    expression: (_, { units }) =>
      place(
        units
          .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
          .map(({ id }) => id)
          .filter(isUuid),
        'uuid',
        sql`unit_id`,
      ),
  },
};

function place(values: readonly string[], type: 'text' | 'uuid', column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array_position(array[${sql.join([...values])}]::${sql.raw(type)}[], ${column})`;
}

/** What a list can be sorted by. */
export function isSortable(sort: string): boolean {
  const key = sort.replace(/^-/, '');
  return key === 'ref' || Object.hasOwn(keys, key);
}

/**
 * The order of a list, made unambiguous by age and id so that pages neither repeat nor skip a row. `seenInFull`: which
 * rows the reader sees wholly, where there are others too; those others are not sorted by what the reader cannot see.
 */
export function orderBy(
  kind: KindName,
  sort: string,
  organisation: Organisation,
  seenInFull: Condition | undefined,
): RawBuilder<unknown> {
  const isDescending = sort.startsWith('-');
  const direction = isDescending ? sql`desc` : sql`asc`;
  const name = sort.replace(/^-/, '');
  // AVV-2026-10000 comes after AVV-2026-9999.
  if (name === 'ref') return sql`length(ref) ${direction} nulls last, ref ${direction}, id`;
  const key = keys[name] ?? keys['createdAt'];
  if (key === undefined || name === 'createdAt') return sql`created_at ${direction}, id`;
  const expression = key.expression(kind, organisation);
  const shown = key.onlyInFull && seenInFull ? sql`case when ${seenInFull} then ${expression} end` : expression;
  return sql`${shown} ${direction} nulls last, created_at desc, id`;
}
