import { defineRoute, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import { goalChainQuery, noQuery } from '../request-schemas.ts';

/** What whole pages are made of: the organisation, "Min del" and the goal chain. */
export const overviewRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/units',
    query: noQuery,
    handle: async ({ caller }, { records }) => ok(await records.units(caller.boardId)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/my-part',
    query: noQuery,
    handle: async ({ caller }, { records }) => ok(await records.myPart(caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/goal-chain',
    query: goalChainQuery,
    handle: async ({ caller, query }, { records, now }) =>
      ok(await records.goalChain(caller, query.year ?? yearInStockholm(now()))),
  }),
];

function yearInStockholm(instant: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', year: 'numeric' }).format(instant));
}
