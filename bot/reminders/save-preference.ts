import type { Person } from '../../shared/records/record-kind.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import type { StoredAnswer } from '../../shared/api/contract.ts';
import { readPreferences } from './read-people.ts';
import type { DeskParts } from './reminders-desk.ts';
import { stableId } from '../stable-id.ts';

/** Writes what a person chose about their reminders; one record a person. `null` empties a field. */
export async function savePreference(
  { db, records, boardId }: Pick<DeskParts, 'db' | 'records' | 'boardId'>,
  person: Person,
  fields: Readonly<Record<string, unknown>>,
  attempt = 1,
): Promise<Outcome<StoredAnswer>> {
  const system: Caller = {
    boardId,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };
  const [known] = await readPreferences(db, boardId, person.id);
  if (known === undefined) {
    const id = stableId('reminder-preference', [boardId, person.id]);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
    const created = await records.create(system, 'reminderPreference', {
      id,
      fields: { personId: person.id, ...given },
    });
    // Another surface was first: what it wrote is changed instead.
    if (created.kind !== 'ok' || created.value.created || attempt > 1) return created;
    return await savePreference({ db, records, boardId }, person, fields, attempt + 1);
  }
  const changed = await records.change(system, 'reminderPreference', known.id, {
    baseRevision: known.revision,
    fields,
  });
  if (changed.kind !== 'conflict' || attempt > 1) return changed;
  return await savePreference({ db, records, boardId }, person, fields, attempt + 1);
}
