/**
 * `npm run local-graph -- --port N --data DIR [--site /sites/name …] [--faults FILE]`: the embedded Graph alone, over
 * plain HTTP on this machine only. One line tells the address; what cannot be done is said in one sentence.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { LocalGraphOpenFailure } from './database.ts';
import { parseFaultPlan, type FaultPlan } from './fault-plan.ts';
import { createLocalGraph, type LocalGraph } from './local-graph.ts';
import { createNodeHandler } from './node-handler.ts';
import type { SiteSetting } from './sites.ts';

const usage = 'Usage: npm run local-graph -- --port N [--data DIR] [--site /sites/name …] [--faults FILE]';
const hostname = 'local.sharepoint.com';
const defaultSites = ['/sites/demo', '/sites/demo-restricted'];

interface Settings {
  readonly port: number;
  readonly dataDir: string | undefined;
  readonly sites: readonly SiteSetting[];
  readonly faults: FaultPlan | undefined;
}

/** @returns the settings, or one sentence on what is wrong with them */
function readSettings(args: readonly string[]): Settings | string {
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        site: { type: 'string', multiple: true },
        faults: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    return `${cause instanceof Error ? cause.message : String(cause)}. ${usage}`;
  }
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `The port ${values.port ?? ''} is not a number between 0 and 65535.`;
  const paths = values.site ?? defaultSites;
  const badPath = paths.find((path) => !/^\/(sites|teams)\/[^/:?#]+$/.test(path));
  if (badPath !== undefined) return `The site ${badPath} must look like /sites/name.`;
  const faults = values.faults === undefined ? undefined : readFaults(values.faults);
  if (typeof faults === 'string') return faults;
  return { port, dataDir: values.data, faults, sites: ['/', ...paths].map(toSite) };
}

function toSite(path: string): SiteSetting {
  return {
    hostname,
    path,
    displayName: path === '/' ? 'Root' : (path.split('/').at(-1) ?? path),
  };
}

function readFaults(file: string): FaultPlan | string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return `The fault plan ${file} cannot be read.`;
  }
  try {
    const result = parseFaultPlan(JSON.parse(text));
    return result.kind === 'plan' ? result.plan : `The fault plan ${file} is not valid: ${result.problem}.`;
  } catch {
    return `The fault plan ${file} is not JSON.`;
  }
}

function start(settings: Settings): void {
  const localGraph = open(settings);
  if (localGraph === undefined) return;
  if (settings.faults !== undefined) localGraph.plan.set(settings.faults);
  const handler = createNodeHandler(localGraph, '');
  const server = createServer((req, res) => {
    handler(req, res).catch((cause: unknown) => {
      console.error(cause);
      res.destroy();
    });
  });
  server.on('error', (cause: NodeJS.ErrnoException) => {
    localGraph.close();
    refuse(
      cause.code === 'EADDRINUSE'
        ? `Port ${String(settings.port)} is taken by another program; choose another with --port.`
        : `Cannot listen on port ${String(settings.port)}: ${cause.message}.`,
    );
  });
  server.listen(settings.port, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.log(`Local Graph at http://127.0.0.1:${String(port)}/v1.0`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close(() => {
        localGraph.close();
      });
      server.closeAllConnections();
    });
  }
}

function open(settings: Settings): LocalGraph | undefined {
  try {
    return createLocalGraph({
      ...(settings.dataDir === undefined ? {} : { dataDir: settings.dataDir }),
      sites: settings.sites,
      now: () => new Date(),
      newId: () => randomUUID(),
      onError: (error) => {
        console.error(error);
      },
    });
  } catch (cause) {
    if (!(cause instanceof LocalGraphOpenFailure)) throw cause;
    refuse(cause.message);
    return undefined;
  }
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

const parsed = readSettings(process.argv.slice(2));
if (typeof parsed === 'string') refuse(parsed);
else start(parsed);
