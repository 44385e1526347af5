import { sql } from 'kysely';
import type { RawBuilder, Selectable } from 'kysely';
import type { WaitingItem } from '../../shared/api/contract.ts';
import type { RecordsTable } from '../database/schema.ts';
import { definitionOf, kindNames } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { Transition } from '../../shared/records/record-kind.ts';
import { deadlineBase, dueAt } from '../../shared/rules/deadlines.ts';
import { actingScopes } from '../../shared/rules/permissions.ts';
import { followsAnother } from '../../shared/rules/states.ts';
import { showRows } from './list-records.ts';
import type { Organisation } from './organisation.ts';
import { isOwnSelfCheck } from './own-self-checks.ts';
import { readShownRow, shownColumns } from './record-rows.ts';
import type { ShownRow } from './record-rows.ts';
import type { Caller } from './records-service.ts';
import { allOf, anyOf, scopeCondition } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';
import type { ServiceContext } from './service-context.ts';

/** Records of one kind in one state that wait for a step by the caller. */
interface Queue {
  readonly kind: KindName;
  readonly status: string;
  readonly condition: Condition;
}

/**
 * A step that work waits for: the way forward. Giving back, rejecting, reopening and revising need a reason and are
 * nobody's task until there is one; archiving is housekeeping.
 */
function isAwaited(transition: Pick<Transition, 'needsReason' | 'to'>): boolean {
  return transition.needsReason !== true && transition.to !== 'archived';
}

function queuesOf(caller: Caller, { tree }: Organisation): readonly Queue[] {
  const { actor } = caller;
  return kindNames
    .filter((kind) => definitionOf(kind).group !== 'administration' && !followsAnother(kind))
    .flatMap((kind) => {
      const awaited = definitionOf(kind).transitions.filter(isAwaited);
      return [...Map.groupBy(awaited, ({ from }) => from)].flatMap(([status, transitions]) => {
        const conditions = transitions.flatMap((transition) =>
          actingScopes(actor, kind, tree, transition).map((scope) =>
            allOf([scopeCondition(scope, actor, kind), ...boundsOf(transition.when)]),
          ),
        );
        if (conditions.length === 0) return [];
        const condition =
          kind === 'selfCheckOccurrence' && status === 'open'
            ? allOf([anyOf(conditions), isOwnSelfCheck(caller)])
            : anyOf(conditions);
        return [{ kind, status, condition }];
      });
    });
}

function boundsOf(when: Transition['when']): readonly Condition[] {
  if (when === undefined) return [];
  if (when.oneOf !== undefined) return [sql<boolean>`fields ->> ${sql.lit(when.field)} in (${sql.join(when.oneOf)})`];
  const value = sql`coalesce((fields ->> ${sql.lit(when.field)})::numeric, 0)`;
  return [
    ...(when.atLeast === undefined ? [] : [sql<boolean>`${value} >= ${when.atLeast}`]),
    ...(when.below === undefined ? [] : [sql<boolean>`${value} < ${when.below}`]),
  ];
}

/** What waits for the caller, the most urgent first, and how much there is in all. */
export async function readWaiting(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  limit: number,
): Promise<{ readonly items: readonly WaitingItem[]; readonly total: number }> {
  const queues = queuesOf(caller, organisation);
  if (queues.length === 0) return { items: [], total: 0 };
  const inQueue = ({ kind, status, condition }: Queue): Condition =>
    sql<boolean>`board_id = ${caller.boardId} and kind = ${kind} and status = ${status} and not deleted and ${condition}`;
  const columns = sql.join(shownColumns.map((column) => sql.ref(column)));
  // Inside one state the oldest is due first, so the oldest of each state hold the most urgent of all.
  const parts = queues.map((queue): RawBuilder<unknown> => {
    const base =
      queue.kind === 'selfCheckOccurrence'
        ? sql`fields ->> 'dueOn'`
        : deadlineBase(queue.kind, queue.status) === 'createdAt'
          ? sql`created_at`
          : sql`state_changed_at`;
    return sql`(select ${columns} from records where ${inQueue(queue)} order by ${base}, id limit ${limit})`;
  });
  const counts = queues.map((queue) => sql`(select count(*) from records where ${inQueue(queue)})`);
  const [{ rows }, totals] = await Promise.all([
    sql<Pick<Selectable<RecordsTable>, (typeof shownColumns)[number]>>`${sql.join(parts, sql` union all `)}`.execute(
      context.db,
    ),
    sql<{ total: number }>`select ${sql.join(counts, sql` + `)} as total`.execute(context.db),
  ]);
  const byUrgency = rows
    .map(readShownRow)
    .map((row) => ({ row, due: dueAt(row) }))
    .toSorted((one, other) => urgencyOf(one).localeCompare(urgencyOf(other)));
  const items: WaitingItem[] = [];
  for (const { row, due } of byUrgency) {
    if (items.length === limit) break;
    const [record] = showRows([row], caller, organisation);
    const step = record?.allowed.steps.find(isAwaited);
    if (record === undefined || step === undefined) continue;
    const overdue = due !== undefined && due < context.now().toISOString();
    items.push({ record, step, ...(due !== undefined && { dueAt: due }), overdue });
  }
  return { items, total: totals.rows[0]?.total ?? 0 };
}

/** What has no deadline comes after what has one, oldest first. */
function urgencyOf({ row, due }: { readonly row: ShownRow; readonly due: string | undefined }): string {
  return `${due ?? '9'} ${row.stateChangedAt}`;
}
