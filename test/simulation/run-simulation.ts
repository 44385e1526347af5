import * as drawings from './drawing-operations.ts';
import { findViolations, findViolationsMidway } from './invariants.ts';
import { loseWhileUsed } from './lose-while-used.ts';
import { hasDrawings, planOperations } from './plan-operations.ts';
import type { Operation, OperationKind } from './plan-operations.ts';
import { rebuildAndCompare } from './rebuild-and-compare.ts';
import * as outside from './sharepoint-operations.ts';
import { begin, createSimulatedWorld } from './simulated-world.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import type { ProcessParts } from './simulated-process.ts';
import { createSeededChoice } from './seeded-choice.ts';
import type { SeededChoice } from './seeded-choice.ts';
import { settle } from './settle.ts';
import { settleSomething } from './settling-operations.ts';
import * as users from './user-operations.ts';
import * as circumstances from './world-operations.ts';

export interface RunOutcome {
  /** What is not as it must be; nothing, when all is well. */
  readonly violations: readonly string[];
  /** What happened, a line each. */
  readonly lines: readonly string[];
}

export interface RunOptions {
  readonly seed: number;
  /** Other operations than the seed's own: fewer, while a failure is narrowed down. */
  readonly operations?: readonly Operation[];
  readonly sabotage?: ProcessParts['sabotage'];
}

type Task = (world: SimulatedWorld, choice: SeededChoice) => Promise<void>;
type Event = (world: SimulatedWorld, choice: SeededChoice) => Promise<void> | void;

/** Go on beside everything else. */
const tasks: Partial<Record<OperationKind, Task>> = {
  create: users.createSomething,
  change: users.changeSomething,
  step: users.takeSomeStep,
  comment: users.commentOnSomething,
  settle: settleSomething,
  draft: users.writeDraft,
  grantRole: users.grantRole,
  createProcess: drawings.createProcess,
  takeProcessOn: users.takeProcessOn,
  saveDrawing: drawings.saveDrawing,
};

/** Happen at once. */
const events: Partial<Record<OperationKind, Event>> = {
  edit: outside.editItem,
  editWrongly: outside.editWrongly,
  editAsOtherApp: outside.editAsOtherApp,
  deleteItem: outside.deleteItem,
  restoreItem: outside.restoreItem,
  restoreVersion: outside.restoreVersion,
  makeByHand: outside.makeByHand,
  faults: circumstances.planFaults,
  storm: circumstances.planStorm,
  calm: circumstances.calm,
  expireTokens: circumstances.expireTokens,
  passTime: circumstances.passTime,
  leap: circumstances.leap,
  skewClock: circumstances.skewClock,
  crash: circumstances.planDeath,
  editDrawing: drawings.editDrawing,
  spoilDrawing: drawings.spoilDrawing,
  restoreDrawing: drawings.restoreDrawing,
  deleteDrawing: drawings.deleteDrawing,
  renameDrawing: drawings.renameDrawing,
};

/**
 * One run: operations one after the other, while two processes work; then quiet, until nothing waits; then every promise
 * is held against what SharePoint and the database hold. The same seed and operations give the same run.
 */
export async function runSimulation(database: SimulatedDatabase, options: RunOptions): Promise<RunOutcome> {
  const { seed } = options;
  const world = await createSimulatedWorld(seed, database, options.sabotage);
  try {
    await becomeReady(world);
    const violations = await operate(world, options.operations ?? planOperations(seed));
    if (violations.length === 0) violations.push(...(await settle(world)));
    if (violations.length === 0) violations.push(...(await findViolations(world)));
    // Every other run loses its database, once all is in SharePoint.
    if (violations.length === 0 && seed % 2 === 0) {
      const isUsed = hasDrawings(seed) && seed % 16 > 8;
      violations.push(...(await (isUsed ? loseWhileUsed(world, createSeededChoice(seed)) : rebuildAndCompare(world))));
    }
    return { violations, lines: world.lines };
  } finally {
    for (const process of world.processes) await world.scheduler.kill(process.life);
    world.graph.local.close();
  }
}

/** Rounds after which a start that goes well has long ended. */
const patience = 2000;

async function becomeReady(world: SimulatedWorld): Promise<void> {
  for (let round = 0; !world.processes.every((process) => process.isReady); round += 1) {
    if (round === patience) throw new Error(`No start: ${world.ledger.failures.join('; ')}`);
    await world.scheduler.run(50);
    // A start that must be tried again waits for its time.
    world.clock.advance(1000);
  }
  await world.fillOrganisation();
  await world.acceptBoardGoal();
}

async function operate(world: SimulatedWorld, operations: readonly Operation[]): Promise<string[]> {
  for (const [index, { kind, seed, steps }] of operations.entries()) {
    const choice = createSeededChoice(seed);
    const task = tasks[kind];
    if (task !== undefined) begin(world, task(world, choice));
    else await events[kind]?.(world, choice);
    await world.scheduler.run(steps);
    world.revive();
    if (index % 20 !== 19) continue;
    const violations = await findViolationsMidway(world);
    if (violations.length > 0) return [...violations];
  }
  return [];
}
