import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoId } from '../../../bot/demo/demo-id.ts';
import { activityId, processId } from '../../../bot/demo/process-ids.ts';
import { demoStaff } from '../../../bot/demo/demo-staff.ts';
import { unitId } from '../../../bot/demo/organisation-scripts.ts';
import { seedDemoBoard } from '../../../bot/demo/seed-demo-board.ts';
import type { SeedReport } from '../../../bot/demo/seed-demo-board.ts';
import { createRecordsService } from '../../../bot/records/create-records-service.ts';
import type { RecordsService } from '../../../bot/records/records-service.ts';
import { maskText } from '../../../shared/intake/masking.ts';
import { createTestDatabase } from '../../support/database.ts';

const now = new Date('2026-11-22T15:00:00Z');
let database: Awaited<ReturnType<typeof createTestDatabase>>;

const createRecords = (clock: () => Date): RecordsService =>
  createRecordsService({
    db: database.db,
    now: clock,
    newId: randomUUID,
    mask: maskText,
    onAccepted: () => undefined,
  });

const seed = (options: { cases?: number; now?: Date; limit?: number } = {}): Promise<SeedReport> =>
  seedDemoBoard({
    createRecords: options.limit === undefined ? createRecords : breakAfter(options.limit),
    now: () => options.now ?? now,
    ...(options.cases !== undefined && { cases: options.cases }),
  });

/** Services whose process is killed after so many records and steps. */
function breakAfter(limit: number): typeof createRecords {
  let done = 0;
  const count = (): void => {
    done += 1;
    if (done > limit) throw new Error('killed');
  };
  return (clock) => {
    const records = createRecords(clock);
    return {
      ...records,
      create: async (...call) => {
        count();
        return await records.create(...call);
      },
      takeStep: async (...call) => {
        count();
        return await records.takeStep(...call);
      },
    };
  };
}

async function everything(): Promise<readonly { readonly id: string; readonly revision: number }[]> {
  return await database.db.selectFrom('records').selectAll().orderBy('kind').orderBy('id').execute();
}

/** The board as it is when nothing comes between. */
let whole: Awaited<ReturnType<typeof everything>>;

describe('the demo board', () => {
  let report: SeedReport;
  beforeAll(async () => {
    database = await createTestDatabase();
    report = await seed();
    whole = await everything();
  });
  afterAll(() => database.close());

  test('has the organisation, goals, commitments and cases of the fact sheet', async () => {
    const rows = await database.db
      .selectFrom('records')
      .select((query) => ['kind', query.fn.countAll<number>().as('count')])
      .groupBy('kind')
      .execute();
    expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))).toMatchObject({
      organisationalUnit: 22,
      goal: 18,
      commitment: 20,
      expectedResult: 20,
      indicator: 20,
      process: 12,
      processActivity: 60,
      deviation: 19,
      feedback: 7,
      misconductCase: 1,
      selfCheckDefinition: 13,
    });
    expect(report.left).toBe(0);
  });

  test('has a person in every role, with ids that stay', async () => {
    const persons = await createRecords(() => now).persons('sjovik-talludden');

    expect(new Set(persons.flatMap(({ roles }) => roles.map(({ role }) => role))).size).toBe(10);
    expect(persons).toHaveLength(demoStaff.length);
    expect(persons.find(({ person }) => person.id === '00000000-0000-4000-8000-000000000023')?.person.name).toBe(
      'Annika Berglund',
    );
  });

  test('has a history in which real people take real steps, in the order of time', async () => {
    const row = await database.db
      .selectFrom('records')
      .selectAll()
      .where('id', '=', demoId('deviation', 'fallBadrum'))
      .executeTakeFirstOrThrow();
    const history = row.history as { at: string; by: { name: string }; toStatus?: string }[];
    expect(history.map(({ toStatus, by }) => [toStatus, by.name])).toEqual([
      ['reported', 'Amina Yusuf'],
      ['acknowledged', 'Annika Berglund'],
      ['assessed', 'Annika Berglund'],
      ['investigating', 'Annika Berglund'],
      ['actionPlanned', 'Annika Berglund'],
      ['inProgress', 'Annika Berglund'],
      ['effectReview', 'Annika Berglund'],
      ['closed', 'Karin Sandelin'],
    ]);
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted());
    expect(row.created_at.slice(0, 10)).toBe('2026-08-18');
  });

  test('self-checks look after activities of the processes', async () => {
    const rows = await database.db
      .selectFrom('records')
      .selectAll()
      .where('kind', '=', 'selfCheckDefinition')
      .execute();
    const places = rows.flatMap(({ title, fields }) => {
      const { processId: process, activityId: activity } = fields as { processId?: string; activityId?: string };
      return process === undefined ? [] : [[title, process, activity]];
    });

    expect(places).toHaveLength(7);
    expect(places).toContainEqual([
      'Läkemedelssignering, stickprov',
      processId('lakemedel'),
      activityId('lakemedel', 'overlamna'),
    ]);
  });

  test('holds nothing that masking took away, and nothing from the future', async () => {
    const rows = await database.db.selectFrom('records').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/\[namn\]|\[personnummer\]/u);
    expect(rows.every((row) => row.modified_at <= now.toISOString())).toBe(true);
  });

  test('has its processes mapped: the list, the drawing and what is open at each activity', async () => {
    const records = createRecords(() => now);
    const annika = {
      boardId: 'sjovik-talludden',
      actor: await records.actorOf('sjovik-talludden', '00000000-0000-4000-8000-000000000023'),
      via: 'tab',
      language: 'sv',
    } as const;

    const found = await records.processes.get(annika, processId('lakemedel'));
    const diagram = await records.processes.diagram(annika, processId('lakemedel'));

    const process = found.kind === 'ok' ? found.value : undefined;
    expect(process?.process.status).toBe('published');
    expect(process?.activities.map(({ record }) => record.title)).toEqual([
      'Kontrollera delegering',
      'Iordningställa dos',
      'Överlämna dos',
      'Göra rimlighetskontroll',
      'Rapportera fel',
    ]);
    expect(process?.activities.every(({ record }) => record.status === 'published')).toBe(true);
    expect(process?.activities[2]?.openDeviations).toBe(1);
    expect(process?.lostLinks).toEqual([]);
    expect(diagram.kind === 'ok' && diagram.value.bpmn).toContain(activityId('lakemedel', 'overlamna'));
  });

  test('numbers its cases in the order in which they came', async () => {
    const rows = await database.db
      .selectFrom('records')
      .select(['ref', 'created_at'])
      .where('kind', '=', 'deviation')
      .orderBy('created_at')
      .execute();
    expect(rows.map(({ ref }) => ref)).toEqual(rows.map(({ ref }) => ref).toSorted());
  });

  test('keeps suspected misconduct out of the ordinary list', async () => {
    const rows = await database.db
      .selectFrom('records')
      .select('kind')
      .where('unit_id', '=', unitId('vinkeln'))
      .where(sql<boolean>`fields @> '{"whenText": "under natten"}'`)
      .execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['misconductCase']);
  });
});

