import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Everything that the foundation keeps. Instants are `timestamptz`, read as ISO text (`open-database.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create extension if not exists pg_trgm`,
  `create table records (
    board_id text not null,
    kind text not null,
    id uuid not null,
    ref text,
    unit_id uuid,
    status text not null,
    title text not null,
    fields jsonb not null,
    comments jsonb not null default '[]',
    history jsonb not null default '[]',
    created_by jsonb not null,
    created_by_id text not null,
    created_at timestamptz not null,
    modified_by jsonb not null,
    modified_at timestamptz not null,
    state_changed_at timestamptz not null,
    search_text text not null default '',
    revision bigint not null,
    pushed_revision bigint not null default 0,
    deleted boolean not null default false,
    base jsonb,
    graph_item_id text,
    etag text,
    push_priority smallint not null default 1,
    push_attempts integer not null default 0,
    push_after timestamptz,
    unsendable_revision bigint,
    unsendable_reason text,
    waiting_since timestamptz,
    primary key (board_id, kind, id)
  )`,
  `create unique index records_ref on records (board_id, ref) where ref is not null`,
  `create unique index records_graph_item on records (board_id, kind, graph_item_id) where graph_item_id is not null`,
  `create index records_by_created on records (board_id, kind, created_at desc, id) where not deleted`,
  `create index records_by_unit on records (board_id, kind, unit_id, created_at desc) where not deleted`,
  `create index records_by_reporter on records (board_id, created_by_id, created_at desc) where not deleted`,
  `create index records_by_status on records (board_id, kind, status, created_at desc) where not deleted`,
  `create index records_fields on records using gin (fields jsonb_path_ops)`,
  `create index records_search on records using gin (search_text gin_trgm_ops)`,
  `create index records_to_push on records (board_id, push_priority, waiting_since) where revision > pushed_revision`,
  `create table boards (
    id text primary key, name text not null, site_id text not null, restricted_site_id text not null
  )`,
  `create table lists (
    board_id text not null references boards (id), kind text not null, site_id text not null, list_id text not null,
    delta_link text, last_pull_at timestamptz, last_pull_problem text,
    primary key (board_id, kind)
  )`,
  `create table number_series (
    board_id text not null, series text not null, year integer not null,
    next_number integer not null default 1, high_water integer not null default 1,
    graph_item_id text, etag text,
    primary key (board_id, series, year)
  )`,
  `create table drafts (
    board_id text not null, person_id text not null, key text not null,
    body jsonb not null, updated_at timestamptz not null,
    primary key (board_id, person_id, key)
  )`,
  `create table access_log (
    id bigint generated always as identity primary key,
    board_id text not null, person_id text not null, at timestamptz not null,
    kind text not null, record_id uuid not null, view text not null, via text not null
  )`,
  `create table conflicts (
    id uuid primary key, board_id text not null, kind text not null, record_id uuid not null, field_group text not null,
    ours jsonb, theirs jsonb, found_at timestamptz not null, settled_at timestamptz
  )`,
  `create table set_aside (
    id uuid primary key, board_id text not null, kind text not null, graph_item_id text not null, record_id uuid,
    reason text not null, content jsonb, found_at timestamptz not null, settled_at timestamptz
  )`,
];
