import { personOf } from '../../records/write-record.ts';
import type { Caller } from '../../records/records-service.ts';
import { mayReadLog } from '../../../shared/rules/permissions.ts';
import type { SetAsideItem, SyncAnswer, UnsendableExport } from '../../../shared/api/sync-contract.ts';
import { defineRoute, failed, noContent, ok, answerOf } from '../http-route.ts';
import type { HttpRoute, RouteServices } from '../http-route.ts';
import { conflictParams, noQuery, recordParams, setAsideParams, settleBody } from '../request-schemas.ts';

const mayRead = ({ actor }: Caller): boolean => mayReadLog(actor, 'syncProblem');
/** Problems are dealt with by those who keep the records in order; reading them alone settles nothing. */
const mayRebuild = ({ actor }: Caller): boolean => actor.roles.some(({ role }) => role === 'admin');

/** The administrator's page "Synkronisering", and conflicts on a record's page. */
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
    path: '/api/v1/sync/unsendable',
    query: noQuery,
    handle: async ({ caller }, services) =>
      mayRead(caller) ? ok(await exportUnsendable(caller, services)) : failed('notAllowed'),
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
    method: 'POST',
    path: '/api/v1/sync/set-aside/:setAsideId/settle',
    params: setAsideParams,
    handle: async ({ caller, params }, { sync }) => {
      if (!mayRead(caller)) return failed('notAllowed');
      return (await sync.settleSetAside(caller.boardId, params.setAsideId, personOf(caller)))
        ? noContent
        : failed('notFound');
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
    handle: async ({ caller, params, body }, { records }) =>
      answerOf(await records.settleConflict(caller, params, body)),
  }),
];

/** What was set aside shows its content to those only who may read the record itself in full. */
async function overview(caller: Caller, { sync, records }: RouteServices): Promise<SyncAnswer> {
  const answer = await sync.overview(caller.boardId);
  return {
    ...answer,
    setAside: await Promise.all(answer.setAside.map((item) => withoutSecrets(caller, records, item))),
  };
}

async function withoutSecrets(
  caller: Caller,
  records: RouteServices['records'],
  item: SetAsideItem,
): Promise<SetAsideItem> {
  const { content, ...plain } = item;
  if (content === undefined || item.record === undefined) return plain;
  const record = await records.get(caller, item.kind, item.record.id);
  return record.kind === 'ok' && record.value.view === 'full' ? item : plain;
}

async function exportUnsendable(caller: Caller, { sync, records }: RouteServices): Promise<UnsendableExport> {
  const { unsendable } = await sync.overview(caller.boardId);
  return Promise.all(
    unsendable.map(async (item) => {
      const record = await records.get(caller, item.kind, item.id);
      return record.kind === 'ok' ? { ...item, record: record.value } : item;
    }),
  );
}
