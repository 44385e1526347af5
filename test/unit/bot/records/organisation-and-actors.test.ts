import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createActorCache } from '../../../../bot/records/actors.ts';
import { createRecordsService } from '../../../../bot/records/create-records-service.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';

let board: TestBoard;

beforeAll(async () => {
  board = await createTestBoard();
});

afterAll(async () => {
  await board.close();
});

async function give(personId: string, name: string, role: string, unitId?: string) {
  return await board.seed(
    'roleAssignment',
    { person: { id: personId, name }, role },
    { by: board.as('admin'), ...(unitId !== undefined && { unitId }) },
  );
}

test('units come parents first, closed ones too, with what the bot calls them', async () => {
  const units = await board.service.units(board.boardId);

  const place = new Map(units.map(({ id }, index) => [id, index]));
  expect(units.every(({ id, parentId }) => (place.get(parentId ?? '') ?? -1) < (place.get(id) ?? -1))).toBe(true);
  expect(units.find(({ id }) => id === board.units.closed)).toMatchObject({ active: false, aliases: [] });
  expect(units.find(({ id }) => id === board.units.board)).toMatchObject({ unitKind: 'board', active: true });
});

test('a new or renamed unit is known at once, and one that the sync engine brought when it says so', async () => {
  const admin = board.as('admin');
  const parent = board.units.preschool;
  const made = await board.seed(
    'organisationalUnit',
    { name: 'Förskoleenhet Tallkotten', unitKind: 'unit', parent, aliases: ['Tallkotten'] },
    { by: admin },
  );
  const nameOf = async () => (await board.service.units(board.boardId)).find(({ id }) => id === made.id)?.name;
  expect(await nameOf()).toBe('Förskoleenhet Tallkotten');

  must(
    await board.service.change(admin, 'organisationalUnit', made.id, {
      baseRevision: 1,
      fields: { name: 'Förskoleenhet Granen' },
    }),
  );
  expect(await nameOf()).toBe('Förskoleenhet Granen');

  await board.db
    .updateTable('records')
    .set({ fields: JSON.stringify({ name: 'Utifrån', unitKind: 'unit', parent }) })
    .where('id', '=', made.id)
    .execute();
  expect(await nameOf()).toBe('Förskoleenhet Granen');
  board.service.forget(board.boardId);
  expect(await nameOf()).toBe('Utifrån');
});

test('a unit that closes takes no more reports', async () => {
  const admin = board.as('admin');
  const unit = await board.seed('organisationalUnit', { name: 'Snart stängd', unitKind: 'unit' }, { by: admin });
  const report = async () =>
    await board.service.create(board.as('employee', unit.id), 'deviation', {
      id: randomUUID(),
      unitId: unit.id,
      fields: { whatHappened: 'Fall' },
    });
  expect((await report()).kind).toBe('ok');

  must(await board.service.takeStep(admin, 'organisationalUnit', unit.id, { to: 'closed', baseRevision: 1 }));

  expect((await report()).kind).toBe('unitClosed');
});

test('a unit cannot be put under itself or under what lies below it', async () => {
  const admin = board.as('admin');
  const move = async (parent: string) =>
    await board.service.change(admin, 'organisationalUnit', board.units.care, { baseRevision: 1, fields: { parent } });

  expect(await move(board.units.ekliden)).toMatchObject({ problems: [{ field: 'parent' }] });
  expect(await move(board.units.care)).toMatchObject({ problems: [{ field: 'parent' }] });
  expect((await move(board.units.preschool)).kind).toBe('ok');
  expect(
    (
      await board.service.change(admin, 'organisationalUnit', board.units.care, {
        baseRevision: 2,
        fields: { parent: board.units.board },
      })
    ).kind,
  ).toBe('ok');
});

test('a person has the roles that are in force, once each, and none when they have ended', async () => {
  const personId = randomUUID();
  const first = await give(personId, 'Alva Ek', 'employee', board.units.ekliden);
  await give(personId, 'Alva Ek', 'employee', board.units.ekliden);
  await give(personId, 'Alva Ek', 'qualityCoordinator');

  const before = await board.service.actorOf(board.boardId, personId);
  must(await board.service.takeStep(board.as('admin'), 'roleAssignment', first.id, { to: 'ended', baseRevision: 1 }));
  const stranger = await board.service.actorOf(board.boardId, randomUUID(), 'Ny Person');
  const elsewhere = await board.service.actorOf('another-board', personId);

  expect(before).toMatchObject({ personId, name: 'Alva Ek' });
  // They were given at the same moment, so that either may come first.
  expect(before.roles).toHaveLength(2);
  expect(before.roles).toEqual(
    expect.arrayContaining([{ role: 'employee', unitId: board.units.ekliden }, { role: 'qualityCoordinator' }]),
  );
  expect(stranger).toMatchObject({ name: 'Ny Person', roles: [] });
  expect(elsewhere.roles).toEqual([]);
});

