import type { RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import { titleOf } from '../../../shared/rules/record-title.ts';
import type { DecodedItem } from '../../graph/decode-item.ts';
import type { RecordRow } from '../../records/record-store.ts';
import { isByOurApp, isMadeByOurApp } from './item-decision.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { isOnlyOurs, missingField } from './judge-outside-change.ts';
import { maskFields } from './mask-content.ts';

/**
 * An item that no row knows: ours, when the database was lost; or made by hand. By hand goes for goals, commitments,
 * indicators and expected results, which are adopted; reports, cases, roles and the organisation come through the app
 * alone, since they need masking by their writer, a number or a right.
 */
export function decideNewItem(definition: RecordKindDefinition, context: ItemContext, item: DecodedItem): ItemDecision {
  // What was made by hand and adopted has its key from us, and our app was the last to write it.
  const isOurs = isMadeByOurApp(context) || isByOurApp(context);
  if (isOurs && item.id !== undefined) return rebuild(definition, context, item, item.id);
  return item.id === undefined ? adopt(definition, context, item) : { kind: 'setAside', reason: 'madeByHand' };
}

function rebuild(definition: RecordKindDefinition, context: ItemContext, item: DecodedItem, id: string): ItemDecision {
  const { status, createdBy, createdAt } = item;
  if (status === undefined || createdBy === undefined || createdAt === undefined) {
    return { kind: 'setAside', reason: 'incomplete' };
  }
  const isByApp = isByOurApp(context);
  // Role rows count only when our app was the last editor (`design.md` 1.4).
  if (!isByApp && isOnlyOurs(definition)) return { kind: 'setAside', reason: 'onlyOurApp' };
  const fields = isByApp ? item.fields : maskFields(definition, item.fields, context.mask);
  const revision = item.revision ?? 1;
  const content = {
    status,
    fields,
    comments: item.comments,
    ...(item.unitId === undefined ? {} : { unitId: item.unitId }),
  };
  const row: RecordRow = {
    ...content,
    boardId: context.boardId,
    kind: context.kind,
    id,
    ...(item.ref === undefined ? {} : { ref: item.ref }),
    title: titleOf(context.kind, fields),
    history: item.history,
    createdBy,
    createdAt,
    modifiedBy: item.modifiedBy ?? createdBy,
    modifiedAt: item.modifiedAt ?? createdAt,
    stateChangedAt: item.stateChangedAt ?? createdAt,
    revision: isByApp ? revision : revision + 1,
    pushedRevision: revision,
    deleted: false,
    base: content,
    graphItemId: context.item.id,
    etag: context.item.etag,
  };
  return { kind: 'insert', row };
}

function adopt(definition: RecordKindDefinition, context: ItemContext, item: DecodedItem): ItemDecision {
  const { boardId, kind, now } = context;
  if (definition.group !== 'plan' && definition.group !== 'followUp') return { kind: 'setAside', reason: 'madeByHand' };
  const status = item.status ?? definition.initialStates[0] ?? '';
  if (status !== definition.initialStates[0]) return { kind: 'setAside', reason: 'stepNotPossible' };
  const fields = maskFields(definition, item.fields, context.mask);
  const missing = missingField(definition, status, fields);
  if (missing !== undefined) return { kind: 'setAside', reason: `required:${missing}` };
  const maker = context.item.createdBy ?? context.item.lastModifiedBy;
  const by = { id: maker?.id ?? 'sharePoint', name: maker?.name ?? 'SharePoint' };
  const at = context.item.createdAt ?? now;
  const row: RecordRow = {
    ...(item.unitId === undefined ? {} : { unitId: item.unitId }),
    boardId,
    kind,
    id: context.newId(),
    status,
    title: titleOf(kind, fields),
    fields,
    comments: [],
    history: [{ id: context.newId(), at, by, via: 'sharePoint', action: 'created', changes: [], revision: 1 }],
    createdBy: by,
    createdAt: at,
    modifiedBy: by,
    modifiedAt: at,
    stateChangedAt: at,
    revision: 1,
    pushedRevision: 0,
    deleted: false,
    base: { status, fields, comments: [], ...(item.unitId === undefined ? {} : { unitId: item.unitId }) },
    graphItemId: context.item.id,
    etag: context.item.etag,
  };
  return { kind: 'insert', row };
}
