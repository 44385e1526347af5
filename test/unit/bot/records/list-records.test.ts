import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../../../bot/records/records-service.ts';
import { definitionOf, kindNames } from '../../../../shared/records/index.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { RecordQuery } from '../../../../shared/api/contract.ts';
import { roles, rowsOf, viewRank } from '../../shared/rules/permission-rows.ts';
import type { Relation } from '../../shared/rules/permission-rows.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';

/**
 * What each role sees of each kind, by asking the service for lists and for single records, held against
 * permissions.json as the walk over the rules reads it.
 */
let board: TestBoard;
const me = randomUUID();
const somebody = randomUUID();

interface Placed {
  readonly id: string;
  readonly kind: KindName;
  readonly relation: Relation;
}

const placed: Placed[] = [];
const walkedKinds = kindNames.filter((kind) => definitionOf(kind).group !== 'internal');
const cases = walkedKinds.flatMap((kind) => roles.map((role) => ({ kind, role })));
const flags = [false, true] as const;

/** One record for every relation that the rows of any kind tell apart, put straight into the table. */
async function place(kind: KindName): Promise<void> {
  const unitOf = {
    home: board.units.care,
    below: board.units.ekliden,
    elsewhere: board.units.preschool,
    board: board.units.board,
  };
  const person = [{ id: me, name: 'Me' }];
  const rows = (['home', 'below', 'elsewhere', 'board'] as const).flatMap((unit) =>
    ['draft', 'reported', 'closed'].flatMap((status) =>
      flags.flatMap((reported) =>
        flags.flatMap((appointed) =>
          flags.map((implicated): { row: Placed; values: Parameters<typeof insert>[0] } => {
            const id = randomUUID();
            // Only a kind that has the fields can appoint or implicate anybody.
            const { fields } = definitionOf(kind);
            const isAppointed = appointed && fields['appointedPersons'] !== undefined;
            const isImplicated = implicated && fields['implicatedPersons'] !== undefined;
            const relation = { unit, status, reported, appointed: isAppointed, implicated: isImplicated };
            const content = {
              ...(isAppointed && { appointedPersons: person }),
              ...(isImplicated && { implicatedPersons: person }),
              ...(kind === 'deviation' && { category: unit === 'home' ? 'fall' : 'other' }),
            };
            return {
              row: { id, kind, relation },
              values: { id, kind, unitId: unitOf[unit], status, by: reported ? me : somebody, fields: content },
            };
          }),
        ),
      ),
    ),
  );
  for (const { row, values } of rows) {
    await insert(values);
    placed.push(row);
  }
}

async function insert(record: {
  id: string;
  kind: KindName;
  unitId: string;
  status: string;
  by: string;
  fields: Record<string, unknown>;
  at?: string;
  text?: string;
}): Promise<void> {
  const by = JSON.stringify({ id: record.by, name: 'Någon' });
  const at = record.at ?? '2026-11-18T09:00:00.000Z';
  await board.db
    .insertInto('records')
    .values({
      board_id: 'walked',
      kind: record.kind,
      id: record.id,
      ref: null,
      unit_id: record.unitId,
      status: record.status,
      title: 'Titel',
      fields: JSON.stringify(record.fields),
      comments: '[]',
      history: '[]',
      created_by: by,
      created_by_id: record.by,
      created_at: at,
      modified_by: by,
      modified_at: at,
      state_changed_at: at,
      search_text: record.text ?? 'hemlig text',
      revision: 1,
    })
    .execute();
}

function caller(role: (typeof roles)[number]): Caller {
  const as = board.as(role === 'nobody' ? undefined : role, board.units.care, me);
  return { ...as, boardId: 'walked' };
}

beforeAll(async () => {
  board = await createTestBoard();
  // The walked board has the same organisation, and records of its own.
  const organisation = await board.db.selectFrom('records').selectAll().execute();
  for (const unit of organisation) {
    await board.db
      .insertInto('records')
      .values({
        ...unit,
        board_id: 'walked',
        created_by_id: somebody,
        fields: JSON.stringify(unit.fields),
        comments: '[]',
        history: '[]',
        created_by: JSON.stringify({ id: somebody, name: 'Någon' }),
        modified_by: JSON.stringify(unit.modified_by),
        base: null,
      })
      .execute();
  }
  for (const kind of walkedKinds) await place(kind);
  board.service.forget('walked');
});

afterAll(async () => {
  await board.close();
});

async function everything(as: Caller, kind: KindName, query: RecordQuery = {}) {
  const first = await board.service.list(as, kind, { ...query, limit: 200 });
  if (first.kind !== 'ok') return undefined;
  return first.value;
}

test.each(cases)(
  '$role lists of $kind exactly what permissions.json gives, each in its view',
  async ({ kind, role }) => {
    const rows = rowsOf(kind, role, 'read').filter(({ view }) => view !== 'statistics');
    const expected = placed
      .filter((record) => record.kind === kind)
      .flatMap(({ id, relation }) => {
        const views = rows.filter((row) => row.holds(relation)).map(({ view }) => view);
        const best = views.toSorted((one, other) => viewRank.indexOf(other) - viewRank.indexOf(one))[0];
        return best === undefined ? [] : [[id, best] as const];
      });

    const page = await everything(caller(role), kind);

    if (rows.length === 0) {
      expect(page).toBeUndefined();
      return;
    }
    const own = new Set(placed.map(({ id }) => id));
    const found = (page?.rows ?? []).filter(({ id }) => own.has(id)).map(({ id, view }) => [id, view] as const);
    expect(new Map(found)).toEqual(new Map(expected));
    if (kind !== 'organisationalUnit') expect(page?.total).toBe(expected.length);
  },
);

