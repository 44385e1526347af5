/**
 * Tells other processes that this one is alive, and gives free what a dead one had claimed. Rules S-P15, S-P16.
 *
 *   row in `service_processes` ─ beats every 4 s ─▶ … ─ ends in order ─▶ row removed
 *                              └ no beat for 15 s, as another process counts ─▶ row removed, its claims free
 */
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { SyncContext } from './sync-context.ts';

export interface Heartbeat {
  /** Tells that this process is alive, and looks at the others. Resolves with the milliseconds until the next beat. */
  beat(): Promise<number>;
  /** This process ends in order and holds nothing any more. */
  end(): Promise<void>;
}

const beatEveryMs = 4000;
/** Without a beat for so long a process counts as dead. One that was only paused does no harm when it goes on (S-P3). */
const silentMs = 15_000;

interface Seen {
  readonly beats: number;
  /** When this process first saw that number, by its own clock: clocks of different machines are never compared. */
  readonly at: number;
}

export function createHeartbeat(context: Pick<SyncContext, 'db' | 'now' | 'log'>, processId: string): Heartbeat {
  const { db, now, log } = context;
  let seen = new Map<string, Seen>();

  return {
    beat: async () => {
      const others = await beatAndLook(db, processId);
      const at = now().getTime();
      const before = seen;
      seen = new Map(
        others.map(({ id, beats }) => {
          const known = before.get(id);
          // A clock that was set back begins to count anew.
          return [id, known?.beats === beats && known.at <= at ? known : { beats, at }];
        }),
      );
      const silent = [...seen].filter(([, { at: since }]) => at - since >= silentMs);
      if (silent.length > 0) {
        const freed = await db.transaction().execute(async (trx) => {
          for (const [id, { beats }] of silent)
            await trx.deleteFrom('service_processes').where('id', '=', id).where('beats', '=', beats).execute();
          return freeClaims(trx);
        });
        log.info('claims of silent processes freed', { processes: silent.length, claims: freed });
      }
      return beatEveryMs;
    },
    end: async () => {
      try {
        await db.deleteFrom('service_processes').where('id', '=', processId).execute();
      } catch (error) {
        // Without the database it ends all the same, and counts as dead soon.
        log.info('end not told', { error: error instanceof Error ? error.name : 'unknown' });
      }
    },
  };
}

/**
 * Frees whatever was claimed on a database that nobody else works on, as the lock of the data folder proves for the
 * embedded one.
 */
export async function freeAllClaims(db: Kysely<Database>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom('service_processes').execute();
    return freeClaims(trx);
  });
}

async function beatAndLook(db: Kysely<Database>, processId: string) {
  const others = await sql<{ id: string; beats: number }>`with mine as (
      insert into service_processes (id, beats, beaten_at) values (${processId}, 1, now())
      on conflict (id) do update set beats = service_processes.beats + 1, beaten_at = now()
    ) select id, beats from service_processes where id <> ${processId} order by id`.execute(db);
  return others.rows;
}

/** Claims whose holder has no row: its attempt counts, so that a create is looked for before it is sent again (S-P4). */
async function freeClaims(trx: Transaction<Database>): Promise<number> {
  const isLeft = sql`push_holder is not null and push_holder not in (select id from service_processes)`;
  // In the order in which pushes and pulls lock them.
  const records = await sql`with held as materialized (
      select board_id, kind, id from records where ${isLeft} order by id for update
    ) update records set push_after = null, push_holder = null from held
    where records.board_id = held.board_id and records.kind = held.kind and records.id = held.id`.execute(trx);
  const versions = await sql`update process_versions set push_after = null, push_holder = null
    where ${isLeft}`.execute(trx);
  return Number(records.numAffectedRows ?? 0) + Number(versions.numAffectedRows ?? 0);
}