/** The service as another process has it: the same database, a clock of its own. */
function anotherProcess(clock: { now: Date }) {
  return createRecordsService({
    db: board.db,
    now: () => clock.now,
    newId: randomUUID,
    mask: (text) => ({ maskedText: text, personnummer: false, names: false }),
    onAccepted: () => undefined,
  });
}

test('a role given or taken counts at once in the same process, and within fifteen seconds in another', async () => {
  const personId = randomUUID();
  const clock = { now: new Date('2026-11-18T09:00:00.000Z') };
  const other = anotherProcess(clock);
  const rolesHere = async () => (await board.service.actorOf(board.boardId, personId)).roles.length;
  const rolesThere = async () => (await other.actorOf(board.boardId, personId)).roles.length;
  const before = [await rolesHere(), await rolesThere()];

  const role = await give(personId, 'Alva Ek', 'unitManager', board.units.ekliden);
  const given = [await rolesHere(), await rolesThere()];
  clock.now = new Date('2026-11-18T09:00:15.000Z');
  const givenLater = [await rolesHere(), await rolesThere()];
  must(await board.service.takeStep(board.as('admin'), 'roleAssignment', role.id, { to: 'ended', baseRevision: 1 }));
  const taken = [await rolesHere(), await rolesThere()];
  clock.now = new Date('2026-11-18T09:00:30.000Z');
  const takenLater = [await rolesHere(), await rolesThere()];

  expect(before).toEqual([0, 0]);
  expect(given).toEqual([1, 0]);
  expect(givenLater).toEqual([1, 1]);
  expect(taken).toEqual([0, 1]);
  expect(takenLater).toEqual([0, 0]);
});

test('a role that the sync engine took away counts as soon as it says so', async () => {
  const personId = randomUUID();
  const role = await give(personId, 'Bo Ask', 'admin');
  await board.service.actorOf(board.boardId, personId);
  await board.db.updateTable('records').set({ deleted: true }).where('id', '=', role.id).execute();

  board.service.forget(board.boardId);

  expect((await board.service.actorOf(board.boardId, personId)).roles).toEqual([]);
});

test('roles that could not be read are read again the next time', async () => {
  const personId = randomUUID();
  await give(personId, 'Alva Ek', 'employee', board.units.ekliden);
  let broken = true;
  const away = () => {
    throw new Error('the database is away');
  };
  const db = new Proxy(board.db, {
    get: (target, name) => (name === 'selectFrom' ? (broken ? away : target.selectFrom.bind(target)) : undefined),
  });
  const actors = createActorCache({ db, now: () => new Date(0) });

  await expect(actors.read(board.boardId, personId)).rejects.toThrow('away');
  broken = false;

  expect((await actors.read(board.boardId, personId)).roles).toHaveLength(1);
});

test('the persons of a board are listed by name with the names of their units', async () => {
  await give('åsa', 'Åsa Öst', 'unitManager', board.units.sjovik);
  await give('bo', 'Bo Ask', 'boardOffice');

  const persons = await board.service.persons(board.boardId);

  const names = persons.map(({ person }) => person.name);
  expect(names.indexOf('Bo Ask')).toBeLessThan(names.indexOf('Åsa Öst'));
  expect(persons.find(({ person }) => person.id === 'åsa')?.roles).toEqual([
    { role: 'unitManager', unitId: board.units.sjovik, unitName: 'Hemtjänst Sjövik' },
  ]);
});

test('only the administrator hands out roles and changes the organisation', async () => {
  for (const role of ['employee', 'unitManager', 'qualityCoordinator', 'boardOffice'] as const) {
    const caller = board.as(role, board.units.ekliden);
    const outcome = await board.service.create(caller, 'roleAssignment', {
      id: randomUUID(),
      fields: { person: { id: caller.actor.personId, name: 'Jag' }, role: 'admin' },
    });
    expect(outcome.kind).toBe('notAllowed');
  }
});
