/**
 * The switchboard beside Graph, for tests and for people: `/local-graph-control/faults` (GET, PUT, DELETE) and
 * `POST /local-graph-control/expire-delta-tokens` (`?list={id}` for one list) and
 * `POST /local-graph-control/restore-item?list={id}&item={n}`, which a person does in SharePoint's recycle bin.
 */
import type { Address } from './address.ts';
import { badRequest, GraphFailure, itemNotFound } from './errors.ts';
import type { GraphReply } from './exchange.ts';
import { noContent, ok } from './exchange.ts';
import { noFaults, parseFaultPlan, type FaultPlan, type FaultPlanInput } from './fault-plan.ts';
import type { FaultSource } from './faults.ts';
import { toGraphTime } from './graph-time.ts';
import { restoreItem } from './item-store.ts';
import { findListAnywhere } from './list-store.ts';
import { commit, type Stores } from './scope.ts';

export interface FaultPlanControl {
  readonly current: FaultPlan;
  /** @throws GraphFailure 400 when the plan is not valid */
  set(plan: FaultPlanInput): void;
  clear(): void;
  /** Tokens given out until now answer 410 from now on; for one list, or for all. */
  expireDeltaTokens(listId?: string): void;
  /**
   * Brings an item back from the recycle bin; Graph has no request for it. False when the bin does not hold it.
   * @throws GraphFailure 400 when a unique value has been taken meanwhile
   */
  restoreItem(listId: string, itemId: string): boolean;
}

export function createPlanControl(stores: Stores, faults: FaultSource): FaultPlanControl {
  const { database } = stores.services;
  return {
    get current() {
      return faults.plan;
    },
    set(input) {
      const parsed = parseFaultPlan(input);
      if (parsed.kind === 'problem') throw badRequest(parsed.problem);
      faults.setPlan(parsed.plan);
    },
    clear() {
      faults.setPlan(noFaults);
    },
    expireDeltaTokens(listId) {
      if (listId === undefined) database.run('UPDATE list SET tokenEpoch = tokenEpoch + 1');
      else database.run('UPDATE list SET tokenEpoch = tokenEpoch + 1 WHERE id = ?', listId.toLowerCase());
    },
    restoreItem(listId, itemId) {
      const list = findListAnywhere(database, listId);
      if (list === undefined) return false;
      const columns = stores.columns.columnsOf(list.key);
      const at = toGraphTime(stores.services.now());
      return commit(stores, () => restoreItem({ database, list, columns, at }, Number(itemId)));
    },
  };
}

/** @throws GraphFailure */
export function answerControl(plan: FaultPlanControl, method: string, address: Address, body: unknown): GraphReply {
  const action = `${method} ${address.path.replace(/\/+$/, '')}`;
  switch (action) {
    case 'GET /faults':
      return ok(plan.current);
    case 'PUT /faults':
      plan.set(body ?? {});
      return ok(plan.current);
    case 'DELETE /faults':
      plan.clear();
      return noContent;
    case 'POST /expire-delta-tokens':
      plan.expireDeltaTokens(address.search.get('list') ?? undefined);
      return noContent;
    case 'POST /restore-item':
      if (!plan.restoreItem(address.search.get('list') ?? '', address.search.get('item') ?? '')) throw itemNotFound();
      return noContent;
    default:
      throw new GraphFailure(
        404,
        'itemNotFound',
        'Here are only /faults (GET, PUT, DELETE), /expire-delta-tokens (POST) and /restore-item (POST)',
      );
  }
}
