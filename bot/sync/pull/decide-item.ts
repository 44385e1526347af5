import { definitionOf } from '../../../shared/records/index.ts';
import type { RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import { decodeItem } from '../../graph/decode-item.ts';
import type { DecodedItem } from '../../graph/decode-item.ts';
import { isProblemKind } from '../../records/problem-records.ts';
import type { RecordContent, RecordRow } from '../../records/record-store.ts';
import { decideNewItem } from './decide-new-item.ts';
import { isNewerEtag } from '../etag-version.ts';
import { judgeOutsideChange } from './judge-outside-change.ts';
import { isByOurApp } from './item-decision.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { OutsideProblem } from './judge-outside-change.ts';
import { maskFields } from './mask-content.ts';
import { isSameContent, mergeContent } from '../merge/merge.ts';
import { unionById } from '../merge/merge-lists.ts';
import { outsideEntry } from './outside-history.ts';
import { contentOf } from '../../records/stored-rows.ts';

/** Decides, without doing it, what a pulled or re-read item changes. Pure but for `newId`; rules S-I1…S-I9. */
export function decideItem(context: ItemContext): ItemDecision {
  const { row, item } = context;
  const definition = definitionOf(context.kind);
  if (row !== undefined && !row.deleted && row.graphItemId === item.id && !isNewerEtag(item.etag, row.etag)) {
    return context.isWholeWalk === true ? putRight(definition, context, row) : { kind: 'nothing' };
  }
  const decoded = decodeItem(definition, item.fields);
  if (decoded.kind === 'problems') {
    const columns = decoded.problems.map(({ column, problem }) => `${column}=${problem}`).join(',');
    return setAside(context, `unreadable:${columns}`);
  }
  if (row === undefined) return decideNewItem(definition, context, decoded.item);
  if (row.graphItemId !== undefined && row.graphItemId !== item.id && !row.deleted) {
    return { kind: 'setAside', reason: 'copy' };
  }
  if (decoded.item.status === undefined) return setAside(context, 'unreadable:Status=missing');
  const theirs = contentOfItem(decoded.item, decoded.item.status);
  return isByOurApp(context)
    ? acceptOurs(definition, context, row, decoded.item, theirs)
    : acceptOutsideChange(definition, context, row, decoded.item, theirs);
}

/** A record without unsent changes that differs from the very version it came from was spoiled here: the item is right. */
function putRight(definition: RecordKindDefinition, context: ItemContext, row: RecordRow): ItemDecision {
  const { item } = context;
  if (item.etag !== row.etag || row.pushedRevision !== row.revision || !isByOurApp(context)) return { kind: 'nothing' };
  const decoded = decodeItem(definition, item.fields);
  if (decoded.kind === 'problems' || decoded.item.status === undefined) return { kind: 'nothing' };
  const theirs = contentOfItem(decoded.item, decoded.item.status);
  if (decoded.item.revision !== row.revision || isSameContent(definition, contentOf(row), theirs))
    return { kind: 'nothing' };
  const history = unionById(decoded.item.history, row.history);
  return { kind: 'update', row: withContent({ ...row, history, base: theirs }, theirs), conflicts: [] };
}

export function contentOfItem(item: DecodedItem, status: string): RecordContent {
  const { unitId, fields, comments } = item;
  return { ...(unitId === undefined ? {} : { unitId }), status, fields, comments };
}

/** Our own write comes back: after a lost answer, or before the push has noted it. Revisions of a record are one line. */
function acceptOurs(
  definition: RecordKindDefinition,
  { item }: ItemContext,
  row: RecordRow,
  decoded: DecodedItem,
  theirs: RecordContent,
): ItemDecision {
  const seen = { graphItemId: item.id, etag: item.etag, base: theirs };
  const seenRevision = decoded.revision ?? 0;
  if (seenRevision <= row.revision && !(row.deleted && row.pushedRevision >= row.revision)) {
    const isSame = isSameContent(definition, contentOf(row), theirs);
    // The same revision with other content: somebody restored an old version. Ours is written again.
    const pushed = seenRevision === row.revision && !isSame ? row.revision - 1 : seenRevision;
    const pushedRevision = seenRevision === row.revision ? pushed : Math.max(row.pushedRevision, pushed);
    return { kind: 'update', row: { ...row, ...seen, pushedRevision }, conflicts: [] };
  }
  // SharePoint is ahead: the database was restored from an older state, or the item from the recycle bin.
  // A problem that was found again before it was read from its list: what the list holds may be settled.
  const isFoundAgain = isProblemKind(row.kind) && row.base === undefined;
  const { content, conflicts } =
    row.deleted || isFoundAgain
      ? { content: { ...theirs, comments: unionById(row.comments, theirs.comments) }, conflicts: [] }
      : mergeContent(definition, row.base ?? theirs, contentOf(row), theirs);
  const history = unionById(row.history, decoded.history);
  // A history that SharePoint lacks (a change while the item lay in the bin) is written too.
  const isInStep = seenRevision >= row.revision && isSameContent(definition, content, theirs);
  const revision = Math.max(seenRevision, row.revision) + (isInStep ? 0 : 1);
  const pushedRevision = isInStep ? revision : revision - 1;
  const merged = withContent({ ...row, ...seen, history, deleted: false, revision, pushedRevision }, content);
  const { modifiedAt = row.modifiedAt, modifiedBy = row.modifiedBy, stateChangedAt = row.stateChangedAt } = decoded;
  return { kind: 'update', row: { ...merged, modifiedAt, modifiedBy, stateChangedAt }, conflicts };
}

/** A person changed the item in SharePoint: parsed, judged, masked, merged, and told in the history. */
function acceptOutsideChange(
  definition: RecordKindDefinition,
  context: ItemContext,
  row: RecordRow,
  decoded: DecodedItem,
  theirs: RecordContent,
): ItemDecision {
  // Without a base (the answer to our creation was lost) nothing was agreed on: every difference is a conflict.
  const base = row.base ?? { status: definition.initialStates[0] ?? theirs.status, fields: {}, comments: [] };
  const judgedFrom = row.base ?? contentOf(row);
  const problem = judgeOutsideChange(definition, row, judgedFrom, decoded, theirs);
  if (problem !== undefined) return setAside(context, problem);
  const masked = { ...theirs, fields: maskFields(definition, theirs.fields, context.mask) };
  const { content, conflicts } = mergeContent(definition, base, contentOf(row), masked);
  const seen = { graphItemId: context.item.id, etag: context.item.etag, base: masked, deleted: false };
  const entry = outsideEntry(definition, context, judgedFrom, masked, row.revision + 1);
  if (entry === undefined && isSameContent(definition, content, contentOf(row)) && !row.deleted) {
    // Only SharePoint's own columns moved (a version restored, a title touched).
    const isInStep = decoded.revision === row.revision && isSameContent(definition, content, theirs);
    const pushedRevision = isInStep && row.pushedRevision === row.revision ? row.revision : row.revision - 1;
    return { kind: 'update', row: { ...row, ...seen, pushedRevision }, conflicts };
  }
  const revision = row.revision + 1;
  const history = entry === undefined ? row.history : [...row.history, entry];
  const changed = withContent({ ...row, ...seen, history, revision, pushedRevision: revision - 1 }, content);
  const stateChangedAt = content.status === row.status ? row.stateChangedAt : context.now;
  const modifiedBy = entry?.by ?? row.modifiedBy;
  return { kind: 'update', row: { ...changed, stateChangedAt, modifiedBy, modifiedAt: context.now }, conflicts };
}

/** What we have stays true, and is written back over the item. One that lay in the bin is back, wrong as it is. */
function setAside({ row, item }: ItemContext, reason: OutsideProblem): ItemDecision {
  if (row === undefined) return { kind: 'setAside', reason };
  const deletionWaits = row.deleted && row.pushedRevision < row.revision;
  const pushedRevision = Math.min(row.pushedRevision, row.revision - 1);
  const ours = { ...row, graphItemId: item.id, etag: item.etag, pushedRevision, deleted: deletionWaits };
  return { kind: 'setAside', reason, row: ours };
}

function withContent(row: RecordRow, content: RecordContent): RecordRow {
  const { unitId: _, ...rest } = row;
  return { ...rest, ...content };
}
