/** The rows of the reminders: planned together under a lock, claimed one by one, ended once. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { holdUntilCommit } from '../database/one-process-at-a-time.ts';
import type { ReminderPlan } from '../../shared/rules/reminders/plan-reminders.ts';
import type { KnownReminder, NewReminder, ReminderState } from '../../shared/rules/reminders/reminder-row.ts';
import type { Database } from '../database/schema.ts';
import { insertable, knownOf } from './reminder-rows.ts';
import type { ReminderRow } from './reminder-rows.ts';

/** What an attempt or a press makes of a row. */
export interface RowEnd {
  readonly state: ReminderState;
  readonly reason?: string | undefined;
  readonly sentAt?: string;
  readonly conversationId?: string;
  readonly activityId?: string | undefined;
  readonly snoozedTo?: string;
  readonly delegateId?: string;
  readonly tryAfter?: string;
}

/** How long a process has for one message; after that nobody knows whether it went. */
const leaseMs = 120_000;
const rowsAtOnce = 500;
const live = ['planned', 'held', 'sending', 'sent', 'snoozed', 'maybeDelivered'];

export type ReminderStore = ReturnType<typeof createReminderStore>;

export function createReminderStore(db: Kysely<Database>, boardId: string) {
  const ofBoard = () => db.selectFrom('reminders').where('board_id', '=', boardId);

  return {
    /**
     * Reads what is known, lets `decide` plan, and writes the plan: one process at a time. A row that another process
     * changed in between keeps what that one made of it.
     */
    plan: async (
      now: Date,
      openMatterIds: readonly string[],
      decide: (known: readonly KnownReminder[], lastRunAt: string | undefined) => ReminderPlan,
    ): Promise<{ readonly runId: number; readonly planned: number }> =>
      await db.transaction().execute(async (transaction) => {
        await holdUntilCommit(transaction, `reminders ${boardId}`);
        const at = now.toISOString();
        const last = await transaction
          .selectFrom('reminder_runs')
          .select('started_at')
          .where('board_id', '=', boardId)
          .orderBy('id', 'desc')
          .executeTakeFirst();
        const rows = await transaction
          .selectFrom('reminders')
          .selectAll()
          .where('board_id', '=', boardId)
          .where(sql<boolean>`(state = any(${live}) or matter_id = any(${[...openMatterIds]}))`)
          .execute();
        const plan = decide(rows.map(knownOf), last?.started_at);
        for (const change of plan.changes) {
          await transaction
            .updateTable('reminders')
            .set({
              state: change.state,
              reason: change.reason ?? null,
              changed_at: at,
              version: sql`version + 1`,
              // Who has the card in the chat sees that it is settled; the numbers for a meeting stay to be read.
              ...(change.state === 'settled' && {
                card_stale: sql<boolean>`activity_id is not null and subject <> 'meeting'`,
              }),
            })
            .where('id', '=', change.id)
            .where('state', '<>', 'sending')
            .execute();
        }
        for (let from = 0; from < plan.rows.length; from += rowsAtOnce) {
          await transaction
            .insertInto('reminders')
            .values(plan.rows.slice(from, from + rowsAtOnce).map((row) => insertable(boardId, row, at)))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        const run = await transaction
          .insertInto('reminder_runs')
          .values({ board_id: boardId, started_at: at, finished_at: null, planned: plan.rows.length })
          .returning('id')
          .executeTakeFirstOrThrow();
        return { runId: run.id, planned: plan.rows.length };
      }),

    /** The next row to send, taken by this process alone. */
    claim: async (now: Date, open: boolean): Promise<ReminderRow | undefined> => {
      const at = now.toISOString();
      const next = sql`(
        select id from reminders
        where board_id = ${boardId} and state = 'planned' and due_at <= ${at}
          and (try_after is null or try_after <= ${at}) and (acute or ${open})
        order by acute desc, due_at, id limit 1 for update skip locked)`;
      return await db
        .updateTable('reminders')
        .set({
          state: 'sending',
          attempts: sql`attempts + 1`,
          lease_until: new Date(now.getTime() + leaseMs).toISOString(),
          changed_at: at,
        })
        .where(sql<boolean>`id = ${next}`)
        .returningAll()
        .executeTakeFirst();
    },

    /** Rows whose process ended in the middle of sending: taken for delivered, and said so. */
    endInterrupted: async (now: Date): Promise<void> => {
      const at = now.toISOString();
      await db
        .updateTable('reminders')
        .set({ state: 'maybeDelivered', reason: 'interrupted', changed_at: at, version: sql`version + 1` })
        .where('board_id', '=', boardId)
        .where('state', '=', 'sending')
        .where('lease_until', '<', at)
        .execute();
    },

    /** Ends a row, or moves it on, where it still stands in one of `from`. Tells whether it did. */
    end: async (id: string, from: readonly ReminderState[], end: RowEnd, now: Date): Promise<boolean> => {
      const result = await db
        .updateTable('reminders')
        .set({
          state: end.state,
          reason: end.reason ?? null,
          lease_until: null,
          try_after: end.tryAfter ?? null,
          ...(end.sentAt !== undefined && { sent_at: end.sentAt }),
          ...(end.conversationId !== undefined && { conversation_id: end.conversationId }),
          ...(end.activityId !== undefined && { activity_id: end.activityId }),
          ...(end.snoozedTo !== undefined && { snoozed_to: end.snoozedTo }),
          ...(end.delegateId !== undefined && { delegate_id: end.delegateId }),
          changed_at: now.toISOString(),
          version: sql`version + 1`,
        })
        .where('board_id', '=', boardId)
        .where('id', '=', id)
        .where('state', 'in', [...from])
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    add: async (row: NewReminder, now: Date): Promise<void> => {
      await db
        .insertInto('reminders')
        .values(insertable(boardId, row, now.toISOString()))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    byId: async (id: string): Promise<ReminderRow | undefined> =>
      await ofBoard().selectAll().where('id', '=', id).executeTakeFirst(),

    /** Rows about what a person has before them; for a digest. */
    before: async (personId: string): Promise<readonly ReminderRow[]> =>
      await ofBoard()
        .selectAll()
        .where('person_id', '=', personId)
        .where('subject', '<>', 'digest')
        .where('state', 'in', ['sent', 'inDigest', 'maybeDelivered', 'snoozed'])
        .execute(),

    staleCards: async (): Promise<readonly ReminderRow[]> =>
      await ofBoard().selectAll().where('card_stale', '=', true).orderBy('changed_at').limit(200).execute(),

    cardTurned: async (id: string): Promise<void> => {
      await db.updateTable('reminders').set({ card_stale: false }).where('id', '=', id).execute();
    },

    /** The oldest that are not recorded, and so many `more` beside. */
    toRecord: async (more = 0): Promise<readonly ReminderRow[]> =>
      await ofBoard()
        .selectAll()
        .where(sql<boolean>`version > recorded_version`)
        .where('state', 'not in', ['planned', 'held', 'sending'])
        .orderBy('changed_at')
        .limit(rowsAtOnce + more)
        .execute(),

    recorded: async (id: string, version: number): Promise<void> => {
      await db.updateTable('reminders').set({ recorded_version: version }).where('id', '=', id).execute();
    },

    finishRun: async (runId: number, counts: { readonly sent: number; readonly failed: number }, now: Date) => {
      await db
        .updateTable('reminder_runs')
        .set({ finished_at: now.toISOString(), ...counts })
        .where('id', '=', runId)
        .execute();
      // The page shows the last runs; the rest tell nobody anything.
      await db
        .deleteFrom('reminder_runs')
        .where('board_id', '=', boardId)
        .where('id', '<', runId - 500)
        .execute();
    },

    latestRun: async () =>
      await db
        .selectFrom('reminder_runs')
        .selectAll()
        .where('board_id', '=', boardId)
        .orderBy('id', 'desc')
        .executeTakeFirst(),

    countByState: async (since: string) =>
      await ofBoard()
        .select(['state', sql<number>`count(*)`.as('count')])
        .where('changed_at', '>=', since)
        .groupBy('state')
        .execute(),

    list: async (filter: { readonly states?: readonly string[]; readonly personId?: string; readonly limit: number }) =>
      await ofBoard()
        .selectAll()
        .$if(filter.states !== undefined, (query) => query.where('state', 'in', [...(filter.states ?? [])]))
        .$if(filter.personId !== undefined, (query) => query.where('person_id', '=', filter.personId ?? ''))
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(filter.limit)
        .execute(),

    /** Puts back what SharePoint has and the database does not (`design.md` 3). */
    restore: async (
      rows: readonly (NewReminder & { readonly id: string; readonly end: RowEnd })[],
      now: Date,
    ): Promise<void> => {
      for (const row of rows) {
        const { end } = row;
        await db
          .insertInto('reminders')
          .values({
            ...insertable(boardId, row, now.toISOString()),
            id: row.id,
            recorded_version: 1,
            snoozed_to: end.snoozedTo ?? null,
            delegate_id: end.delegateId ?? null,
            sent_at: end.sentAt ?? null,
            conversation_id: end.conversationId ?? null,
            activity_id: end.activityId ?? null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
  };
}
