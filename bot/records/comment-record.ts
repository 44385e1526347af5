import type { StoredAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { Comment } from '../../shared/records/stored-record.ts';
import { canonicalText } from '../../shared/rules/canonical-text.ts';
import { applyFields } from '../../shared/rules/field-changes.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { mayComment, mayEdit } from '../../shared/rules/states.ts';
import { answerWrite, invalid, ok } from './outcomes.ts';
import { participantsWith } from './participation.ts';
import { maskOne, nothingMasked } from './read-given-fields.ts';
import { findRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller, CommentInput, Outcome } from './records-service.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { personOf, updateRecord } from './write-record.ts';

const longestComment = 4000;
const commentId = /^[\w.:-]{1,64}$/;

/** Adds a comment or a suggestion (R21). The same id from the same person again changes nothing. */
export async function commentRecord(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
  input: CommentInput,
): Promise<Outcome<StoredAnswer>> {
  return await withRecord(context, caller, kind, id, async (db, row, changed) => {
    const { tree } = await context.organisation(caller.boardId);
    const existing = row.comments.find((comment) => comment.id === input.id);
    if (existing !== undefined) {
      return existing.by.id === caller.actor.personId
        ? ok(await answerWrite(context, caller, row, nothingMasked))
        : { kind: 'idTaken' };
    }
    if (!mayComment(caller.actor, row, tree)) return { kind: 'notAllowed' };
    const masked = maskOne(context.mask, canonicalText(input.text));
    const problems = [
      ...(commentId.test(input.id) ? [] : [fieldProblem(caller.language, 'id', 'wrongShape')]),
      ...(masked.maskedText === '' ? [fieldProblem(caller.language, 'text', 'required')] : []),
      ...(masked.maskedText.length > longestComment
        ? [fieldProblem(caller.language, 'text', 'tooLong', { limit: longestComment })]
        : []),
      ...(input.field === undefined || Object.hasOwn(definitionOf(kind).fields, input.field)
        ? []
        : [fieldProblem(caller.language, 'field', 'unknownField')]),
    ];
    if (problems.length > 0) return invalid(...problems);
    const comment: Comment = {
      id: input.id,
      at: context.now().toISOString(),
      by: personOf(caller),
      kind: input.kind,
      ...(input.field !== undefined && { field: input.field }),
      text: masked.maskedText,
    };
    const { fields, changes } = applyFields(row.fields, participantsWith(kind, row.fields, caller));
    const comments = [...row.comments, comment];
    const written = await updateRecord(db, context, caller, row, { action: 'commented', comments, fields, changes });
    changed();
    return ok(await answerWrite(context, caller, written, masked));
  });
}

/** Takes a suggestion in or declines it. Who may edit the record decides; the first answer stands. */
export async function answerComment(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
  commentIdGiven: string,
  outcome: 'taken' | 'declined',
): Promise<Outcome<StoredAnswer>> {
  return await withRecord(context, caller, kind, id, async (db, row, changed) => {
    const { tree } = await context.organisation(caller.boardId);
    if (!mayEdit(caller.actor, row, tree)) return { kind: 'notAllowed' };
    const comment = row.comments.find((candidate) => candidate.id === commentIdGiven);
    if (comment === undefined) return { kind: 'notFound' };
    if (comment.answer?.outcome === outcome) return ok(await answerWrite(context, caller, row, nothingMasked));
    if (comment.kind !== 'suggestion' || comment.answer !== undefined) return { kind: 'stepNotPossible' };
    const answer = { by: personOf(caller), at: context.now().toISOString(), outcome };
    const comments = row.comments.map((one) => (one === comment ? { ...one, answer } : one));
    const written = await updateRecord(db, context, caller, row, { action: 'commented', comments });
    changed();
    return ok(await answerWrite(context, caller, written, nothingMasked));
  });
}

/** Locks the record, which the caller must see in full, and tells the outside once the transaction stands. */
async function withRecord(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
  act: (db: Connection, row: RecordRow, changed: () => void) => Promise<Outcome<StoredAnswer>>,
): Promise<Outcome<StoredAnswer>> {
  const accepted: Accepted[] = [];
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<StoredAnswer>> => {
    const row = await findRow(db, caller.boardId, kind, id, { lock: true });
    const { tree } = await context.organisation(caller.boardId);
    const view = row && viewOf(caller.actor, row, tree);
    if (row === undefined || view === undefined) return { kind: 'notFound' };
    if (view !== 'full') return { kind: 'notAllowed' };
    return await act(db, row, () => void accepted.push({ boardId: row.boardId, kind: row.kind, id: row.id }));
  });
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}
