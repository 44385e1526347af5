import type { StoredAnswer } from '../../../shared/api/contract.ts';
import { answerOf, defineRoute, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import {
  changeBody,
  commentAnswerBody,
  commentBody,
  commentParams,
  createBody,
  kindParams,
  listQuery,
  noQuery,
  recordParams,
  statisticsQuery,
  stepBody,
} from '../request-schemas.ts';

/** Everything done to records, whatever their kind. */
export const recordRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/:kind',
    params: kindParams,
    query: listQuery,
    handle: async ({ caller, params, query }, { records }) => answerOf(await records.list(caller, params.kind, query)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/:kind',
    params: kindParams,
    query: noQuery,
    body: createBody,
    handle: async ({ caller, params, body }, { records }) => {
      const outcome = await records.create(caller, params.kind, body);
      if (outcome.kind !== 'ok') return answerOf(outcome);
      const { created, ...stored } = outcome.value;
      return ok(stored satisfies StoredAnswer, created ? 201 : 200);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/:kind/:id',
    params: recordParams,
    query: noQuery,
    handle: async ({ caller, params }, { records }) => answerOf(await records.get(caller, params.kind, params.id)),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/records/:kind/:id',
    params: recordParams,
    query: noQuery,
    body: changeBody,
    handle: async ({ caller, params, body }, { records }) =>
      answerOf(await records.change(caller, params.kind, params.id, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/:kind/:id/steps',
    params: recordParams,
    query: noQuery,
    body: stepBody,
    handle: async ({ caller, params, body }, { records }) =>
      answerOf(await records.takeStep(caller, params.kind, params.id, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/:kind/:id/comments',
    params: recordParams,
    query: noQuery,
    body: commentBody,
    handle: async ({ caller, params, body }, { records }) =>
      answerOf(await records.comment(caller, params.kind, params.id, body), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/:kind/:id/comments/:commentId/answer',
    params: commentParams,
    query: noQuery,
    body: commentAnswerBody,
    handle: async ({ caller, params, body }, { records }) =>
      answerOf(await records.answerComment(caller, params.kind, params.id, params.commentId, body.outcome)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/:kind/:id/history',
    params: recordParams,
    query: noQuery,
    handle: async ({ caller, params }, { records }) => answerOf(await records.history(caller, params.kind, params.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/statistics/:kind',
    params: kindParams,
    query: statisticsQuery,
    handle: async ({ caller, params, query }, { records }) =>
      answerOf(await records.statistics(caller, params.kind, query)),
  }),
];
