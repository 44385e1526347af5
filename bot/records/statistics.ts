import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { StatisticsAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { readAlternatives } from '../../shared/rules/permissions.ts';
import { withheldCells } from '../../shared/rules/small-cells.ts';
import type { Cell } from '../../shared/rules/small-cells.ts';
import { invalid, ok } from './outcomes.ts';
import type { Caller, Outcome } from './records-service.ts';
import { allOf, anyOf, scopeCondition } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';
import type { ServiceContext } from './service-context.ts';

/** Fields whose values say something about the persons behind the records. */
const personRelated: ReadonlySet<string> = new Set(['category', 'topic', 'feedbackKind', 'severity']);
const dayShape = z.iso.date();

interface StatisticsQuery {
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Counts per value of `by` (status, unit, month or one of the kind's indexed choice and number fields). For readers who
 * see counts and no records, small cells are withheld, one more with them where a single one could be worked out from
 * the rest, and days are widened to months, so that two questions a day apart tell nothing.
 */
export async function readStatistics(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  query: StatisticsQuery,
): Promise<Outcome<StatisticsAnswer>> {
  const { tree } = await context.organisation(caller.boardId);
  const alternatives = readAlternatives(caller.actor, kind, tree).filter(
    ({ view }) => view === 'statistics' || view === 'full',
  );
  if (!alternatives.some(({ view, where }) => view === 'statistics' || where.kind !== 'reportedByMe')) {
    return { kind: 'notAllowed' };
  }
  const days = [query.from, query.to].filter((day) => day !== undefined);
  if (!days.every((day) => dayShape.safeParse(day).success)) {
    return invalid(fieldProblem(caller.language, 'from', 'notADate'));
  }
  const value = valueOf(kind, query.by);
  if (value === undefined) return invalid(fieldProblem(caller.language, 'by', 'notAChoice'));
  const onlyCounts = alternatives.some(({ view }) => view === 'statistics');
  const unit = sql.raw(onlyCounts ? 'month' : 'day');
  const startOf = (day: string) => sql`date_trunc('${unit}', ${day}::date::timestamp)`;
  const counted = allOf([
    anyOf(alternatives.map(({ where }) => scopeCondition(where, caller.actor, kind))),
    ...(query.from === undefined
      ? []
      : [sql<boolean>`created_at >= ${startOf(query.from)} at time zone 'Europe/Stockholm'`]),
    ...(query.to === undefined
      ? []
      : [sql<boolean>`created_at < (${startOf(query.to)} + interval '1 ${unit}') at time zone 'Europe/Stockholm'`]),
  ]);
  const ofKind = sql<boolean>`board_id = ${caller.boardId} and kind = ${kind} and not deleted`;
  const counts = value === 'month' ? countsByMonth(ofKind, counted) : countsBy(value, allOf([ofKind, counted]));
  const { rows } = await counts.execute(context.db);
  const hidden = onlyCounts && personRelated.has(query.by) ? withheldCells(rows) : new Set<string | null>();
  return ok({
    by: query.by,
    cells: rows.map(({ value: cell, count }) => ({ value: cell ?? '', ...(!hidden.has(cell) && { count }) })),
  });
}

function countsBy(value: RawBuilder<string | null>, matching: Condition): RawBuilder<Cell> {
  return sql`select ${value} as value, count(*) as count from records where ${matching} group by 1 order by 1`;
}

/** To name the month of each record takes longer than to count it: each is put between the months' beginnings instead. */
function countsByMonth(ofKind: Condition, counted: Condition): RawBuilder<Cell> {
  const local = (column: string) => sql`${sql.raw(column)} at time zone 'Europe/Stockholm'`;
  return sql`
    with months as (
      select array_agg(${local('month')} order by month) as starts from (
        select generate_series(date_trunc('month', ${local('min(created_at)')}), ${local('max(created_at)')}, '1 month')
          as month from records where ${ofKind}
      ) as span
    ), cells as (
      select width_bucket(created_at, starts) as place, count(*) as count from records, months
      where ${ofKind} and ${counted} group by 1
    )
    select to_char(${local('starts[place]')}, 'YYYY-MM') as value, count from cells, months order by 1`;
}

/** What is counted by: a column, the month, or nothing that may be counted by. */
function valueOf(kind: KindName, by: string): RawBuilder<string | null> | 'month' | undefined {
  switch (by) {
    case 'status':
      return sql`status`;
    case 'unit':
      return sql`unit_id`;
    case 'month':
      return 'month';
    default: {
      const fields = definitionOf(kind).fields;
      const field = Object.hasOwn(fields, by) ? fields[by] : undefined;
      const isCounted = field?.indexed === true && (field.type === 'choice' || field.type === 'number');
      return isCounted ? sql`fields ->> ${sql.lit(by)}` : undefined;
    }
  }
}
