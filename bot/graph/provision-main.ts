/**
 * `npm run provision -- --board NAME --site URL --restricted-site URL`: creates or upgrades the lists of a board in the
 * Graph that GRAPH_ORIGIN names, and prints what was done. Twice is harmless.
 */
import { parseArgs } from 'node:util';
import { createGraphSites } from './graph-sites.ts';
import { createGraphFetch } from './origin-handler.ts';
import { describeProvisioningProblem } from './provisioning-problems.ts';
import { provisionBoard } from './provisioning.ts';

interface Arguments {
  readonly board: string;
  readonly site: string;
  readonly restrictedSite: string;
}

const usage = 'npm run provision -- --board NAMN --site URL --restricted-site URL';

/**
 * Runs the command. Returns the exit code.
 *
 * @param print - gets each line for people; `complain` each line about what went wrong
 */
export async function runProvisioning(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  const given = readArguments(argv);
  if (typeof given === 'string') {
    complain(`${given} Så här: ${usage}`);
    return 2;
  }
  const origin = env['GRAPH_ORIGIN'];
  if (!origin || !URL.canParse(origin)) {
    complain(
      'Ange i GRAPH_ORIGIN vilken Graph som ska användas: sign-on mot en tenant finns inte i den här versionen.',
    );
    return 2;
  }
  try {
    const fetch = createGraphFetch({ origin });
    const sites = createGraphSites({ fetch, token: () => Promise.resolve(env['GRAPH_TOKEN'] ?? 'local.manage') });
    const { board, site, restrictedSite } = given;
    const result = await provisionBoard({
      sites,
      boardId: board,
      boardName: board,
      siteUrl: site,
      restrictedSiteUrl: restrictedSite,
    });
    for (const line of [...result.actions, ...result.warnings.map((warning) => `Observera: ${warning}`)]) print(line);
    print(
      result.actions.length === 0 ? 'Allt fanns redan på plats.' : `Klart: ${String(result.actions.length)} ändringar.`,
    );
    return 0;
  } catch (error) {
    const sentence = describeProvisioningProblem(error);
    if (sentence === undefined) throw error;
    complain(sentence);
    return 1;
  }
}

function readArguments(argv: readonly string[]): Arguments | string {
  const options = {
    board: { type: 'string' },
    site: { type: 'string' },
    'restricted-site': { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options });
    const missing = (['board', 'site', 'restricted-site'] as const).filter((name) => !values[name]);
    if (missing.length > 0) return `Det saknas: ${missing.map((name) => `--${name}`).join(', ')}.`;
    return { board: values.board ?? '', site: values.site ?? '', restrictedSite: values['restricted-site'] ?? '' };
  } catch (error) {
    return `Det gick inte att läsa kommandot (${error instanceof Error ? (error.message.split('.')[0] ?? '') : ''}).`;
  }
}

if (import.meta.main) {
  process.exitCode = await runProvisioning(
    process.argv.slice(2),
    process.env,
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
}
