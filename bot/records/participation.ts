import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields, Person } from '../../shared/records/record-kind.ts';
import { applyFields } from '../../shared/rules/field-changes.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller } from './records-service.ts';
import { findOwner, isOwned } from './owners.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { personOf, updateRecord } from './write-record.ts';

/** The participation log of R21 with the caller in it: everybody who wrote or commented, once. Other kinds keep none. */
export function participantsWith(
  kind: KindName,
  fields: AnyFields,
  caller: Caller,
): { readonly participants?: readonly Person[] } {
  if (caller.actor.system || definitionOf(kind).fields['participants']?.type !== 'persons') return {};
  const participants = (fields['participants'] ?? []) as readonly Person[];
  return participants.some(({ id }) => id === caller.actor.personId)
    ? { participants }
    : { participants: [...participants, personOf(caller)] };
}

/** Who writes an expected result or an activity takes part in its commitment or process. */
export async function noteParticipantOfOwner(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  row: RecordRow,
  accepted: Accepted[],
): Promise<void> {
  if (!isOwned(row.kind) || (row.kind === 'expectedResult' && row.fields['commitment'] === undefined)) return;
  const { owner } = await findOwner(db, caller, row.kind, row.fields);
  if (owner === undefined) return;
  const { fields, changes } = applyFields(owner.fields, participantsWith(owner.kind, owner.fields, caller));
  if (changes.length === 0) return;
  await updateRecord(db, context, caller, owner, { action: 'changed', fields, changes });
  accepted.push({ boardId: owner.boardId, kind: owner.kind, id: owner.id });
}
