import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { databaseTypes } from '../../bot/database/open-database.ts';
import type { Database } from '../../bot/database/schema.ts';
import { statementToEmpty } from '../support/database.ts';
import type { Life, StepScheduler } from './step-scheduler.ts';

/** One PostgreSQL database, used by simulated processes one after the other, with connections that are kept. */
export interface SimulatedDatabase {
  /** Outside the simulation: at once, and by nobody. */
  readonly direct: Kysely<Database>;
  /** The database as one process sees it: every statement is a step. */
  openFor(life: Life, scheduler: StepScheduler): ProcessDatabase;
  empty(): Promise<void>;
  close(): Promise<void>;
}

export interface ProcessDatabase {
  readonly db: Kysely<Database>;
  /** What PostgreSQL does when a client dies: rolls back, lets go of locks. */
  abandon(): Promise<void>;
}

/** Enough for two processes with all that they do at once. */
const connections = 40;

export async function openSimulatedDatabase(url: string): Promise<SimulatedDatabase> {
  const watcher = new pg.Client({ connectionString: url, types: databaseTypes });
  const clients = Array.from(
    { length: connections },
    () => new pg.Client({ connectionString: url, types: databaseTypes }),
  );
  await Promise.all([watcher, ...clients].map((client) => client.connect()));
  // Processes of a simulation wait for each other's turn, so that a real deadlock alone may wait long.
  for (const client of clients)
    await client.query(
      `set deadlock_timeout = '50ms'; set synchronous_commit = off; set plan_cache_mode = force_generic_plan; set jit = off`,
    );
  const free = [...clients];
  const direct = new Kysely<Database>({ dialect: new PostgresDialect({ pool: directPool(watcher) }) });
  const emptying = await statementToEmpty(direct);

  return {
    direct,
    openFor: (life, scheduler) => {
      const held = new Map<pg.Client, Promise<unknown>>();
      const connect = (): PostgresPoolClient => {
        const client = free.pop();
        if (client === undefined) throw new Error('Every connection is taken: a process holds on to more than 20');
        held.set(client, Promise.resolve());
        return {
          query: (async (text: string, values?: readonly unknown[]) =>
            scheduler.take(life, {
              name: nameOf(text),
              run: () => {
                const answer = client.query({ ...prepared(text), text, values: [...(values ?? [])] });
                held.set(
                  client,
                  answer.catch(() => undefined),
                );
                return answer;
              },
              isBlocked: () => isWaitingForLock(watcher, client),
            })) as unknown as PostgresPoolClient['query'],
          release: () => {
            held.delete(client);
            free.push(client);
          },
        };
      };
      const pool: PostgresPool = {
        connect: () => Promise.resolve(connect()),
        end: () => Promise.resolve(),
        options: {},
      };
      return {
        db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
        abandon: async () => {
          for (const [client, underWay] of held) {
            if (await isWaitingForLock(watcher, client))
              await watcher.query('select pg_cancel_backend($1)', [processOf(client)]);
            await underWay;
            await client.query('rollback; select pg_advisory_unlock_all()');
            free.push(client);
          }
          held.clear();
        },
      };
    },
    empty: async () => {
      await watcher.query(emptying);
    },
    close: async () => {
      await Promise.all([watcher, ...clients].map((client) => client.end()));
    },
  };
}

function directPool(client: pg.Client): PostgresPool {
  const one: PostgresPoolClient = {
    query: ((text: string, values?: readonly unknown[]) =>
      client.query(text, [...(values ?? [])])) as unknown as PostgresPoolClient['query'],
    release: () => undefined,
  };
  return { connect: () => Promise.resolve(one), end: () => Promise.resolve(), options: {} };
}

const processOf = (client: pg.Client): number => (client as unknown as { readonly processID: number }).processID;

/** Asks the locks themselves: what a backend shows that it waits for lags behind on a busy machine, and a run could not be repeated. */
async function isWaitingForLock(watcher: pg.Client, client: pg.Client): Promise<boolean> {
  const found = await watcher.query<{ blocked: boolean }>(`select pg_blocking_pids($1) <> '{}' as blocked`, [
    processOf(client),
  ]);
  return found.rows[0]?.blocked === true;
}

const statements = new Map<string, string>();

/** The same few statements all the time: PostgreSQL plans each once for a connection. */
function prepared(text: string): { readonly name?: string } {
  if (text.length < 40) return {};
  const name = statements.get(text) ?? `s${String(statements.size)}`;
  statements.set(text, name);
  return { name };
}

const names = new Map<string, string>();

/** `select records`, `commit`: enough to recognise a statement by. */
function nameOf(text: string): string {
  const name = names.get(text) ?? firstWordsOf(text);
  names.set(text, name);
  return name;
}

function firstWordsOf(text: string): string {
  const words = text.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim();
  const table = /\b(?:from|into|update)\s+(\w+)/.exec(words)?.[1];
  const verb = words.split(' ')[0] ?? '';
  return table === undefined || verb === table ? words.slice(0, 40) : `${verb} ${table}`;
}
