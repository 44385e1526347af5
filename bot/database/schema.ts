import type { Generated } from 'kysely';
import type { Instant, Json, NullableJson } from './column-types.ts';
import type { ReminderRunsTable, RemindersTable } from './schema-reminders.ts';

/** A row per record: read model and outbox in one (`design.md` 3). Contents are those of `RecordRow`. */
export interface RecordsTable {
  board_id: string;
  kind: string;
  /** UUID, `ClientKey` in SharePoint. */
  id: string;
  ref: string | null;
  unit_id: string | null;
  status: string;
  title: string;
  fields: Json<Record<string, unknown>>;
  comments: Json<unknown[]>;
  history: Json<unknown[]>;
  created_by: Json<{ id: string; name: string }>;
  created_by_id: string;
  created_at: Instant;
  modified_by: Json<{ id: string; name: string }>;
  modified_at: Instant;
  state_changed_at: Instant;
  /** Lower-cased text of title, reference and text fields, for searching. Never for restricted kinds. */
  search_text: string;
  revision: number;
  pushed_revision: Generated<number>;
  deleted: Generated<boolean>;
  base: Json<Record<string, unknown> | null> | null;
  graph_item_id: string | null;
  etag: string | null;
  /** Revision 1 goes ahead of bulk work; larger is later. */
  push_priority: Generated<number>;
  push_attempts: Generated<number>;
  push_after: Instant | null;
  /** The process that pushes it now. */
  push_holder: Generated<string | null>;
  /** Set when SharePoint can never take this revision; a later revision is tried again. */
  unsendable_revision: number | null;
  unsendable_reason: string | null;
  /** When the oldest change that SharePoint lacks was accepted. */
  waiting_since: Instant | null;
}

export interface BoardsTable {
  id: string;
  name: string;
  site_id: string;
  restricted_site_id: string;
}

/** Where a kind's list is, and how far it has been pulled. */
export interface ListsTable {
  board_id: string;
  kind: string;
  site_id: string;
  list_id: string;
  /** Absent until the list has been walked to its end once. */
  delta_link: string | null;
  last_pull_at: Instant | null;
  last_pull_problem: string | null;
  /** A person or a lost token asks for a whole walk. */
  walk_asked_at: Generated<Instant | null>;
  /** Set while a whole walk is under way, by whichever process. */
  walk_started_at: Generated<Instant | null>;
  /** The page at which it goes on; none: at the first. */
  walk_link: Generated<string | null>;
  /** Set once the last page of a walk is stored: the token for later pulls. */
  walk_delta_link: Generated<string | null>;
  walk_ended_at: Generated<Instant | null>;
}

/** Items known when a walk began that it has not shown yet. */
export interface WalkRemainderTable {
  board_id: string;
  kind: string;
  graph_item_id: string;
}

/** Items told to be gone within the last hour (`bot/sync/removed-items.ts`). */
export interface RemovedItemsTable {
  board_id: string;
  kind: string;
  graph_item_id: string;
  seen_at: Instant;
}

export interface NumberSeriesTable {
  board_id: string;
  series: string;
  year: number;
  next_number: number;
  /** Numbers below this are reserved in SharePoint. */
  high_water: number;
  graph_item_id: string | null;
  etag: string | null;
}

export interface DraftsTable {
  board_id: string;
  person_id: string;
  key: string;
  body: Json<Record<string, unknown>>;
  updated_at: Instant;
}

/** Append-only: who read which restricted record (L10). */
export interface AccessLogTable {
  id: Generated<number>;
  board_id: string;
  person_id: string;
  at: Instant;
  kind: string;
  record_id: string;
  view: string;
  via: string;
}

/** Both sides changed the same group of fields: SharePoint's stands, ours is kept here until a person settles it. */
export interface ConflictsTable {
  id: string;
  board_id: string;
  kind: string;
  record_id: string;
  field_group: string;
  ours: Json<unknown>;
  theirs: Json<unknown>;
  found_at: Instant;
  settled_at: Instant | null;
  settled_by: NullableJson<{ id: string; name: string }>;
  /** `theirs`: SharePoint's side stands; `chosen`: values of ours; `step`: our step; `restored`: the deleted record is back. */
  outcome: Generated<string | null>;
  settle_reason: Generated<string | null>;
}

