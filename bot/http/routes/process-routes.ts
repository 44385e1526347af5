import { z } from 'zod';
import { processModelShape } from '../../../shared/process/parse-model.ts';
import { failureOfRefusal } from '../failure-answer.ts';
import type { FileOutcome } from '../../processes/process-service.ts';
import { answerOf, defineRoute, noContent, ok } from '../http-route.ts';
import type { HttpAnswer, HttpRoute } from '../http-route.ts';
import { noQuery } from '../request-schemas.ts';

const id = z.guid().toLowerCase();
const params = z.object({ id });
const number = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);
const version = z.int().min(0).max(999_999_999);
const file = z.string().max(20 * 1024 * 1024);

const saveBody = z.strictObject({
  baseVersion: version,
  baseRevision: version,
  fields: z.record(z.string().max(100), z.unknown()),
  model: processModelShape,
  bpmn: file.exactOptional(),
  what: z.enum(['imported', 'restored']).exactOptional(),
});

/** Processes as a whole: map, page, file, versions, exchange, presence (`shared/api/process-contract.ts`). */
export const processRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/process-map',
    query: noQuery,
    handle: async ({ caller }, { records }) => answerOf(await records.processes.map(caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/processes/:id',
    params,
    query: z.strictObject({ version: number.exactOptional() }),
    handle: async ({ caller, params: { id: process }, query }, { records }) =>
      answerOf(await records.processes.get(caller, process, query.version)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/processes/:id',
    params,
    body: saveBody,
    handle: async ({ caller, params: { id: process }, body }, { records }) =>
      answerOfFile(await records.processes.save(caller, process, body)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/processes/:id/diagram',
    params,
    query: z.strictObject({ version: number.exactOptional() }),
    handle: async ({ caller, params: { id: process }, query }, { records }) =>
      answerOf(await records.processes.diagram(caller, process, query.version)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/processes/:id/diagram',
    params,
    body: z.strictObject({ model: processModelShape, bpmn: file.exactOptional() }),
    handle: async ({ caller, params: { id: process }, body }, { records }) =>
      answerOfFile(await records.processes.preview(caller, process, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/processes/:id/restore',
    params,
    body: z.strictObject({ version, baseVersion: version }),
    handle: async ({ caller, params: { id: process }, body }, { records }) =>
      answerOfFile(await records.processes.restore(caller, process, body)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/processes/:id/versions',
    params,
    query: noQuery,
    handle: async ({ caller, params: { id: process } }, { records }) =>
      answerOf(await records.processes.versions(caller, process)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/processes/:id/differences',
    params,
    query: z.strictObject({ from: number, to: number }),
    handle: async ({ caller, params: { id: process }, query: { from, to } }, { records }) =>
      answerOf(await records.processes.differences(caller, process, from, to)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/processes/:id/import',
    params,
    body: z.strictObject({
      file: z.base64().max(28 * 1024 * 1024),
      answers: z.record(z.string().max(300), z.string().max(100)).exactOptional(),
    }),
    handle: async ({ caller, params: { id: process }, body }, { records }) =>
      answerOfFile(await records.processes.readImport(caller, process, Buffer.from(body.file, 'base64'), body.answers)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/processes/:id/export',
    params,
    query: z.strictObject({ format: z.enum(['bpmn', 'xlsx']) }),
    handle: async ({ caller, params: { id: process }, query }, { records }) => {
      const outcome = await records.processes.export(caller, process, query.format);
      return outcome.kind === 'ok'
        ? ok({ ...outcome.value, bytes: Buffer.from(outcome.value.bytes).toString('base64') })
        : answerOf(outcome);
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/processes/:id/presence',
    params,
    body: z.strictObject({ editing: z.boolean() }),
    handle: async ({ caller, params: { id: process }, body }, { records }) =>
      answerOf(await records.processes.present(caller, process, body.editing)),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/processes/:id/presence',
    params,
    handle: async ({ caller, params: { id: process } }, { records }) => {
      await records.processes.leave(caller, process);
      return noContent;
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/governing-documents/:id/implementation',
    params,
    body: z.strictObject({
      unitId: id,
      progress: z.enum(['notStarted', 'ongoing', 'implemented', 'followedUp']),
      note: z.string().max(2000).exactOptional(),
    }),
    handle: async ({ caller, params: { id: document }, body }, { records }) =>
      answerOf(await records.processes.markDocument(caller, document, body)),
  }),
];

function answerOfFile(outcome: FileOutcome<unknown>): HttpAnswer {
  if (outcome.kind === 'ok') return ok(outcome.value);
  if (outcome.kind === 'fileRefused') return { kind: 'failed', code: outcome.why };
  return { kind: 'failed', ...failureOfRefusal(outcome) };
}
