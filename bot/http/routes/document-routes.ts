import { z } from 'zod';
import { answerOf, defineRoute } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import { noQuery } from '../request-schemas.ts';

const id = z.guid().toLowerCase();

/** The register of governing documents, and what points at one (`shared/api/document-contract.ts`). */
export const documentRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/governing-documents',
    query: noQuery,
    handle: async ({ caller }, { records }) => answerOf(await records.processes.documents(caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/governing-documents/:id/links',
    params: z.object({ id }),
    query: noQuery,
    handle: async ({ caller, params }, { records }) =>
      answerOf(await records.processes.documentLinks(caller, params.id)),
  }),
];
