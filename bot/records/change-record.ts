import type { FieldProblem, StoredAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFieldValue } from '../../shared/records/record-kind.ts';
import { applyFields, entriesSince, overlaps } from '../../shared/rules/field-changes.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { mayEdit } from '../../shared/rules/states.ts';
import { missingFields } from '../../shared/rules/validate-fields.ts';
import { checkReferences } from './check-references.ts';
import { kindProblems } from './kind-rules.ts';
import { answerWrite, invalid, ok, showRecord } from './outcomes.ts';
import { readGivenFields } from './read-given-fields.ts';
import { noteParticipantOfOwner, participantsWith } from './participation.ts';
import { findRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller, ChangeInput, Outcome } from './records-service.ts';
import { isOwned, ownerFields } from './owners.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { updateRecord } from './write-record.ts';

/**
 * Changes the named fields of a record. What others changed since `baseRevision` stands: where both touched the same
 * fields the answer is a conflict with the record as it is now, otherwise the two are merged without a word.
 */
export async function changeRecord(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
  input: ChangeInput,
): Promise<Outcome<StoredAnswer>> {
  const accepted: Accepted[] = [];
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<StoredAnswer>> => {
    const row = await findRow(db, caller.boardId, kind, id, { lock: true });
    return row === undefined ? { kind: 'notFound' } : await changeRow(db, context, caller, row, input, accepted);
  });
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}

/** The same within the caller's transaction, on a locked row; what was accepted is added to `accepted`. `reason` goes into the history. */
export async function changeRow(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  row: RecordRow,
  input: ChangeInput,
  accepted: Accepted[],
  reason?: string,
): Promise<Outcome<StoredAnswer>> {
  const organisation = await context.organisation(caller.boardId);
  const view = viewOf(caller.actor, row, organisation.tree);
  if (view === undefined) return { kind: 'notFound' };
  if (view !== 'full' || !mayEdit(caller.actor, row, organisation.tree)) return { kind: 'notAllowed' };

  const definition = definitionOf(row.kind);
  const given = readGivenFields(context, caller, definition, input.fields);
  const entries = entriesSince(row.history, input.baseRevision, row.revision);
  if (entries === undefined || overlaps(definition, given.fields, row.fields, entries)) {
    const current = await showRecord(context, caller, row);
    return current === undefined ? { kind: 'notFound' } : { kind: 'conflict', current };
  }

  const after = applyFields(row.fields, given.fields);
  const references = await checkReferences(
    db,
    context,
    caller,
    row.kind,
    referencesToCheck(row, given.fields),
    after.fields,
  );
  const problems: readonly FieldProblem[] = [
    ...given.problems,
    ...missingFields(definition, row.status, after.fields, {
      language: caller.language,
      among: new Set(Object.keys(given.fields)),
    }),
    ...references.problems,
    ...ownerProblems(row, given.fields, caller),
    ...kindProblems({
      kind: row.kind,
      id: row.id,
      unitId: row.unitId,
      fields: after.fields,
      given: new Set(Object.keys(given.fields)),
      found: references.found,
      organisation,
      caller,
    }),
  ];
  if (problems.length > 0) return invalid(...problems);
  if (after.changes.length === 0) return ok(await answerWrite(context, caller, row, given.masked));

  const { fields, changes } = applyFields(row.fields, {
    ...given.fields,
    ...participantsWith(row.kind, after.fields, caller),
  });
  const written = await updateRecord(db, context, caller, row, {
    action: 'changed',
    fields,
    changes,
    ...(reason === undefined ? {} : { reason }),
  });
  accepted.push({ boardId: row.boardId, kind: row.kind, id: row.id });
  await noteParticipantOfOwner(db, context, caller, written, accepted);
  return ok(await answerWrite(context, caller, written, given.masked));
}

/** A goal whose level changes is held against its parent too. */
function referencesToCheck(
  row: RecordRow,
  given: Readonly<Record<string, AnyFieldValue | null>>,
): Readonly<Record<string, AnyFieldValue | null>> {
  const parent = row.fields['parent'];
  return row.kind === 'goal' && 'level' in given && parent !== undefined ? { parent, ...given } : given;
}

function ownerProblems(
  row: RecordRow,
  given: Readonly<Record<string, AnyFieldValue | null>>,
  caller: Caller,
): readonly FieldProblem[] {
  if (!isOwned(row.kind)) return [];
  return ownerFields[row.kind]
    .filter((name) => name in given && (given[name] ?? undefined) !== row.fields[name])
    .map((name) => fieldProblem(caller.language, name, 'notYours'));
}
