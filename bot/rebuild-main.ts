/**
 * `npm run rebuild [-- --as PERSON]`: asks the running service to refill the read model from SharePoint, follows it to
 * its end, and tells how it went. Nothing stops meanwhile, and what has not been sent stays. Ending this command does
 * not end the rebuild.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { findRunningService } from './service-lock.ts';
import { systemErrorCode } from './system-error.ts';

const usage = 'npm run rebuild [-- --as PERSON-ID]';
const rebuildState = z.object({ left: z.number(), lists: z.number() });
const syncAnswer = z.object({
  rebuild: rebuildState,
  lists: z.array(z.object({ kind: z.string(), problem: z.string().optional() })),
});
const persons = z.array(
  z.object({ person: z.object({ id: z.string() }), roles: z.array(z.object({ role: z.string() })) }),
);

export interface RebuildCommand {
  /** Where the service answers; undefined: none runs. */
  readonly origin: string | undefined;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly sleep: () => Promise<void>;
}

/** Runs the command. Returns the exit code. */
export async function runRebuild(argv: readonly string[], command: RebuildCommand): Promise<number> {
  const { origin, print, complain } = command;
  const as = readPerson(argv);
  if (as === undefined) {
    complain(`Det gick inte att läsa kommandot. Så här: ${usage}`);
    return 2;
  }
  if (origin === undefined) {
    complain('Tjänsten är inte igång. Starta den med npm start; en tom databas fylls då av sig själv från SharePoint.');
    return 1;
  }
  const personId = as === '' ? await findAdmin(origin) : as;
  if (personId === undefined) {
    complain(`Ingen administratör hittades. Ange en med --as. Så här: ${usage}`);
    return 1;
  }
  const call = (method: string, path: string) =>
    fetch(`${origin}/api/v1/${path}`, { method, headers: { authorization: `Bearer local:${personId}` } });
  const asked = await call('POST', 'sync/rebuild');
  if (!asked.ok) {
    complain(
      asked.status === 403 ? 'Bara en administratör får läsa om allt.' : `Tjänsten svarade ${String(asked.status)}.`,
    );
    return 1;
  }
  const { lists } = rebuildState.parse(await asked.json());
  print(`Läser om ${String(lists)} listor från SharePoint. Tjänsten svarar som vanligt under tiden.`);
  for (let told = lists, toldProblem = ''; ;) {
    const state = syncAnswer.parse(await (await call('GET', 'sync')).json());
    const { left } = state.rebuild;
    if (left === 0) break;
    if (left !== told) print(`${String(left)} listor kvar.`);
    told = left;
    const problem = state.lists.find((list) => list.problem !== undefined);
    const line = problem === undefined ? '' : `${problem.kind}: ${problem.problem ?? ''}`;
    if (line !== '' && line !== toldProblem) complain(`SharePoint svarar inte för ${line}. Försöker igen.`);
    toldProblem = line;
    await command.sleep();
  }
  print('Klart: allt är läst på nytt.');
  return 0;
}

/** Empty: whoever is an administrator; undefined: not a command that we know. */
function readPerson(argv: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...argv], options: { as: { type: 'string' } } }).values.as ?? '';
  } catch (error) {
    if (systemErrorCode(error)?.startsWith('ERR_PARSE_ARGS') === true) return undefined;
    throw error;
  }
}

/** In local mode anybody on the machine can be any person of the board. */
async function findAdmin(origin: string): Promise<string | undefined> {
  const answer = await fetch(`${origin}/api/v1/demo-persons`);
  const known = answer.ok ? persons.parse(await answer.json()) : [];
  return known.find(({ roles }) => roles.some(({ role }) => role === 'admin'))?.person.id;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const { dataDir } = readConfig(process.env, root);
  process.exitCode = await runRebuild(process.argv.slice(2), {
    origin: await findRunningService(dataDir),
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    sleep: () => new Promise((resolve) => setTimeout(resolve, 500)),
  });
}
