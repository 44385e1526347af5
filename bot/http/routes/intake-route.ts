import { readReport } from '../../../shared/intake/read-report.ts';
import { defineRoute, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import { intakeReadBody, noQuery } from '../request-schemas.ts';

/** Reads a sentence as the bot would, and stores nothing. Closed units are not offered. */
export const intakeRoute: HttpRoute = defineRoute({
  method: 'POST',
  path: '/api/v1/intake/read',
  query: noQuery,
  body: intakeReadBody,
  handle: async ({ caller, body }, { records, now }) => {
    const units = (await records.units(caller.boardId)).filter((unit) => unit.active);
    return ok(readReport(body.text, { now: now(), units }));
  },
});
