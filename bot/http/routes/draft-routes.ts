import { defineRoute, failed, noContent, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import { draftBody, draftParams, noQuery } from '../request-schemas.ts';

const path = '/api/v1/drafts/:key';

/** Unsaved work, reached by its owner only: the owner is the caller, never what the client says. */
export const draftRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path,
    params: draftParams,
    query: noQuery,
    handle: async ({ caller, params }, { drafts }) => {
      const draft = await drafts.read(caller.boardId, caller.actor.personId, params.key);
      return draft === undefined ? failed('notFound') : ok(draft);
    },
  }),
  defineRoute({
    method: 'PUT',
    path,
    params: draftParams,
    query: noQuery,
    body: draftBody,
    handle: async ({ caller, params, body }, { drafts }) =>
      ok(await drafts.write(caller.boardId, caller.actor.personId, params.key, body.body)),
  }),
  defineRoute({
    method: 'DELETE',
    path,
    params: draftParams,
    query: noQuery,
    handle: async ({ caller, params }, { drafts }) => {
      await drafts.remove(caller.boardId, caller.actor.personId, params.key);
      return noContent;
    },
  }),
];
