import { sql } from 'kysely';
import type { MyPartAnswer } from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { logReads } from './access-log.ts';
import { recordAlternatives, showRows } from './list-records.ts';
import type { Organisation } from './organisation.ts';
import { readShownRow, shownColumns } from './record-rows.ts';
import type { Caller } from './records-service.ts';
import { allOf, anyOf, scopeCondition } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';
import type { ServiceContext } from './service-context.ts';
import { readWaiting } from './waiting-items.ts';

/** As many of each as a start page shows; the rest is behind a link to the list. */
const shownOfEach = 20;

/** "Min del" (R57): what waits for the caller, what they handed in, and what their unit has promised. */
export async function readMyPart(context: ServiceContext, caller: Caller): Promise<MyPartAnswer> {
  const organisation = await context.organisation(caller.boardId);
  const [waiting, cases, commitments] = await Promise.all([
    readWaiting(context, caller, organisation, shownOfEach),
    readRows(context, caller, organisation, myCases(caller, organisation), sql`created_at desc, id`),
    readRows(
      context,
      caller,
      organisation,
      myCommitments(caller, organisation),
      sql`(fields ->> 'year')::numeric desc, (fields ->> 'order')::numeric nulls last, created_at, id`,
    ),
  ]);
  await logReads(context.db, context, caller, [...cases.rows, ...waiting.items.map(({ record }) => record)]);
  return {
    waiting: waiting.items,
    waitingTotal: waiting.total,
    myCases: cases.rows,
    myCasesTotal: cases.total,
    commitments: commitments.rows,
    commitmentsTotal: commitments.total,
  };
}

const caseKinds: readonly KindName[] = ['deviation', 'misconductCase', 'feedback'];

function myCases(caller: Caller, organisation: Organisation): Condition {
  return allOf([
    sql<boolean>`created_by_id = ${caller.actor.personId}`,
    anyOf(caseKinds.map((kind) => mayRead(kind, caller, organisation))),
  ]);
}

function mayRead(kind: KindName, caller: Caller, organisation: Organisation): Condition {
  return allOf([
    sql<boolean>`kind = ${kind}`,
    anyOf(recordAlternatives(caller, kind, organisation).map(({ where }) => scopeCondition(where, caller.actor, kind))),
  ]);
}

/** Of the units where the caller has a role; a head of department's are those below too. */
function myCommitments(caller: Caller, organisation: Organisation): Condition {
  const unitIds = caller.actor.roles.flatMap(({ role, unitId }) => {
    if (unitId === undefined) return [];
    return role === 'departmentHead' ? organisation.tree.within(unitId) : [unitId];
  });
  return allOf([
    sql<boolean>`status <> 'archived'`,
    scopeCondition({ kind: 'units', unitIds, withoutUnit: false }, caller.actor, 'commitment'),
    mayRead('commitment', caller, organisation),
  ]);
}

async function readRows(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  condition: Condition,
  order: ReturnType<typeof sql>,
): Promise<{ readonly rows: MyPartAnswer['myCases']; readonly total: number }> {
  const where = allOf([sql<boolean>`board_id = ${caller.boardId} and not deleted`, condition]);
  const [rows, { total }] = await Promise.all([
    context.db.selectFrom('records').select(shownColumns).where(where).orderBy(order).limit(shownOfEach).execute(),
    context.db
      .selectFrom('records')
      .select(sql<number>`count(*)`.as('total'))
      .where(where)
      .executeTakeFirstOrThrow(),
  ]);
  return { rows: showRows(rows.map(readShownRow), caller, organisation), total };
}
