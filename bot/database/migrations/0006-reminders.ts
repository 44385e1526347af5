import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Reminders: one row per recipient, matter, rung and due time, and one per run (`bot/reminders/README.md`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table reminders (
    id uuid primary key,
    board_id text not null,
    person_id text not null,
    subject text not null,
    matter_id text not null,
    stage text not null,
    deadline text not null,
    step text not null,
    due_at timestamptz not null,
    unit_id text,
    ref text,
    part text not null,
    acute boolean not null,
    snoozes integer not null,
    state text not null,
    reason text,
    snoozed_to timestamptz,
    delegate_id text,
    sent_at timestamptz,
    conversation_id text,
    activity_id text,
    attempts integer not null default 0,
    lease_until timestamptz,
    try_after timestamptz,
    card_stale boolean not null default false,
    changed_at timestamptz not null,
    version integer not null default 1,
    recorded_version integer not null default 0,
    unique (board_id, person_id, subject, matter_id, stage, deadline, step, due_at)
  )`,
  `create index reminders_to_send on reminders (board_id, due_at) where state in ('planned', 'sending')`,
  `create index reminders_of_matter on reminders (board_id, matter_id)`,
  `create index reminders_of_person on reminders (board_id, person_id, changed_at desc)`,
  `create index reminders_to_record on reminders (board_id) where version > recorded_version`,
  `create index reminders_to_turn on reminders (board_id) where card_stale`,
  `create index reminders_by_change on reminders (board_id, changed_at desc)`,
  `create table reminder_runs (
    id bigint generated always as identity primary key,
    board_id text not null, started_at timestamptz not null, finished_at timestamptz,
    planned integer not null, sent integer not null default 0, failed integer not null default 0
  )`,
  `create index reminder_runs_latest on reminder_runs (board_id, started_at desc)`,
];
