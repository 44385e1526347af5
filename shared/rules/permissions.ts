/**
 * Who may do what, decided from data (`permission-data.ts`) for one actor, one operation and one record or kind.
 * Pure; called on the server for every call. The tab and the cards only hide what would be refused.
 */
import type { RoleOnUnit } from '../api/contract.ts';

/** Somebody who acts. `system` is the app itself (seeding, pulls); it passes every permission check. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly RoleOnUnit[];
  readonly system?: true;
}

export type Operation = 'read' | 'create' | 'write' | 'approve';
