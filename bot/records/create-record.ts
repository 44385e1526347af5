import { holdUntilCommit } from '../database/one-process-at-a-time.ts';
import type { FieldProblem, StoredAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields, RecordKindDefinition } from '../../shared/records/record-kind.ts';
import { applyFields } from '../../shared/rules/field-changes.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { mayCreate } from '../../shared/rules/permissions.ts';
import { mayEdit } from '../../shared/rules/states.ts';
import { missingFields } from '../../shared/rules/validate-fields.ts';
import { createFindById } from './find-by-id.ts';
import { checkReferences } from './check-references.ts';
import { kindProblems, needsUnit } from './kind-rules.ts';
import type { Organisation } from './organisation.ts';
import { answerWrite, invalid, ok } from './outcomes.ts';
import { noteParticipantOfOwner, participantsWith } from './participation.ts';
import { nothingMasked, readGivenFields } from './read-given-fields.ts';
import { isUuid } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller, CreateInput, Outcome, Refusal } from './records-service.ts';
import { findOwner, isOwned } from './owners.ts';
import type { OwnedKind } from './owners.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { insertRecord, newRow } from './write-record.ts';
import type { NewRecord } from './write-record.ts';

type Created = StoredAnswer & { readonly created: boolean };

/**
 * Stores a new record once, whoever asks how often: the same id from the same person gives the record as it stands.
 * Permission, masking, validation, references, reference number and history come together in the one statement that
 * stores it; where another record changes too, that is one transaction. Reports come many at a time, and each statement
 * that a report does not need is time for all of them: whether the id is taken is seen when the record is stored.
 */
export async function createRecord(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  input: CreateInput,
): Promise<Outcome<Created>> {
  if (!isUuid(input.id)) return invalid(fieldProblem(caller.language, 'id', 'wrongShape'));
  const id = input.id.toLowerCase();
  // Two calls with one id wait for each other here; the second finds the first one's record. Those of two processes meet
  // at the key of the table, and the second skips a number.
  return await context.oneAtATime(`${caller.boardId} ${id}`, () => createOnce(context, caller, kind, { ...input, id }));
}

async function createOnce(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  input: CreateInput,
): Promise<Outcome<Created>> {
  const organisation = await context.organisation(caller.boardId);
  const accepted: Accepted[] = [];
  const outcome = isOwned(kind)
    ? await context.db
        .transaction()
        .execute((db) => storeOwned(db, context, caller, kind, input, organisation, accepted))
    : await storeAlone(context, caller, kind, input, organisation, accepted);
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}

async function repeated(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  existing: RecordRow,
): Promise<Outcome<Created>> {
  const isTheSame = existing.kind === kind && existing.createdBy.id === caller.actor.personId && !existing.deleted;
  if (!isTheSame) return { kind: 'idTaken' };
  return ok({ ...(await answerWrite(context, caller, existing, nothingMasked)), created: false });
}

/** With its owner locked: both change in one transaction. Owned kinds have no references of their own. */
async function storeOwned(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  input: CreateInput,
  organisation: Organisation,
  accepted: Accepted[],
): Promise<Outcome<Created>> {
  // Another process may be storing the same id: its record is there once the lock is.
  await holdUntilCommit(db, `${caller.boardId} ${input.id}`);
  const existing = await createFindById(db)(caller.boardId, input.id);
  if (existing !== undefined) return await repeated(context, caller, kind, existing);
  const checked = await check(db, context, caller, kind, input, organisation);
  if (checked.kind !== 'fine') return checked;
  const row = await insertRecord(db, context, caller, checked.record);
  accepted.push({ boardId: row.boardId, kind, id: row.id });
  await noteParticipantOfOwner(db, context, caller, row, accepted);
  return ok({ ...(await answerWrite(context, caller, row, checked.masked)), created: true });
}

async function storeAlone(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  input: CreateInput,
  organisation: Organisation,
  accepted: Accepted[],
): Promise<Outcome<Created>> {
  const checked = await check(context.db, context, caller, kind, input, organisation);
  const row = checked.kind === 'fine' ? await context.insertAlone(newRow(context, caller, checked.record)) : undefined;
  if (checked.kind !== 'fine' || row === undefined) {
    // What was stored once stays the answer, even if it would be refused today.
    const existing = await context.findById(caller.boardId, input.id);
    if (existing !== undefined) return await repeated(context, caller, kind, existing);
    return checked.kind === 'fine' ? { kind: 'idTaken' } : checked;
  }
  accepted.push({ boardId: row.boardId, kind, id: row.id });
  return ok({ ...(await answerWrite(context, caller, row, checked.masked)), created: true });
}

