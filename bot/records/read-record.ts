import type { RecordAnswer } from '../../shared/api/contract.ts';
import { definitionOf, kindNames } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { HistoryEntry } from '../../shared/records/stored-record.ts';
import { formatReference, parseReference } from '../../shared/rules/numbering.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { logReads } from './access-log.ts';
import { ok, showRecord } from './outcomes.ts';
import { findRow, readShownRow, shownColumns } from './record-rows.ts';
import type { ShownRow } from './record-rows.ts';
import type { Caller, Outcome } from './records-service.ts';
import type { ServiceContext } from './service-context.ts';

/** One record as the caller sees it. What they may not see does not exist for them. */
export async function getRecord(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
): Promise<Outcome<RecordAnswer>> {
  return await show(context, caller, await findRow(context.db, caller.boardId, kind, id));
}

/** Finds by reference as people type it (`avv 2026 1`). */
export async function findByRef(context: ServiceContext, caller: Caller, text: string): Promise<Outcome<RecordAnswer>> {
  const reference = parseReference(text.slice(0, 100));
  if (reference === undefined) return { kind: 'notFound' };
  const kinds = kindNames.filter((kind) => definitionOf(kind).refPrefix === reference.prefix);
  const row = await context.db
    .selectFrom('records')
    .select(shownColumns)
    .where('board_id', '=', caller.boardId)
    .where('ref', '=', formatReference(reference.prefix, reference.year, reference.number))
    .where('deleted', '=', false)
    .executeTakeFirst();
  const found = row && readShownRow(row);
  return await show(context, caller, found && kinds.includes(found.kind) ? found : undefined);
}

async function show(
  context: ServiceContext,
  caller: Caller,
  row: ShownRow | undefined,
): Promise<Outcome<RecordAnswer>> {
  const answer = row && (await showRecord(context, caller, row));
  if (answer === undefined) return { kind: 'notFound' };
  await logReads(context.db, context, caller, [answer]);
  return ok(answer);
}

/** What happened to a record, newest first; only for who sees it in full. */
export async function readHistory(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
): Promise<Outcome<readonly HistoryEntry[]>> {
  const row = await findRow(context.db, caller.boardId, kind, id);
  const { tree } = await context.organisation(caller.boardId);
  const view = row && viewOf(caller.actor, row, tree);
  if (row === undefined || view === undefined) return { kind: 'notFound' };
  if (view !== 'full') return { kind: 'notAllowed' };
  await logReads(context.db, context, caller, [{ id: row.id, kind: row.kind, view }]);
  return ok(row.history.toReversed());
}
