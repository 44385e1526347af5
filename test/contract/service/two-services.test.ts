import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../../bot/database/embedded-postgres.ts';
import { personOf } from '../../../bot/demo/demo-staff.ts';
import { unitId } from '../../../bot/demo/organisation-scripts.ts';
import { createTestDatabase } from '../../support/database.ts';
import { startProgram, untilReady } from '../../support/start-program.ts';
import type { Program } from '../../support/start-program.ts';
import { startLocalGraph } from '../graph/local-graph-process.ts';
import type { LocalGraphProcess } from '../graph/local-graph-process.ts';

interface Running {
  readonly program: Program;
  readonly origin: string;
}

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let graph: LocalGraphProcess;
let folder = '';
let first: Running;
let second: Running;

async function startBeside(name: string): Promise<Running> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const shared = { DATABASE_URL: database.url, GRAPH_ORIGIN: await graph.origin };
  const program = startProgram({ PORT: port, DATA_DIR: join(folder, name), ...shared });
  await untilReady(program, origin);
  return { program, origin };
}

const asMember = { authorization: `Bearer local:${personOf('sara').id}`, 'content-type': 'application/json' };

async function report({ origin }: Running): Promise<{ readonly id: string; readonly ref: string }> {
  const id = randomUUID();
  const fields = { whatHappened: 'Fall i korridoren, ingen skada.', category: 'fall' };
  const answer = await fetch(`${origin}/api/v1/records/deviation`, {
    method: 'POST',
    headers: asMember,
    body: JSON.stringify({ id, unitId: unitId('ekliden'), fields }),
  });
  return { id, ref: ((await answer.json()) as { ref: string }).ref };
}

async function refOf({ origin }: Running, id: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/records/deviation/${id}`, { headers: asMember });
  return ((await answer.json()) as { ref: string }).ref;
}

async function untilPushed({ origin }: Running): Promise<void> {
  for (let waiting = 1; waiting > 0;) {
    ({ waiting } = (await (await fetch(`${origin}/health`)).json()) as { waiting: number });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-two-'));
  database = await createTestDatabase();
  graph = startLocalGraph('--port', '0');
  // At once: lists, numbers and the demo board are made by both.
  [first, second] = await Promise.all([startBeside('first'), startBeside('second')]);
});

afterAll(async () => {
  for (const { program } of [first, second]) {
    program.process.kill('SIGTERM');
    await program.ended;
  }
  await graph.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test('two services that start at once on an empty database share it: each shows what the other accepted', async () => {
  const [one, other] = [await report(first), await report(second)];

  expect(await refOf(second, one.id)).toBe(one.ref);
  expect(await refOf(first, other.id)).toBe(other.ref);
  expect(one.ref).toMatch(/^AVV-\d{4}-\d{4}$/);
  expect(other.ref).not.toBe(one.ref);
});

test('S-P3 what a killed service had accepted reaches SharePoint through the other', async () => {
  const before = await report(first);
  first.program.process.kill('SIGKILL');
  await first.program.ended;

  await untilPushed(second);

  expect(await refOf(second, before.id)).toBe(before.ref);
  const stored = await database.db
    .selectFrom('records')
    .select(['revision', 'pushed_revision'])
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow();
  expect(stored.pushed_revision).toBe(stored.revision);
});