type Checked = Refusal | { readonly kind: 'fine'; readonly record: NewRecord; readonly masked: StoredAnswer['masked'] };

async function check(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  input: CreateInput,
  organisation: Organisation,
): Promise<Checked> {
  const definition = definitionOf(kind);
  const given = readGivenFields(context, caller, definition, input.fields);
  const { fields: written } = applyFields({}, given.fields);
  const place = await placeOf(db, caller, kind, input, written, organisation);
  if (place.refusal !== undefined) return place.refusal;
  const { unitId, status } = place;

  const fields = {
    ...withOrigin(definition, written, caller, context.now()),
    ...participantsWith(kind, written, caller),
  };
  const references = await checkReferences(db, context, caller, kind, given.fields, fields);
  const unreadable = new Set(given.problems.map(({ field }) => field));
  const problems: readonly FieldProblem[] = [
    ...given.problems,
    ...place.problems,
    ...missingFields(definition, status, fields, caller).filter(({ field }) => !unreadable.has(field)),
    ...references.problems,
    ...kindProblems({
      kind,
      id: input.id,
      unitId,
      fields,
      given: new Set(['goal', 'parent', 'level', ...Object.keys(given.fields)]),
      found: references.found,
      organisation,
      caller,
    }),
  ];
  if (problems.length > 0) return invalid(...firstPerField(problems));
  if (unitId !== undefined && !organisation.byId.get(unitId)?.active) return { kind: 'unitClosed' };
  return { kind: 'fine', record: { kind, id: input.id, unitId, status, fields }, masked: given.masked };
}

type Place =
  | { readonly refusal: Refusal }
  | {
      readonly refusal?: undefined;
      readonly unitId: string | undefined;
      readonly status: string;
      readonly problems: readonly FieldProblem[];
    };

/** Where the record belongs and in which state it begins, and whether the actor may put one there. */
async function placeOf(
  db: Connection,
  caller: Caller,
  kind: KindName,
  input: CreateInput,
  fields: AnyFields,
  organisation: Organisation,
): Promise<Place> {
  if (isOwned(kind)) return await placeOfOwned(db, caller, kind, fields, organisation);
  const definition = definitionOf(kind);
  const { actor, language } = caller;
  const unitId = input.unitId?.toLowerCase();
  if (!mayCreate(actor, kind, unitId, organisation.tree)) return { refusal: { kind: 'notAllowed' } };
  const status = input.status ?? definition.initialStates[0] ?? '';
  const possible = actor.system ? Object.keys(definition.states) : definition.initialStates;
  if (!possible.includes(status)) return { refusal: invalid(fieldProblem(language, 'status', 'notAChoice')) };
  // What is decided from the start (the council's goals) is entered by the app, not by a person past all steps.
  if (!actor.system && definition.closedStates?.includes(status)) return { refusal: { kind: 'notAllowed' } };
  const problems = [
    ...(unitId !== undefined && !organisation.byId.has(unitId)
      ? [fieldProblem(language, 'unitId', 'noSuchRecord')]
      : []),
    ...(unitId === undefined && needsUnit(kind, fields)
      ? [fieldProblem(language, 'unitId', 'required', { text: 'unitNeeded' })]
      : []),
  ];
  return { unitId, status, problems };
}

/** An expected result or activity takes unit and state of what it belongs to; adding one is editing that. */
async function placeOfOwned(
  db: Connection,
  caller: Caller,
  kind: OwnedKind,
  fields: AnyFields,
  { tree }: Organisation,
): Promise<Place> {
  const { owner, problems } = await findOwner(db, caller, kind, fields);
  if (owner === undefined) return { refusal: invalid(...problems) };
  const allowed =
    caller.actor.system === true ||
    (mayCreate(caller.actor, kind, owner.unitId, tree) && mayEdit(caller.actor, owner, tree));
  if (!allowed) return { refusal: { kind: 'notAllowed' } };
  return { unitId: owner.unitId, status: owner.status, problems: [] };
}

/** What the system knows about how a report came in. */
function withOrigin(definition: RecordKindDefinition, fields: AnyFields, caller: Caller, now: Date): AnyFields {
  const { source, receivedAt } = definition.fields;
  const cameBy = caller.via === 'chat' ? 'chat' : caller.via === 'tab' ? 'form' : undefined;
  return {
    ...fields,
    ...(source?.setBySystem && fields['source'] === undefined && cameBy !== undefined && { source: cameBy }),
    ...(receivedAt?.setBySystem && fields['receivedAt'] === undefined && { receivedAt: now.toISOString() }),
  };
}

function firstPerField(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ field, row }) => {
    const key = `${field} ${row ?? ''}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
