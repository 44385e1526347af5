import { personOf } from '../../records/write-record.ts';
import type { Caller } from '../../records/records-service.ts';
import { mayReadLog } from '../../../shared/rules/permissions.ts';
import type { ProblemsFile, SetAsideItem, SyncAnswer } from '../../../shared/api/sync-contract.ts';
import { valuesToTake } from '../../records/settle-set-aside.ts';
import { problemsFile } from '../../sync/administration/problems-file.ts';
import { defineRoute, failed, noContent, ok, answerOf } from '../http-route.ts';
import type { HttpRoute, RouteServices } from '../http-route.ts';
import {
  conflictParams,
  noQuery,
  recordParams,
  recordSetAsideParams,
  setAsideParams,
  settleBody,
  settleSetAsideBody,
} from '../request-schemas.ts';

const mayRead = ({ actor }: Caller): boolean => mayReadLog(actor, 'syncProblem');
/** Problems are dealt with by those who keep the records in order; reading them alone settles nothing. */
const mayRebuild = ({ actor }: Caller): boolean => actor.roles.some(({ role }) => role === 'admin');

/** The administrator's page "Synkronisering", and on a record's page its conflicts and what was set aside of it. */
export const syncRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/sync',
    query: noQuery,
    handle: async ({ caller }, services) =>
      mayRead(caller) ? ok(await overview(caller, services)) : failed('notAllowed'),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/sync/problems-file',
    query: noQuery,
    handle: async ({ caller }, services) =>
      mayRead(caller) ? ok(await exportProblems(caller, services)) : failed('notAllowed'),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sync/unsendable/:kind/:id/retry',
    params: recordParams,
    handle: async ({ caller, params }, { sync }) => {
      if (!mayRead(caller)) return failed('notAllowed');
      return (await sync.retry(caller.boardId, params.kind, params.id)) ? noContent : failed('notFound');
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/sync/set-aside/:setAsideId/file',
    params: setAsideParams,
    query: noQuery,
    handle: async ({ caller, params }, { sync, records }) => {
      if (!mayRead(caller)) return failed('notAllowed');
      const drawing = await sync.setAsideDrawing(caller.boardId, params.setAsideId);
      const process = drawing && (await records.get(caller, 'process', drawing.processId));
      if (drawing === undefined || process?.kind !== 'ok' || process.value.view !== 'full') return failed('notFound');
      const file: ProblemsFile = { name: `${process.value.title} (SharePoint).bpmn`, text: drawing.text };
      return ok(file);
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sync/set-aside/:setAsideId/settle',
    params: setAsideParams,
    body: settleSetAsideBody,
    handle: async ({ caller, params, body }, { records }) => {
      if (!mayRead(caller)) return failed('notAllowed');
      const outcome = await records.settleSetAside(caller, params.setAsideId, body);
      return outcome.kind === 'ok' ? noContent : answerOf(outcome);
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sync/rebuild',
    handle: async ({ caller }, { sync }) =>
      mayRebuild(caller) ? ok(await sync.askForRebuild(caller.boardId, personOf(caller)), 202) : failed('notAllowed'),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/:kind/:id/conflicts',
    params: recordParams,
    query: noQuery,
    handle: async ({ caller, params }, { records }) =>
      answerOf(await records.conflicts(caller, params.kind, params.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/:kind/:id/conflicts/:conflictId/settle',
    params: conflictParams,
    body: settleBody,
    handle: async ({ caller, params, body }, { records }) => {
      const outcome = await records.settleConflict(caller, params, body);
      return outcome.kind === 'ok' && outcome.value === undefined ? noContent : answerOf(outcome);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/:kind/:id/set-aside',
    params: recordParams,
    query: noQuery,
    handle: async ({ caller, params }, { records }) => answerOf(await records.setAside(caller, params.kind, params.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/:kind/:id/set-aside/:setAsideId/settle',
    params: recordSetAsideParams,
    body: settleSetAsideBody,
    handle: async ({ caller, params, body }, { records }) => {
      const outcome = await records.settleSetAside(caller, params.setAsideId, body, params);
      return outcome.kind === 'ok' ? noContent : answerOf(outcome);
    },
  }),
];

/** What was set aside shows its content to those only who may read the record itself in full; conflicts on the record. */
async function overview(caller: Caller, { sync, records }: RouteServices): Promise<SyncAnswer> {
  const answer = await sync.overview(caller.boardId);
  return {
    ...answer,
    conflicts: answer.conflicts.map(({ ours: _, ...item }) => item),
    setAside: await Promise.all(answer.setAside.map((item) => withoutSecrets(caller, records, item))),
  };
}

async function withoutSecrets(
  caller: Caller,
  records: RouteServices['records'],
  item: SetAsideItem,
): Promise<SetAsideItem> {
  const { content, hasFile: _, ...plain } = item;
  if (content === undefined || item.record === undefined) return plain;
  const record = await records.get(caller, item.kind, item.record.id);
  if (record.kind !== 'ok' || record.value.view !== 'full') return plain;
  if (!record.value.allowed.edit) return item;
  const values = valuesToTake(item.kind, content, record.value.fields);
  return { ...item, values, baseRevision: record.value.revision };
}

const mostInFile = 10_000;

async function exportProblems(caller: Caller, { sync, records, now }: RouteServices): Promise<ProblemsFile> {
  const { language, boardId } = caller;
  const units = new Map((await records.units(boardId)).map(({ id, name }) => [id, name]));
  const text = await problemsFile(await sync.overview(boardId, mostInFile), {
    language,
    unitName: (unitId) => units.get(unitId),
    fieldsOf: async (kind, id) => {
      const record = await records.get(caller, kind, id);
      return record.kind === 'ok' && record.value.view === 'full' ? record.value.fields : undefined;
    },
  });
  return { name: `synkronisering-${now().toISOString().slice(0, 10)}.csv`, text };
}