/** What a person changed in SharePoint that failed the rules: kept for the coordinator, never shown as true. */
export interface SetAsideTable {
  id: string;
  board_id: string;
  kind: string;
  graph_item_id: string;
  record_id: string | null;
  reason: string;
  content: Json<unknown>;
  found_at: Instant;
  settled_at: Instant | null;
  settled_by: NullableJson<{ id: string; name: string }>;
  settle_reason: Generated<string | null>;
  /** Names of the fields taken over into the record. */
  taken: NullableJson<readonly string[]>;
  /** A drawing, masked. */
  file: Generated<string | null>;
}

/** One row for all processes: what may be spent of SharePoint's budget (`bot/sync/pace.ts`). */
export interface PaceTable {
  id: string;
  tokens: number;
  filled_at: Instant;
  paused_until: Instant;
  /** Refusals since the last write that went through. */
  refusals: Generated<number>;
}

/** The subscription to the changes of a list or library (`bot/sync/notifications/subscriptions.ts`). */
export interface ListSubscriptionsTable {
  board_id: string;
  /** Of the list's records; `library` for the document library. */
  kind: string;
  /** A list at another place needs another subscription; of a library its drive. */
  list_id: string;
  subscription_id: string;
  client_state: string;
  expires_at: Instant;
}

/** A saved version of a process: its BPMN file (`bot/processes`). */
export interface ProcessVersionsTable {
  board_id: string;
  process_id: string;
  version: number;
  bpmn: string;
  what: string;
  saved_by: Json<{ id: string; name: string }>;
  saved_at: Instant;
  /** The file in the document library that has it. */
  file_id: string | null;
  pushed_at: Instant | null;
  push_attempts: Generated<number>;
  push_after: Instant | null;
  push_holder: Generated<string | null>;
  unsendable_reason: string | null;
}

/** The document library of a board, for the drawings of its processes. */
export interface LibrariesTable {
  board_id: string;
  site_id: string;
  list_id: string;
  drive_id: string;
  /** When what the library held had been read into this database. */
  restored_at: Instant | null;
  /** Absent until the library has been walked to its end once. */
  delta_link: Generated<string | null>;
  /** The folder at the top, once told. */
  root_id: Generated<string | null>;
  last_pull_at: Generated<Instant | null>;
  last_pull_problem: Generated<string | null>;
}

/** The state of a process's file that was last seen or written (`bot/sync/absorb-file.ts`). */
export interface LibraryFilesTable {
  board_id: string;
  process_id: string;
  file_id: string;
  etag: string;
  content_tag: string;
}

/** A file of the library whose process was not known when it was seen (`bot/sync/library/early-files.ts`). */
export interface EarlyFilesTable {
  board_id: string;
  process_id: string;
}

/** Who has a process open, by a heartbeat. */
export interface ProcessPresenceTable {
  board_id: string;
  process_id: string;
  person_id: string;
  person_name: string;
  editing: boolean;
  since: Instant;
  seen_at: Instant;
}

/** A service process that is alive, by its heartbeat (`bot/sync/heartbeat.ts`). */
export interface ServiceProcessesTable {
  id: string;
  beats: number;
  /** For whoever looks at the table; by PostgreSQL's clock. */
  beaten_at: Instant;
}

export interface Database {
  records: RecordsTable;
  boards: BoardsTable;
  list_subscriptions: ListSubscriptionsTable;
  lists: ListsTable;
  walk_remainder: WalkRemainderTable;
  removed_items: RemovedItemsTable;
  libraries: LibrariesTable;
  library_files: LibraryFilesTable;
  early_files: EarlyFilesTable;
  number_series: NumberSeriesTable;
  drafts: DraftsTable;
  access_log: AccessLogTable;
  conflicts: ConflictsTable;
  set_aside: SetAsideTable;
  pace: PaceTable;
  reminders: RemindersTable;
  reminder_runs: ReminderRunsTable;
  process_versions: ProcessVersionsTable;
  process_presence: ProcessPresenceTable;
  service_processes: ServiceProcessesTable;
}
