import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../../bot/database/schema.ts';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import { createRecordsService } from '../../../bot/records/create-records-service.ts';
import type { Caller } from '../../../bot/records/records-service.ts';
import { maskText } from '../../../shared/intake/masking.ts';

export interface LargeOrganisation {
  readonly unitIds: readonly string[];
  readonly managerId: string;
  readonly officeId: string;
}

/** A board, a department for every 30 units, the units; a manager of the first unit and somebody at the office. */
export async function createLargeOrganisation(
  db: Kysely<Database>,
  units: number,
  now: () => Date,
): Promise<LargeOrganisation> {
  const records = createRecordsService({ db, now, newId: randomUUID, mask: maskText, onAccepted: () => undefined });
  const system: Caller = {
    boardId: demoBoard.id,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };
  const create = async (kind: 'organisationalUnit' | 'roleAssignment', fields: object, unitId?: string) => {
    const id = randomUUID();
    const outcome = await records.create(system, kind, { id, unitId, fields: { ...fields } });
    if (outcome.kind !== 'ok') throw new Error(`${kind} not created: ${JSON.stringify(outcome)}`);
    return id;
  };
  const board = await create('organisationalUnit', { name: 'Nämnden', unitKind: 'board' });
  const unitIds: string[] = [];
  let department = '';
  for (let index = 0; index < units; index += 1) {
    if (index % 30 === 0) {
      const name = `Avdelning ${String(index / 30 + 1)}`;
      department = await create('organisationalUnit', { name, unitKind: 'department', parent: board });
    }
    const name = `Enhet ${String(index + 1)}`;
    unitIds.push(await create('organisationalUnit', { name, unitKind: 'unit', parent: department }));
  }
  const [first] = unitIds;
  const manager = { id: 'chefen', name: 'Maria Chef' };
  const office = { id: 'kansliet', name: 'Olle Kansli' };
  await create('roleAssignment', { person: manager, role: 'unitManager' }, first);
  await create('roleAssignment', { person: office, role: 'qualityCoordinator' });
  return { unitIds, managerId: manager.id, officeId: office.id };
}
