import { sql } from 'kysely';
import type { GoalChainAnswer, RecordAnswer } from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { recordAlternatives, showRows } from './list-records.ts';
import { readShownRow, shownColumns } from './record-rows.ts';
import type { Caller } from './records-service.ts';
import { allOf, anyOf, scopeCondition } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';
import type { ServiceContext } from './service-context.ts';

/** More commitments than any board has; the plan is shown whole. */
const mostRows = 5000;

/** The steering chain of a year, vision to expected results (R7, R36), as far as the caller may read it. */
export async function readGoalChain(context: ServiceContext, caller: Caller, year: number): Promise<GoalChainAnswer> {
  const read = async (kind: KindName, condition: Condition): Promise<readonly RecordAnswer[]> =>
    await readAll(context, caller, kind, condition);
  const [goals, commitments] = await Promise.all([
    // What the council decided for its term stands in every year of it.
    read(
      'goal',
      sql<boolean>`(fields ->> 'year' is null or fields ->> 'period' <> 'year' or (fields ->> 'year')::numeric = ${year})`,
    ),
    read('commitment', sql<boolean>`(fields ->> 'year')::numeric = ${year}`),
  ]);
  const owners = (records: readonly RecordAnswer[]) => sql.join(records.map(({ id }) => sql`${id}`));
  const belongs = [
    ...(commitments.length > 0 ? [sql<boolean>`fields ->> 'commitment' in (${owners(commitments)})`] : []),
    ...(goals.length > 0 ? [sql<boolean>`fields ->> 'goal' in (${owners(goals)})`] : []),
  ];
  const expectedResults = await read('expectedResult', anyOf(belongs));
  const indicatorIds = [...new Set(expectedResults.map(({ fields }) => fields['indicator']))].filter(isText);
  const indicators =
    indicatorIds.length === 0
      ? []
      : await read('indicator', sql<boolean>`id in (${sql.join(indicatorIds.map((id) => sql`${id}::uuid`))})`);
  return { year, goals, commitments, expectedResults, indicators };
}

async function readAll(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  condition: Condition,
): Promise<readonly RecordAnswer[]> {
  const organisation = await context.organisation(caller.boardId);
  const rows = await context.db
    .selectFrom('records')
    .select(shownColumns)
    .where(
      allOf([
        sql<boolean>`board_id = ${caller.boardId} and kind = ${kind} and not deleted`,
        anyOf(
          recordAlternatives(caller, kind, organisation).map(({ where }) => scopeCondition(where, caller.actor, kind)),
        ),
        condition,
      ]),
    )
    .orderBy(sql`(fields ->> 'order')::numeric nulls last, fields ->> 'code' nulls last, created_at, id`)
    .limit(mostRows)
    .execute();
  return showRows(rows.map(readShownRow), caller, organisation);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
