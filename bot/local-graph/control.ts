/**
 * The switchboard beside Graph, for tests and for people: `/local-graph-control/faults` (GET, PUT, DELETE) and
 * `POST /local-graph-control/expire-delta-tokens` (`?list={id}` for one list).
 */
import type { Address } from './address.ts';
import { badRequest, GraphFailure } from './errors.ts';
import type { GraphReply } from './exchange.ts';
import { noContent, ok } from './exchange.ts';
import { noFaults, parseFaultPlan, type FaultPlan, type FaultPlanInput } from './fault-plan.ts';
import type { FaultSource } from './faults.ts';
import type { Stores } from './scope.ts';

export interface FaultPlanControl {
  readonly current: FaultPlan;
  /** @throws GraphFailure 400 when the plan is not valid */
  set(plan: FaultPlanInput): void;
  clear(): void;
  /** Tokens given out until now answer 410 from now on; for one list, or for all. */
  expireDeltaTokens(listId?: string): void;
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
    default:
      throw new GraphFailure(
        404,
        'itemNotFound',
        'Here are only /faults (GET, PUT, DELETE) and /expire-delta-tokens (POST)',
      );
  }
}
