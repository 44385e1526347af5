import type { FieldProblem, StoredAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFieldValue, Transition } from '../../shared/records/record-kind.ts';
import { canonicalText } from '../../shared/rules/canonical-text.ts';
import { applyFields, entriesSince } from '../../shared/rules/field-changes.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { fitsRecord, followsAnother, openTransitions } from '../../shared/rules/states.ts';
import { stepProblems } from '../../shared/rules/step-demands.ts';
import { missingFields } from '../../shared/rules/validate-fields.ts';
import { checkReferences } from './check-references.ts';
import { answerWrite, invalid, ok, showRecord } from './outcomes.ts';
import { either, maskOne, readGivenFields } from './read-given-fields.ts';
import { findRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller, Outcome, StepInput } from './records-service.ts';
import { findFollowers, lockWithFollowers } from './owners.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { updateRecord } from './write-record.ts';

const longestReason = 2000;

/**
 * Takes one step, with the fields that belong to it. What somebody decides is what they read: when a field has changed
 * since `baseRevision` the answer is a conflict; comments in between do not matter. Expected results follow their
 * commitment or goal, and activities their process, in the same transaction.
 */
export async function takeStep(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
  input: StepInput,
): Promise<Outcome<StoredAnswer>> {
  const accepted: Accepted[] = [];
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<StoredAnswer>> => {
    await lockWithFollowers(db, caller.boardId, kind, [id]);
    const row = await findRow(db, caller.boardId, kind, id, { lock: true });
    return row === undefined ? { kind: 'notFound' } : await stepRow(db, context, caller, row, input, accepted);
  });
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}

/** The same within the caller's transaction, on a locked row; what was accepted is added to `accepted`. */
export async function stepRow(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  row: RecordRow,
  input: StepInput,
  accepted: Accepted[],
): Promise<Outcome<StoredAnswer>> {
  const { tree } = await context.organisation(caller.boardId);
  const view = viewOf(caller.actor, row, tree);
  if (view === undefined) return { kind: 'notFound' };
  const transition =
    view === 'full' ? openTransitions(caller.actor, row, tree).find(({ to }) => to === input.to) : undefined;
  if (transition === undefined && (view !== 'full' || isForOthers(row, input.to))) return { kind: 'notAllowed' };
  if (isStale(row, input.baseRevision)) {
    const current = await showRecord(context, caller, row);
    return current === undefined ? { kind: 'notFound' } : { kind: 'conflict', current };
  }
  if (transition === undefined) return { kind: 'stepNotPossible' };

  const reason = maskOne(context.mask, canonicalText(input.reason ?? ''));
  const given = readGivenFields(context, caller, definitionOf(row.kind), input.fields ?? {});
  const { fields, changes } = applyFields(row.fields, {
    ...given.fields,
    ...effectsOf(row, transition, reason.maskedText, given.fields, context.now()),
  });
  const followers = await findFollowers(db, row);
  const unreadable = new Set(given.problems.map(({ field }) => field));
  const problems: readonly FieldProblem[] = [
    ...given.problems,
    ...reasonProblems(transition, reason.maskedText, caller),
    ...Object.keys(given.fields)
      .filter((name) => !transition.fields?.includes(name))
      .map((name) => fieldProblem(caller.language, name, 'unknownField')),
    ...(await checkReferences(db, context, caller, row.kind, given.fields, fields)).problems,
    ...firstOfEach([
      ...stepProblems({
        kind: row.kind,
        from: row.status,
        to: transition.to,
        fields,
        followers,
        language: caller.language,
      }),
      ...missingFields(definitionOf(row.kind), transition.to, fields, caller),
    ]).filter(({ field }) => !unreadable.has(field)),
  ];
  if (problems.length > 0) return invalid(...problems);

  const because = reason.maskedText === '' ? {} : { reason: reason.maskedText };
  const written = await updateRecord(db, context, caller, row, {
    action: 'stepTaken',
    status: transition.to,
    fields,
    changes,
    ...because,
  });
  for (const follower of followers) {
    await updateRecord(db, context, caller, follower, { action: 'stepTaken', status: transition.to, ...because });
    accepted.push({ boardId: follower.boardId, kind: follower.kind, id: follower.id });
  }
  // What one act changes in several records is announced with its marker last (`design.md` 3, Write).
  accepted.push({ boardId: row.boardId, kind: row.kind, id: row.id });
  return ok(await answerWrite(context, caller, written, either(given.masked, reason)));
}

/** Whether the step exists from here, only not for this actor. */
function isForOthers(row: RecordRow, to: string): boolean {
  return (
    !followsAnother(row.kind) &&
    definitionOf(row.kind).transitions.some(
      (transition) => transition.from === row.status && transition.to === to && fitsRecord(transition, row),
    )
  );
}

function isStale(row: RecordRow, baseRevision: number): boolean {
  const entries = entriesSince(row.history, baseRevision, row.revision);
  return entries?.some(({ action }) => action !== 'commented') ?? true;
}

function reasonProblems(transition: Transition, reason: string, caller: Caller): readonly FieldProblem[] {
  if (transition.needsReason && reason === '') {
    return [fieldProblem(caller.language, 'reason', 'required', { text: 'reasonNeeded' })];
  }
  return reason.length > longestReason
    ? [fieldProblem(caller.language, 'reason', 'tooLong', { limit: longestReason })]
    : [];
}

/** What a step sets by itself. */
function effectsOf(
  row: RecordRow,
  transition: Transition,
  reason: string,
  given: Readonly<Record<string, AnyFieldValue | null>>,
  now: Date,
): Readonly<Record<string, AnyFieldValue | null>> {
  const { fields } = definitionOf(row.kind);
  const endsWithReason = transition.to === 'rejected' || transition.to === 'backToDeviation';
  return {
    // The one who reported reads why it went no further, in whichever view they have.
    ...(endsWithReason && fields['rejectionReason'] && { rejectionReason: reason }),
    ...(endsWithReason && fields['messageToReporter'] && { messageToReporter: reason }),
    ...(transition.to === 'confirmed' &&
      (given['confirmedAt'] ?? null) === null &&
      fields['confirmedAt'] && {
        confirmedAt: now.toISOString(),
      }),
    // The version that applies stays known while the next one is drafted.
    ...(transition.to === 'published' &&
      fields['publishedVersion'] &&
      row.fields['diagramVersion'] !== undefined && { publishedVersion: row.fields['diagramVersion'] }),
    // A revised plan is decided anew.
    ...(row.status === 'adopted' && transition.to === 'draft' && fields['decisionDate'] && { decisionDate: null }),
  };
}

function firstOfEach(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.field, problem])).values()].toReversed();
}
