/** What happens to everybody: SharePoint misbehaves, time passes, processes die. */
import { faultKinds } from '../../bot/local-graph/fault-plan.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SeededChoice } from './seeded-choice.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Some faults, each now and then; at times a budget besides. */
export function planFaults(world: SimulatedWorld, choice: SeededChoice): void {
  const chosen = faultKinds.filter((kind) => kind !== 'slow' && choice.chance(0.5));
  const rates = Object.fromEntries(chosen.map((kind) => [kind, choice.next() * 0.12]));
  const budget = choice.chance(0.3) ? { resourceUnitsPerMinute: 30 + choice.below(300) } : {};
  const plan = { seed: choice.below(2 ** 31), rates, retryAfterSeconds: choice.below(20), ...budget };
  world.graph.local.plan.set(plan);
  world.trace(`SharePoint misbehaves: ${JSON.stringify(plan)}`);
}

/** SharePoint refuses most requests, with Retry-After or without. */
export function planStorm(world: SimulatedWorld, choice: SeededChoice): void {
  const kind =
    choice.one(['throttled', 'throttledWithoutRetryAfter', 'serverError', 'cutAfterCommit'] as const) ?? 'throttled';
  const plan = {
    seed: choice.below(2 ** 31),
    rates: { [kind]: 0.5 + choice.next() / 2 },
    retryAfterSeconds: choice.below(120),
  };
  world.graph.local.plan.set(plan);
  world.trace(`SharePoint refuses: ${JSON.stringify(plan)}`);
}

export function calm(world: SimulatedWorld): void {
  world.graph.local.plan.clear();
  world.trace('SharePoint is well');
}

export function expireTokens(world: SimulatedWorld): void {
  world.graph.local.plan.expireDeltaTokens();
  world.trace('Delta tokens expire');
}

export function passTime(world: SimulatedWorld, choice: SeededChoice): void {
  const ms = choice.chance(0.7) ? choice.below(6000) : choice.below(3 * minute);
  world.trace(`${String(ms)} ms pass`);
  world.clock.advance(ms);
}

/** The machine slept, or the run goes on much later. */
export function leap(world: SimulatedWorld, choice: SeededChoice): void {
  const ms = choice.one([20 * minute, 3 * 60 * minute, day, 70 * day]) ?? day;
  world.trace(`Time leaps by ${String(ms / minute)} minutes`);
  world.clock.advance(ms);
}

/** One process's clock is set wrong, or right again. */
export function skewClock(world: SimulatedWorld, choice: SeededChoice): void {
  const process = choice.one(world.processes);
  if (process === undefined) return;
  process.watch.errorMs = choice.one([0, -10 * minute, 10 * minute, 2 * minute]) ?? 0;
  world.trace(`${process.life.name}: its clock is off by ${String(process.watch.errorMs / minute)} minutes`);
}

/** A process will die at one of its next steps. */
export function planDeath(world: SimulatedWorld, choice: SeededChoice): void {
  const process = choice.one(world.processes.filter((one) => one.life.isAlive));
  if (process === undefined) return;
  const when = choice.one(['before', 'during', 'after'] as const) ?? 'before';
  process.life.death = { atStep: process.life.steps + 1 + choice.below(40), when };
}
