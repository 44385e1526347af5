/** `npm start`: reads the settings, starts the service, tells its address, and stops it when asked to. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { describeProvisioningProblem } from './graph/provisioning-problems.ts';
import { createLog } from './log.ts';
import { describeStartProblem, toStartProblem } from './start-problems.ts';

const root = join(import.meta.dirname, '..');
const log = createLog({
  level: process.env['LOG_LEVEL'] === 'debug' ? 'debug' : 'info',
  write: (line) => process.stderr.write(`${line}\n`),
  now: () => new Date(),
});

try {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  await run(readConfig(process.env, root));
} catch (error) {
  refuse(error, '');
}

async function run(config: Config): Promise<void> {
  // After the settings: one that is wrong is told at once, without loading all that the service is made of.
  const { startService } = await import('./service.ts');
  const service = await startService(config, log, join(root, 'tab', 'dist')).catch((error: unknown) => {
    refuse(error, config.dataDir);
  });
  if (service === undefined) return;
  const people = config.demo ? ', med demonämnden' : '';
  process.stdout.write(`Kvalitetsnavet är igång${people}: ${service.origin}/tab/\n`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('stopping failed', { reason: error instanceof Error ? error.name : 'unknown' });
          process.exit(1);
        },
      );
    });
  }
}

/** One sentence for what is known; for the rest, all there is to find the cause. */
function refuse(error: unknown, dataDir: string): void {
  const problem = toStartProblem(error, dataDir);
  const sentence = describeStartProblem(problem) ?? describeProvisioningProblem(problem);
  process.stderr.write(`${sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  process.exitCode = 1;
}
