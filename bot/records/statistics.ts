import { sql } from 'kysely';
import { z } from 'zod';
import type { StatisticsAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { readAlternatives } from '../../shared/rules/permissions.ts';
import { withheldCells } from '../../shared/rules/small-cells.ts';
import { invalid, ok } from './outcomes.ts';
import type { Caller, Outcome } from './records-service.ts';
import { allOf, anyOf, scopeCondition } from './scope-sql.ts';
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
  const rows = await context.db
    .selectFrom('records')
    .select([value.as('value'), sql<number>`count(*)`.as('count')])
    .where(
      allOf([
        sql<boolean>`board_id = ${caller.boardId} and kind = ${kind} and not deleted`,
        anyOf(alternatives.map(({ where }) => scopeCondition(where, caller.actor, kind))),
        ...(query.from === undefined
          ? []
          : [sql<boolean>`created_at >= ${startOf(query.from)} at time zone 'Europe/Stockholm'`]),
        ...(query.to === undefined
          ? []
          : [sql<boolean>`created_at < (${startOf(query.to)} + interval '1 ${unit}') at time zone 'Europe/Stockholm'`]),
      ]),
    )
    .groupBy(value)
    .orderBy(value)
    .execute();
  const hidden = onlyCounts && personRelated.has(query.by) ? withheldCells(rows) : new Set<string | null>();
  return ok({
    by: query.by,
    cells: rows.map(({ value: cell, count }) => ({ value: cell ?? '', ...(!hidden.has(cell) && { count }) })),
  });
}

function valueOf(kind: KindName, by: string) {
  switch (by) {
    case 'status':
      return sql<string | null>`status`;
    case 'unit':
      return sql<string | null>`unit_id::text`;
    case 'month':
      return sql<string | null>`to_char(created_at at time zone 'Europe/Stockholm', 'YYYY-MM')`;
    default: {
      const fields = definitionOf(kind).fields;
      const field = Object.hasOwn(fields, by) ? fields[by] : undefined;
      const isCounted = field?.indexed === true && (field.type === 'choice' || field.type === 'number');
      return isCounted ? sql<string | null>`fields ->> ${sql.lit(by)}` : undefined;
    }
  }
}