test.each(cases)('$role gets of $kind what the list shows, and the rest is not found', async ({ kind, role }) => {
  const page = await everything(caller(role), kind);
  const listed = new Map((page?.rows ?? []).map(({ id, view }) => [id, view as string]));
  const wrong: unknown[] = [];

  for (const { id, relation } of placed.filter((record) => record.kind === kind)) {
    const outcome = await board.service.get(caller(role), kind, id);
    const seen = outcome.kind === 'ok' ? outcome.value.view : outcome.kind;
    if (seen !== (listed.get(id) ?? 'notFound')) wrong.push({ relation, seen, listed: listed.get(id) });
  }

  expect(wrong).toEqual([]);
});

test('no search, filter or order tells about rows that are not seen in full', async () => {
  const staff = caller('employee');
  const all = must(await board.service.list(staff, 'deviation', { limit: 200 }));
  const full = all.rows.filter(({ view }) => view === 'full');

  const sought = must(await board.service.list(staff, 'deviation', { text: 'hemlig', limit: 200 }));
  const byCategory = must(await board.service.list(staff, 'deviation', { where: { category: 'fall' }, limit: 200 }));
  const existence = must(
    await board.service.list(caller('unitManager'), 'misconductCase', { status: 'reported', limit: 200 }),
  );
  const byDay = must(
    await board.service.list(staff, 'deviation', { from: '2026-11-18', to: '2026-11-18', limit: 200 }),
  );
  const otherDay = must(
    await board.service.list(staff, 'deviation', { from: '2026-11-02', to: '2026-11-03', limit: 200 }),
  );

  expect(all.rows.some(({ view }) => view === 'anonymised')).toBe(true);
  expect(sought.total).toBe(full.length);
  expect(sought.rows.every(({ view }) => view === 'full')).toBe(true);
  // The category is part of the anonymised view.
  expect(byCategory.rows.some(({ view }) => view === 'anonymised')).toBe(true);
  expect(existence.total).toBe(0);
  // A day tells no more of an anonymised record than its month does.
  expect(byDay.total).toBe(all.total);
  expect(otherDay.total).toBe(all.total - full.length);
});

test('pages follow each other without gap or repeat, and the total holds', async () => {
  const coordinator = caller('qualityCoordinator');
  for (const sort of ['createdAt', '-createdAt', 'title', '-status', 'unit', 'ref', '-modifiedAt']) {
    const ids: string[] = [];
    for (let offset = 0; offset < 200; offset += 7) {
      const page = must(await board.service.list(coordinator, 'deviation', { sort, offset, limit: 7 }));
      expect(page.total).toBe(placed.filter(({ kind }) => kind === 'deviation').length);
      ids.push(...page.rows.map(({ id }) => id));
    }
    expect(ids.length).toBe(placed.filter(({ kind }) => kind === 'deviation').length);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('filters narrow, and what cannot be asked is said', async () => {
  const coordinator = caller('qualityCoordinator');
  const total = async (query: RecordQuery): Promise<number> =>
    must(await board.service.list(coordinator, 'deviation', query)).total;
  const count = (holds: (relation: Relation) => boolean): number =>
    placed.filter(({ kind, relation }) => kind === 'deviation' && holds(relation)).length;

  expect(await total({ unit: board.units.care })).toBe(count(({ unit }) => unit === 'home'));
  expect(await total({ under: board.units.care })).toBe(count(({ unit }) => unit === 'home' || unit === 'below'));
  expect(await total({ under: board.units.board })).toBe(count(() => true));
  expect(await total({ unit: 'nonsense' })).toBe(0);
  expect(await total({ status: 'draft,closed' })).toBe(count(({ status }) => status !== 'reported'));
  expect(await total({ open: true })).toBe(count(({ status }) => status !== 'closed'));
  expect(await total({ open: false })).toBe(count(({ status }) => status === 'closed'));
  expect(await total({ mine: true })).toBe(count(({ reported }) => reported === true));
  expect(await total({ where: { category: 'fall,medication' } })).toBe(count(({ unit }) => unit === 'home'));
  expect(await total({ from: '2026-11-19' })).toBe(0);
  expect(await total({ from: '2026-11-18', to: '2026-11-18' })).toBe(count(() => true));
  for (const [query, field] of [
    [{ where: { place: 'x' } }, 'place'],
    [{ where: { constructor: 'x' } }, 'constructor'],
    [{ from: 'igår' }, 'from'],
    [{ sort: 'fields' }, 'sort'],
  ] as const) {
    expect(await board.service.list(coordinator, 'deviation', query)).toMatchObject({ problems: [{ field }] });
  }
});

test('search finds words in any order and case, references as typed, and takes signs literally', async () => {
  const staff = board.as('employee', board.units.ekliden);
  const make = async (whatHappened: string) =>
    await board.seed('deviation', { whatHappened }, { unitId: board.units.ekliden, by: staff });
  const one = await make('Fall i DUSCHEN på Ekliden, 100 % återhämtad');
  await make('Fel dos vid frukost, 100 g för mycket');
  const find = async (text: string) =>
    must(await board.service.list(staff, 'deviation', { text })).rows.map(({ id }) => id);

  expect(await find('ekliden duschen')).toEqual([one.id]);
  expect(await find('ÅTERHÄMTAD')).toEqual([one.id]);
  expect(await find('duschen frukost')).toEqual([]);
  expect(await find('100 %')).toEqual([one.id]);
  expect(await find(one.ref?.replaceAll('-', ' ') ?? '')).toEqual([one.id]);
  expect(await find("'; drop table records; --")).toEqual([]);
  expect(await find('\u0000')).toHaveLength(2);
});
