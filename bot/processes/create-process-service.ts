import { compareActivities, compareRest } from '../../shared/process/compare-models.ts';
import { writeBpmn } from '../../shared/process/bpmn/bpmn-file.ts';
import { withLayout } from '../../shared/process/layout/fit-in.ts';
import type { SaveProcessAnswer } from '../../shared/api/process-contract.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import type { Accepted, ServiceContext } from '../records/service-context.ts';
import { readDocumentLinks, readDocumentRegister } from './document-links.ts';
import { activitiesToExcel } from './export-activities.ts';
import { findPublished } from './find-published.ts';
import { markDocument } from './mark-document.ts';
import { forgetPresence, notePresence, presentIn } from './presence.ts';
import { listVersions } from './process-files.ts';
import { lostLinksOf } from './process-links.ts';
import { readProcessMap } from './process-map.ts';
import type { FileOutcome, ProcessService } from './process-service.ts';
import { readDrawing } from './read-drawing.ts';
import { answerProcess, findProcess } from './read-process.ts';
import type { StoredProcess } from './read-process.ts';
import { saveProcess } from './save-process.ts';

/** The process service over the records service's own context. Expected outcomes are values, as there. */
export function createProcessService(pinned: (boardId: string) => Promise<ServiceContext>): ProcessService {
  /** A process that the caller may see in full. */
  async function find(
    context: ServiceContext,
    caller: Caller,
    id: string,
    version?: number,
  ): Promise<Outcome<StoredProcess>> {
    const stored = await findProcess(context.db, caller, id, version === undefined ? {} : { version });
    const { tree } = await context.organisation(caller.boardId);
    return stored === undefined || viewOf(caller.actor, stored.row, tree) !== 'full'
      ? { kind: 'notFound' }
      : { kind: 'ok', value: stored };
  }

  async function answer(context: ServiceContext, caller: Caller, id: string, version?: number) {
    const found = await find(context, caller, id, version);
    if (found.kind !== 'ok') return found;
    return await answerProcess(context, caller, await context.organisation(caller.boardId), found.value);
  }

  async function save(
    caller: Caller,
    id: string,
    input: Parameters<typeof saveProcess>[5],
  ): Promise<FileOutcome<SaveProcessAnswer>> {
    const context = await pinned(caller.boardId);
    const organisation = await context.organisation(caller.boardId);
    const accepted: Accepted[] = [];
    const result = await context.db
      .transaction()
      .execute((db) => saveProcess(db, context, caller, organisation, id, input, accepted));
    for (const one of accepted) context.onAccepted(one);
    if (result.kind !== 'ok') return result;
    const current = await answer(context, caller, id);
    if (current.kind !== 'ok') return current;
    const { value } = result;
    return {
      kind: 'ok',
      value:
        value.kind === 'conflict' ? { ...value, current: current.value } : { kind: value.kind, process: current.value },
    };
  }

  return {
    map: async (caller) => await readProcessMap(await pinned(caller.boardId), caller),
    find: async (caller, kind, words) => await findPublished(await pinned(caller.boardId), caller, kind, words),
    get: async (caller, id, version) => await answer(await pinned(caller.boardId), caller, id, version),
    save,

    async diagram(caller, id, version) {
      const found = await find(await pinned(caller.boardId), caller, id, version);
      if (found.kind !== 'ok') return found;
      const written = writeBpmn(found.value.bpmn, found.value.model);
      if (written.kind === 'refused') return { kind: 'notFound' };
      return { kind: 'ok', value: { version: found.value.version, bpmn: written.text } };
    },

    async preview(caller, id, { model, bpmn }) {
      const found = await find(await pinned(caller.boardId), caller, id);
      if (found.kind !== 'ok') return found;
      const written = writeBpmn(bpmn ?? found.value.bpmn, withLayout(model));
      return written.kind === 'refused'
        ? { kind: 'fileRefused', why: written.why }
        : { kind: 'ok', value: { version: found.value.version, bpmn: written.text } };
    },

    async restore(caller, id, { version, baseVersion }) {
      const found = await find(await pinned(caller.boardId), caller, id, version);
      if (found.kind !== 'ok') return found;
      const { model, bpmn, row } = found.value;
      const file = bpmn === undefined ? {} : { bpmn };
      return await save(caller, id, {
        ...file,
        baseVersion,
        baseRevision: row.revision,
        fields: {},
        model,
        what: 'restored',
      });
    },

    async versions(caller, id) {
      const context = await pinned(caller.boardId);
      const found = await find(context, caller, id);
      if (found.kind !== 'ok') return found;
      const published = found.value.row.fields['publishedVersion'];
      const versions = await listVersions(context.db, caller.boardId, found.value.row.id);
      return {
        kind: 'ok',
        value: versions.map((one) => ({ ...one, published: String(one.version) === published })),
      };
    },

    async differences(caller, id, from, to) {
      const context = await pinned(caller.boardId);
      const [before, after] = [await find(context, caller, id, from), await find(context, caller, id, to)];
      if (before.kind !== 'ok') return before;
      if (after.kind !== 'ok') return after;
      const [one, other] = [before.value.model, after.value.model];
      return {
        kind: 'ok',
        value: { from, to, activities: compareActivities(one, other), other: compareRest(one, other) },
      };
    },

    async readImport(caller, id, bytes, answers) {
      const context = await pinned(caller.boardId);
      const found = await find(context, caller, id);
      if (found.kind !== 'ok') return found;
      const read = readDrawing(found.value, bytes, answers);
      if (read.kind === 'refused') return { kind: 'fileRefused', why: read.why };
      const { reconciled } = read;
      const missing = found.value.activities.filter((row) => reconciled.missing.includes(row.id));
      const organisation = await context.organisation(caller.boardId);
      return {
        kind: 'ok',
        value: {
          ...reconciled,
          model: withLayout(reconciled.model),
          bpmn: read.text,
          notShown: read.notShown,
          lostLinks: await lostLinksOf(context, caller, organisation, missing),
        },
      };
    },

    async export(caller, id, format) {
      const context = await pinned(caller.boardId);
      const found = await find(context, caller, id);
      if (found.kind !== 'ok') return found;
      const { model, bpmn, row } = found.value;
      const name = row.title.replaceAll(/[^\p{L}\p{N} _-]+/gu, '').trim() || 'process';
      if (format === 'xlsx') {
        const bytes = await activitiesToExcel(model, caller.language);
        const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
        return { kind: 'ok', value: { name: `${name}.xlsx`, contentType, bytes } };
      }
      const written = writeBpmn(bpmn, model);
      if (written.kind === 'refused') return { kind: 'notFound' };
      const bytes = new TextEncoder().encode(written.text);
      return { kind: 'ok', value: { name: `${name}.bpmn`, contentType: 'application/xml', bytes } };
    },

    async present(caller, id, editing) {
      const context = await pinned(caller.boardId);
      const found = await find(context, caller, id);
      if (found.kind !== 'ok') return found;
      const processId = found.value.row.id;
      await notePresence(context.db, caller, processId, editing, context.now());
      return { kind: 'ok', value: await presentIn(context.db, caller.boardId, processId, context.now()) };
    },

    leave: async (caller, id) => await forgetPresence((await pinned(caller.boardId)).db, caller, id),
    documents: async (caller) => await readDocumentRegister(await pinned(caller.boardId), caller),
    documentLinks: async (caller, id) => await readDocumentLinks(await pinned(caller.boardId), caller, id),
    markDocument: async (caller, id, request) => await markDocument(await pinned(caller.boardId), caller, id, request),
  };
}
