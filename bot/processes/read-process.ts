import type { Organisation } from '../records/organisation.ts';
import { showRecord } from '../records/outcomes.ts';
import { lockWithFollowers } from '../records/owners.ts';
import { findRow, readRow } from '../records/record-rows.ts';
import type { RecordRow } from '../records/record-store.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import { fieldsHold } from '../records/scope-sql.ts';
import type { Connection, ServiceContext } from '../records/service-context.ts';
import type { ActivityAnswer, ProcessAnswer } from '../../shared/api/process-contract.ts';
import { modelOfActivities, withRecords } from '../../shared/process/activity-records.ts';
import type { StoredActivity } from '../../shared/process/activity-records.ts';
import { readBpmn } from '../../shared/process/bpmn/bpmn-file.ts';
import { findChainGaps } from '../../shared/process/chain-check.ts';
import { withLayout } from '../../shared/process/layout/fit-in.ts';
import type { NotShown, ProcessModel } from '../../shared/process/process-model.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { countsOf, lostLinksOf } from './process-links.ts';
import { presentIn } from './presence.ts';
import { readVersion } from './process-files.ts';

/** Everything of a process as it is stored. `lock` keeps others from saving it until the transaction ends. */
export interface StoredProcess {
  readonly row: RecordRow;
  /** Those that were removed among them. */
  readonly activities: readonly RecordRow[];
  readonly version: number;
  readonly bpmn: string | undefined;
  readonly model: ProcessModel;
  readonly notShown: readonly NotShown[];
}

export async function findProcess(
  db: Connection,
  caller: Caller,
  id: string,
  options: { readonly lock?: boolean; readonly version?: number } = {},
): Promise<StoredProcess | undefined> {
  if (options.lock === true) await lockWithFollowers(db, caller.boardId, 'process', [id]);
  const row = await findRow(db, caller.boardId, 'process', id);
  if (row === undefined) return undefined;
  const [activities, stored] = await Promise.all([
    findActivities(db, caller.boardId, row.id),
    readVersion(db, caller.boardId, row.id, options.version),
  ]);
  if (stored === undefined && options.version !== undefined && options.version !== 0) return undefined;
  // An old version is shown as it was; the latest with what the records say now.
  const current = options.version === undefined ? liveOf(activities) : [];
  return { row, activities, version: stored?.version ?? 0, bpmn: stored?.bpmn, ...modelOf(row, current, stored?.bpmn) };
}

export function liveOf(activities: readonly RecordRow[]): readonly StoredActivity[] {
  return activities.filter(({ status }) => status !== 'removed').map(({ id, fields }) => ({ id, fields: fields }));
}

function modelOf(
  row: RecordRow,
  activities: readonly StoredActivity[],
  bpmn: string | undefined,
): { readonly model: ProcessModel; readonly notShown: readonly NotShown[] } {
  const name = row.title;
  const read = bpmn === undefined ? undefined : readBpmn(bpmn);
  if (read?.kind !== 'read') {
    return { model: withLayout(modelOfActivities(name, activities, row.id)), notShown: [] };
  }
  return { model: withLayout(withRecords(read.model, activities)), notShown: read.notShown };
}

async function findActivities(db: Connection, boardId: string, processId: string): Promise<readonly RecordRow[]> {
  const rows = await db
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('kind', '=', 'processActivity')
    .where('deleted', '=', false)
    .where(fieldsHold({ process: processId }))
    .orderBy('id')
    .execute();
  return rows.map(readRow);
}

/** The process as the caller sees it; whoever does not see it in full gets nothing. */
export async function answerProcess(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  stored: StoredProcess,
): Promise<Outcome<ProcessAnswer>> {
  if (viewOf(caller.actor, stored.row, organisation.tree) !== 'full') return { kind: 'notFound' };
  const process = await showRecord(context, caller, stored.row);
  if (process === undefined) return { kind: 'notFound' };
  const ids = stored.activities.map(({ id }) => id);
  const [counts, lostLinks, present] = await Promise.all([
    countsOf(context, caller, organisation, [stored.row.id], ids),
    lostLinksOf(
      context,
      caller,
      organisation,
      stored.activities.filter(({ status }) => status === 'removed'),
    ),
    presentIn(context.db, caller.boardId, stored.row.id, context.now()),
  ]);
  const order = new Map(stored.model.steps.map(({ activityId }, index) => [activityId, index]));
  const activities = await Promise.all(
    stored.activities
      .filter(({ status }) => status !== 'removed')
      .toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
      .map(async (row): Promise<readonly ActivityAnswer[]> => {
        const record = await showRecord(context, caller, row);
        return record === undefined ? [] : [{ record, ...counts.ofActivity(row.id) }];
      }),
  );
  return {
    kind: 'ok',
    value: {
      process,
      version: stored.version,
      model: stored.model,
      activities: activities.flat(),
      notShown: stored.notShown,
      gaps: findChainGaps(stored.model),
      lostLinks,
      present,
      ...counts.ofProcess(stored.row.id),
    },
  };
}
