import { defineRoute, noContent, ok } from '../http-route.ts';
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
      // That there is none is the usual case, not a failure.
      return draft === undefined ? noContent : ok(draft);
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
