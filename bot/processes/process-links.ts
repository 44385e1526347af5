/** What points at processes and activities: open deviations and overdue self-checks, as far as the caller may know. */
import { sql } from 'kysely';
import type { LostLink, ProcessCounts } from '../../shared/api/process-contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { readAlternatives } from '../../shared/rules/permissions.ts';
import { showRows } from '../records/list-records.ts';
import type { Organisation } from '../records/organisation.ts';
import { readShownRow, shownColumns } from '../records/record-rows.ts';
import type { RecordRow } from '../records/record-store.ts';
import type { Caller } from '../records/records-service.ts';
import { anyOf, scopeCondition } from '../records/scope-sql.ts';
import type { Condition } from '../records/scope-sql.ts';
import type { ServiceContext } from '../records/service-context.ts';

export interface Counts {
  ofProcess(id: string): ProcessCounts;
  ofActivity(id: string): ProcessCounts;
}

type ByPlace = ReadonlyMap<string, number>;

/**
 * Counts for some processes and activities. Only records that the caller may see count, or all where the caller may see
 * counts; a caller with neither gets no number rather than a zero.
 */
export async function countsOf(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  processIds: readonly string[],
  activityIds: readonly string[],
): Promise<Counts> {
  const [deviations, checks] = await Promise.all([
    countDeviations(context, caller, organisation, processIds, activityIds),
    countOverdueChecks(context, caller, organisation, processIds, activityIds),
  ]);
  const at = (id: string): ProcessCounts => ({
    ...(deviations !== undefined && { openDeviations: deviations.get(id) ?? 0 }),
    ...(checks !== undefined && { overdueSelfChecks: checks.get(id) ?? 0 }),
  });
  return { ofProcess: at, ofActivity: at };
}

/** The rows of a kind that the caller may know the number of; `undefined`: none. */
function knownTo(caller: Caller, kind: KindName, { tree }: Organisation): Condition | undefined {
  const alternatives = readAlternatives(caller.actor, kind, tree);
  return alternatives.length === 0
    ? undefined
    : anyOf(alternatives.map(({ where }) => scopeCondition(where, caller.actor, kind)));
}

function stateIsOpen(kind: KindName): Condition {
  return sql<boolean>`status not in (${sql.join([...(definitionOf(kind).closedStates ?? [])])})`;
}

/** The process that a record points at, or that of its activity where it names the activity alone. */
const processOf = sql`coalesce(
  records.fields ->> 'processId',
  (select activity.fields ->> 'process' from records activity where activity.board_id = records.board_id
    and activity.kind = 'processActivity' and activity.id::text = records.fields ->> 'activityId')
)`;

async function countDeviations(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  processIds: readonly string[],
  activityIds: readonly string[],
): Promise<ByPlace | undefined> {
  const known = knownTo(caller, 'deviation', organisation);
  if (known === undefined) return undefined;
  const ids = [...processIds, ...activityIds];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ place: string; count: number }>`
    select place, count(*) as count from records,
      lateral (select ${processOf} union select fields ->> 'activityId') as places (place)
    where board_id = ${caller.boardId} and kind = 'deviation' and not deleted
      and ${stateIsOpen('deviation')} and ${known} and place in (${sql.join(ids)})
    group by place`.execute(context.db);
  return new Map(rows.map(({ place, count }) => [place, count]));
}

/** A self-check is overdue while an occurrence of it is open past its day. */
async function countOverdueChecks(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  processIds: readonly string[],
  activityIds: readonly string[],
): Promise<ByPlace | undefined> {
  const known = knownTo(caller, 'selfCheckOccurrence', organisation);
  if (known === undefined) return undefined;
  const ids = [...processIds, ...activityIds];
  if (ids.length === 0) return new Map();
  const today = context.now().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  const { rows } = await sql<{ place: string; count: number }>`
    with due as (
      select fields ->> 'definition' as definition from records
      where board_id = ${caller.boardId} and kind = 'selfCheckOccurrence' and not deleted
        and ${stateIsOpen('selfCheckOccurrence')} and ${known} and fields ->> 'dueOn' < ${today}
    )
    select place, count(*) as count
    from due join records on records.board_id = ${caller.boardId} and records.kind = 'selfCheckDefinition'
        and records.id = due.definition::uuid and not records.deleted,
      lateral (select ${processOf} union select fields ->> 'activityId') as places (place)
    where place in (${sql.join(ids)})
    group by place`.execute(context.db);
  return new Map(rows.map(({ place, count }) => [place, count]));
}

/** Fields by which records of other kinds point at an activity. */
const pointing = ['deviation', 'selfCheckDefinition'] as const satisfies readonly KindName[];

/** Records that point at activities which are no longer part of their process, as far as the caller may see them. */
export async function lostLinksOf(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  activities: readonly Pick<RecordRow, 'id' | 'title'>[],
): Promise<readonly LostLink[]> {
  if (activities.length === 0) return [];
  const titles = new Map(activities.map(({ id, title }) => [id, title]));
  const rows = await context.db
    .selectFrom('records')
    .select(shownColumns)
    .where('board_id', '=', caller.boardId)
    .where('kind', 'in', [...pointing])
    .where('deleted', '=', false)
    .where(sql<boolean>`fields ->> 'activityId' in (${sql.join([...titles.keys()])})`)
    .orderBy('created_at')
    .execute();
  const places = new Map(rows.map((row) => [row.id, readShownRow(row).fields['activityId'] as string]));
  return showRows(rows.map(readShownRow), caller, organisation).map(({ id, kind, ref, title }) => {
    const activityId = places.get(id) ?? '';
    return {
      activityId,
      activityName: titles.get(activityId) ?? '',
      kind,
      id,
      ...(ref !== undefined && { ref }),
      title,
    };
  });
}
