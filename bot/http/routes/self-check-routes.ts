import { dayInStockholm } from '../../../shared/rules/working-days.ts';
import { answerOf, defineRoute, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import {
  noQuery,
  selfCheckAnswerBody,
  selfCheckParams,
  selfCheckPreviewBody,
  selfCheckReviewBody,
  selfCheckSubmitBody,
  yearQuery,
} from '../request-schemas.ts';

/** What self-checks can beyond other records: answered question by question, handed in, reviewed, and seen over time. */
export const selfCheckRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/self-checks/:id/answers',
    params: selfCheckParams,
    body: selfCheckAnswerBody,
    handle: async ({ caller, params, body }, { selfChecks }) => {
      const { questionId, ...given } = body;
      return answerOf(await selfChecks.answer(caller, params.id, questionId, given));
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/self-checks/:id/submit',
    params: selfCheckParams,
    body: selfCheckSubmitBody,
    handle: async ({ caller, params, body }, { selfChecks }) =>
      answerOf(await selfChecks.submit(caller, params.id, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/self-checks/:id/review',
    params: selfCheckParams,
    body: selfCheckReviewBody,
    handle: async ({ caller, params, body }, { selfChecks }) =>
      answerOf(await selfChecks.review(caller, params.id, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/self-checks/preview',
    body: selfCheckPreviewBody,
    handle: ({ body }, { selfChecks }) => Promise.resolve(ok(selfChecks.preview(body))),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/self-checks/mine',
    query: noQuery,
    handle: async ({ caller }, { selfChecks }) => ok(await selfChecks.mine(caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/self-checks/calendar',
    query: yearQuery,
    handle: async ({ caller, query }, { selfChecks, now }) =>
      ok(await selfChecks.calendar(caller, query.year ?? Number(dayInStockholm(now()).slice(0, 4)))),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/self-checks/statistics',
    query: noQuery,
    handle: async ({ caller }, { selfChecks }) => ok(await selfChecks.statistics(caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/self-checks/gaps',
    query: noQuery,
    handle: async ({ caller }, { selfChecks }) => ok(await selfChecks.gaps(caller)),
  }),
];