describe('seeding again', () => {
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.close());

  test('changes nothing, not even on another day', async () => {
    await seed({ cases: 30 });
    const before = await everything();

    const report = await seed({ cases: 30, now: new Date('2027-01-04T08:00:00Z') });

    expect(report.created).toBe(0);
    expect(await everything()).toEqual(before);
  });

  test('goes on with generated cases where it was cut off', async () => {
    const deviations = () => database.db.selectFrom('records').select('id').where('kind', '=', 'deviation').execute();
    await expect(seed({ cases: 40, limit: 610 })).rejects.toThrow('killed');
    const before = (await deviations()).length;

    await seed({ cases: 40 });

    // In the midst of them: 19 are of the board itself.
    expect(before).toBeGreaterThan(19);
    expect(before).toBeLessThan(59);
    expect(await deviations()).toHaveLength(59);
  });

  test.each([3, 120, 300, 500])('completes a board that was left after %i calls', async (limit) => {
    await expect(seed({ limit })).rejects.toThrow('killed');

    await seed();

    const completed = await everything();
    const gist = (rows: typeof whole) =>
      rows.map(({ id, revision, ...row }) => ({ id, revision, status: (row as { status?: string }).status }));
    expect(gist(completed)).toEqual(gist(whole));
  });

  test('leaves alone what somebody has changed since', async () => {
    await seed();
    const records = createRecords(() => now);
    const annika = {
      boardId: 'sjovik-talludden',
      actor: await records.actorOf('sjovik-talludden', '00000000-0000-4000-8000-000000000023'),
      via: 'tab',
      language: 'sv',
    } as const;
    const id = demoId('deviation', 'fallDagrum');
    const step = await records.takeStep(annika, 'deviation', id, { to: 'acknowledged', baseRevision: 1 });

    const report = await seed();

    expect(step.kind).toBe('ok');
    expect(report.created).toBe(0);
    expect(await records.get(annika, 'deviation', id)).toMatchObject({
      value: { status: 'acknowledged', revision: 2 },
    });
  });

  test('with generated deviations spread over units, states and two years', async () => {
    await seed({ cases: 120 });

    const rows = await database.db.selectFrom('records').selectAll().where('kind', '=', 'deviation').execute();
    const generated = rows
      .filter(({ fields }) => !('whenText' in fields))
      .map((row) => ({ ...row, day: row.created_at.slice(0, 10) }));
    expect(rows).toHaveLength(139);
    expect(new Set(generated.map(({ unit_id: unit }) => unit)).size).toBeGreaterThan(10);
    expect(new Set(generated.map(({ status }) => status)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(generated.map(({ title }) => title)).size).toBeGreaterThanOrEqual(8);
    expect(generated.map(({ day }) => day).toSorted()[0]).toMatch(/^2024-1[12]/u);
    expect(JSON.stringify(rows)).not.toMatch(/\[namn\]|\[personnummer\]/u);
  });
});
