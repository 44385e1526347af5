import { afterAll, afterEach, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../bot/database/embedded-postgres.ts';
import { startProgram, untilReady } from '../../support/start-program.ts';
import type { Program } from '../../support/start-program.ts';

const programs: Program[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.process.kill('SIGTERM');
    await program.ended;
  }
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function givenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-start-'));
  folders.push(folder);
  return folder;
}

function start(settings: Readonly<Record<string, string>>): Program {
  const program = startProgram(settings);
  programs.push(program);
  return program;
}

async function startReady(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ program: Program; origin: string }> {
  const chosen = await freePort();
  const origin = `http://127.0.0.1:${chosen}`;
  const program = start({ DATA_DIR: dataDir, PORT: String(chosen), ...settings });
  await untilReady(program, origin);
  return { program, origin };
}

async function listItems(origin: string, list: string): Promise<{ fields: Record<string, unknown> }[]> {
  const graph = `${origin}/local-graph/v1.0`;
  const read = async (url: string) =>
    (await (await fetch(url, { headers: { authorization: 'Bearer local.read' } })).json()) as never;
  const site = (await read(`${graph}/sites/local.sharepoint.com:/sites/demo`)) as { id: string };
  const page = (await read(`${graph}/sites/${site.id}/lists/${encodeURIComponent(list)}/items?$expand=fields`)) as {
    value: { fields: Record<string, unknown> }[];
  };
  return page.value;
}

async function until<Value>(read: () => Promise<Value>, isDone: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a first start makes the demo board SharePoint items; a stop leaves nothing behind; a second start finds all, and a third even without its database', async () => {
  const demoFolder = await givenFolder();
  const first = await startReady(demoFolder);

  const commitments = await until(
    () => listItems(first.origin, 'Åtaganden'),
    (items) => items.length >= 20,
  );
  first.program.process.kill('SIGTERM');
  const code = await first.program.ended;
  const isLocked = await stat(join(demoFolder, 'service.lock')).catch(() => undefined);
  const second = await startReady(demoFolder);
  const after = await until(
    () => listItems(second.origin, 'Åtaganden'),
    (items) => items.length >= 20,
  );

  expect(commitments).toHaveLength(20);
  expect(code).toBe(0);
  expect(isLocked).toBeUndefined();
  expect(after.map((item) => item.fields['ClientKey'])).toEqual(commitments.map((item) => item.fields['ClientKey']));

  const before = await until(
    () => listItems(second.origin, 'Avvikelser'),
    (items) => items.length >= 19,
  );
  const drawn = await drawingsOf(second.origin);
  await until(
    () => libraryFiles(second.origin),
    (files) => files.length === Object.keys(drawn).length,
  );
  second.program.process.kill('SIGTERM');
  await second.program.ended;
  await rm(join(demoFolder, 'postgres'), { recursive: true });

  const third = await startReady(demoFolder);

  const answer = await fetch(`${third.origin}/api/v1/records/deviation?limit=200`, asManager);
  const page = (await answer.json()) as { rows: { ref: string }[] };
  const references = before.map((item) => item.fields['Ref']).sort();
  expect(page.rows.map((row) => row.ref).sort()).toEqual(references);
  expect(Object.keys(drawn).length).toBeGreaterThanOrEqual(12);
  expect(await drawingsOf(third.origin)).toEqual(drawn);
});

const asManager = { headers: { authorization: 'Bearer local:00000000-0000-4000-8000-000000000001' } };

async function libraryFiles(origin: string): Promise<readonly unknown[]> {
  const graph = `${origin}/local-graph/v1.0`;
  const read = async <Body>(path: string): Promise<Body> =>
    (await (await fetch(`${graph}${path}`, { headers: { authorization: 'Bearer local.read' } })).json()) as Body;
  const drive = await read<{ id: string }>('/sites/local.sharepoint.com:/sites/demo:/lists/Processfiler/drive');
  return (await read<{ value: unknown[] }>(`/drives/${drive.id}/root/children`)).value;
}

/** Version and number of steps of every process, by its name. */
async function drawingsOf(origin: string): Promise<Readonly<Record<string, string>>> {
  const list = (await (await fetch(`${origin}/api/v1/records/process?limit=50`, asManager)).json()) as {
    rows: { id: string; title: string }[];
  };
  const steps = await Promise.all(
    list.rows.map(async ({ id, title }) => {
      const read = (await (await fetch(`${origin}/api/v1/processes/${id}`, asManager)).json()) as {
        version: number;
        model: { steps: unknown[] };
      };
      return [title, `version ${String(read.version)}, ${String(read.model.steps.length)} steps`] as const;
    }),
  );
  return Object.fromEntries(steps);
}

test('a second start in the same folder is refused with the address of the first', async () => {
  const dataDir = await givenFolder();
  const { origin } = await startReady(dataDir, { DEMO: '0' });

  const second = start({ DATA_DIR: dataDir, PORT: String(await freePort()), DEMO: '0' });

  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`körs redan från den här mappen, på ${origin}`);
  expect(second.said().trim().split('\n')).toHaveLength(1);
});

test('a taken port is refused with its number, and the database is not left running', async () => {
  const dataDir = await givenFolder();
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));

  const program = start({ DATA_DIR: dataDir, PORT: String(port), DEMO: '0' });
  const code = await program.ended;
  other.close();

  expect(code).toBe(1);
  expect(program.said()).toContain(`Port ${port} används redan`);
  expect(await stat(join(dataDir, 'postgres', 'postmaster.pid')).catch(() => undefined)).toBeUndefined();
});

test.each([
  ['a folder that is a file', { DATA_DIR: '/etc/hostname' }, 'Det går inte att skriva i mappen'],
  ['half a tenant', { TENANT_ID: 'x' }, 'CLIENT_ID, CLIENT_SECRET, PUBLIC_ORIGIN saknas'],
  ['a port that is none', { PORT: 'abc' }, 'Inställningen PORT'],
  ['a database that does not answer', { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/x' }, 'DATABASE_URL svarar inte'],
  ['a Graph that does not answer', { GRAPH_ORIGIN: 'http://127.0.0.1:9' }, 'SharePoint svarar inte'],
])('%s is refused with one clear sentence', async (_name, settings, sentence) => {
  const port = String(await freePort());

  const program = start({ DATA_DIR: await givenFolder(), PORT: port, ...settings });

  expect(await program.ended).toBe(1);
  expect(program.said()).toContain(sentence);
  expect(program.said().trim().split('\n')).toHaveLength(1);
});

test('damaged SharePoint data is refused and left as it is', async () => {
  const dataDir = await givenFolder();
  await mkdir(join(dataDir, 'graph'));
  await writeFile(join(dataDir, 'graph', 'graph.sqlite'), 'inte en databas'.repeat(500));

  const program = start({ DATA_DIR: dataDir, PORT: String(await freePort()) });

  expect(await program.ended).toBe(1);
  expect(program.said()).toContain('Den inbyggda SharePoint-datan');
  expect(await readFile(join(dataDir, 'graph', 'graph.sqlite'), 'utf8')).toContain('inte en databas');
});
