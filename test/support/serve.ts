/**
 * `node test/support/serve.ts --port 4000 [--cases 10000] [--data DIR]`: the service with the demo board and without
 * Graph, for trying the tab by hand. Ends with Ctrl-C; without `--data` nothing is left behind.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { startService } from './start-service.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, cases: { type: 'string' }, data: { type: 'string' } },
});
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});
const dataDir = values.data ?? (await mkdtemp(join(tmpdir(), 'kvalitetsnavet-serve-')));
const postgres = await startEmbeddedPostgres({ dataDir, settings: ['fsync=off', 'synchronous_commit=off'] });
try {
  const started = performance.now();
  const service = await startService({
    demo: true,
    cases: Number(values.cases ?? 0),
    port: Number(values.port ?? 0),
    database: await openDatabase(postgres.url),
  });
  console.log(`${service.origin}/tab/ (${String(Math.round(performance.now() - started))} ms)`);
  await stopped;
  await service.close();
} finally {
  await postgres.stop();
  if (values.data === undefined) await rm(dataDir, { recursive: true, force: true });
}
