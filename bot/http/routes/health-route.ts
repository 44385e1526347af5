import { defineOpenRoute, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';

/** For whoever watches the service: names of parts and whether they answer, nothing about records. */
export const healthRoute: HttpRoute = defineOpenRoute({
  method: 'GET',
  path: '/health',
  handle: async ({ health }) => {
    const answer = await health();
    return ok(answer, answer.status === 'failing' ? 503 : 200);
  },
});
