import type { Kysely } from 'kysely';
import type { KindName } from '../../shared/records/index.ts';
import type { Database } from '../database/schema.ts';
import type { GraphLists, ListAddress } from '../graph/graph-port.ts';
import type { Log } from '../log.ts';
import type { Mask } from './pull/mask-content.ts';

/** What the engine is made of; time, ids and chance come from outside. */
export interface SyncContext {
  readonly db: Kysely<Database>;
  readonly graph: GraphLists;
  readonly now: () => Date;
  readonly newId: () => string;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly mask: Mask;
  /** The application id of this service; undefined: any app's changes count as ours (local mode). */
  readonly ourAppId: string | undefined;
}

/** What pushing takes besides. */
export interface PushContext extends SyncContext {
  /** By which this process claims what it pushes (`heartbeat.ts`). */
  readonly processId: string;
}

/** A list of records of one board. */
export interface RecordList {
  readonly boardId: string;
  readonly kind: KindName;
  readonly address: ListAddress;
}
