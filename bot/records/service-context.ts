import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { FindById } from './find-by-id.ts';
import type { InsertAlone } from './insert-alone.ts';
import type { Organisation } from './organisation.ts';

/** Text without personnummer and likely names (`shared/intake/masking.ts`, `maskText`). */
export type MaskText = (text: string) => {
  readonly maskedText: string;
  readonly personnummer: boolean;
  readonly names: boolean;
};

/** A record that has been accepted and committed, for whoever pushes it to SharePoint. */
export interface Accepted {
  readonly boardId: string;
  readonly kind: KindName;
  readonly id: string;
}

export interface RecordsDependencies {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly mask: MaskText;
  /** Called after the commit, once for each record that got a new revision. Must not throw. */
  readonly onAccepted: (accepted: Accepted) => void;
}

/** What every operation of the service works with. */
export interface ServiceContext extends RecordsDependencies {
  readonly organisation: (boardId: string) => Promise<Organisation>;
  /** The record of an id, of whatever kind. */
  readonly findById: FindById;
  readonly insertAlone: InsertAlone;
  /** Calls with one key wait for each other. */
  readonly oneAtATime: <Value>(key: string, task: () => Promise<Value>) => Promise<Value>;
}

export type Connection = Kysely<Database> | Transaction<Database>;
