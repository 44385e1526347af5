import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { RateLimits } from '../graph/rate-limits.ts';
import { longestWaitMs } from './back-off.ts';

/**
 * One pace for every worker of every process on the database: SharePoint counts an app as one, and a throttled app
 * pauses all its requests (`graph.md` 5.1). Rules S-P7, S-P11.
 */
export interface Pace {
  /** Takes up to that many resource units from the budget; 0 while all is held back. */
  take(units: number): Promise<number>;
  /** Books what was not asked for before; negative gives back. The budget may go below zero and is then earned back. */
  spend(units: number): Promise<void>;
  /** SharePoint answered 429 or 503. Without a time of its own the pause doubles, with jitter. */
  pause(retryAfterMs: number | undefined): Promise<void>;
  /** A write went through. */
  ease(): Promise<void>;
  /** What SharePoint told of its budget in the headers of an answer. */
  heed(limits: RateLimits): Promise<void>;
  /** Until when all is held back; undefined when nothing is. */
  pausedUntil(): Promise<Date | undefined>;
}

export interface PaceOptions {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Resource units a minute; undefined: unlimited (local mode). */
  readonly unitsPerMinute?: number | undefined;
}

/** Share of SharePoint's own limit below which we wait for its next minute rather than be refused. */
const reserve = 0.1;

export function createPace({ db, now, random, unitsPerMinute }: PaceOptions): Pace {
  // A bucket of two seconds' worth: evens out, without hurting the first writes after a rest.
  const capacity = unitsPerMinute === undefined ? 0 : Math.max(unitsPerMinute / 30, 40);
  const unitsPerSecond = (unitsPerMinute ?? 0) / 60;
  const at = (): string => now().toISOString();

  const filled = (time: string) =>
    sql<number>`least(${capacity}::float8,
      tokens + greatest(0, extract(epoch from ${time}::timestamptz - filled_at)) * ${unitsPerSecond}::float8)`;
  const pausedUntil = async (): Promise<Date | undefined> => {
    const row = await db.selectFrom('pace').select('paused_until').executeTakeFirst();
    const until = new Date(row?.paused_until ?? 0);
    return until > now() ? until : undefined;
  };
  const holdBack = (ms: number, refusals: number) =>
    db
      .updateTable('pace')
      .set({
        paused_until: sql`greatest(paused_until, ${new Date(now().getTime() + ms).toISOString()}::timestamptz)`,
        refusals,
      })
      .execute();

  return {
    take: async (units) => {
      if (unitsPerMinute === undefined) return (await pausedUntil()) === undefined ? units : 0;
      const time = at();
      const taken = await sql<{ granted: number }>`with bucket as (
          select ${filled(time)} as level, paused_until from pace where id = 'app' for update
        ), share as (
          select level, case when paused_until > ${time}::timestamptz then 0
            else greatest(0, least(${units}::float8, floor(level))) end as granted from bucket
        )
        update pace set tokens = share.level - share.granted, filled_at = ${time} from share
        where id = 'app' returning share.granted`.execute(db);
      return taken.rows[0]?.granted ?? 0;
    },
    spend: async (units) => {
      if (unitsPerMinute === undefined || units === 0) return;
      await db
        .updateTable('pace')
        .set({ tokens: sql`tokens - ${units}::float8` })
        .execute();
    },
    pause: async (retryAfterMs) => {
      const row = await db.selectFrom('pace').select(['paused_until', 'refusals']).executeTakeFirst();
      // Requests that were under way when the pause began say nothing new about how long it should be.
      const isNews = row === undefined || new Date(row.paused_until) <= now();
      const refusals = (row?.refusals ?? 0) + (isNews ? 1 : 0);
      const own = Math.min(1000 * 2 ** Math.min(refusals, 9), longestWaitMs) * (0.5 + random() / 2);
      await holdBack(retryAfterMs ?? (isNews ? own : 0), refusals);
    },
    ease: async () => {
      await db.updateTable('pace').set({ refusals: 0 }).where('refusals', '>', 0).execute();
    },
    heed: async ({ limit, remaining, resetMs }) => {
      const spare = remaining - limit * reserve;
      if (spare <= 0) {
        const row = await db.selectFrom('pace').select('refusals').executeTakeFirst();
        await holdBack(resetMs, row?.refusals ?? 0);
        return;
      }
      if (unitsPerMinute === undefined) return;
      await db
        .updateTable('pace')
        .set({ tokens: sql`least(tokens, ${spare}::float8)` })
        .execute();
    },
    pausedUntil,
  };
}
