import { toStoredColumns } from '../../bot/records/stored-rows.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { boardGoalId, boardGoalRow, organisationRows } from './people.ts';
import { hasDrawings } from './plan-operations.ts';
import { createSimulatedClock } from './simulated-clock.ts';
import type { SimulatedClock } from './simulated-clock.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import { boardIds, createSimulatedGraph } from './simulated-graph.ts';
import type { BoardId, SimulatedGraph } from './simulated-graph.ts';
import { startProcess } from './simulated-process.ts';
import type { ProcessParts, SimulatedProcess } from './simulated-process.ts';
import { createSeededChoice } from './seeded-choice.ts';
import type { SeededChoice } from './seeded-choice.ts';
import { createStepScheduler } from './step-scheduler.ts';
import type { StepScheduler } from './step-scheduler.ts';

/** All that a run happens in. */
export interface SimulatedWorld {
  readonly clock: SimulatedClock;
  readonly scheduler: StepScheduler;
  readonly database: SimulatedDatabase;
  readonly graph: SimulatedGraph;
  readonly ledger: Ledger;
  /** Two, each replaced when it has died. */
  readonly processes: SimulatedProcess[];
  /** What users have under way. */
  readonly tasks: Set<Promise<void>>;
  readonly lines: string[];
  trace(line: string): void;
  /** A text that nobody has written before, marked with its board. */
  newText(boardId: BoardId): string;
  /** Starts anew what has died, or that one of it. */
  revive(only?: number): void;
  /** Puts the organisation into an empty database. */
  fillOrganisation(): Promise<void>;
  /** Accepts what commitments need to begin with. */
  acceptBoardGoal(): Promise<void>;
}

const startAt = Date.parse('2026-03-10T08:00:00.000Z');

export async function createSimulatedWorld(
  seed: number,
  database: SimulatedDatabase,
  sabotage?: ProcessParts['sabotage'],
): Promise<SimulatedWorld> {
  await database.empty();
  const choice = createSeededChoice(seed ^ 0x5eed);
  const clock = createSimulatedClock(startAt);
  const lines: string[] = [];
  const trace = (line: string): void => void lines.push(line);
  const scheduler = createStepScheduler(createSeededChoice(choice.below(2 ** 31)), trace);
  const graph = await createSimulatedGraph(clock, createSeededChoice(choice.below(2 ** 31)), hasDrawings(seed));
  const ledger = createLedger();
  let texts = 0;
  let born = 0;
  const start = (index: number): SimulatedProcess => {
    born += 1;
    const own: SeededChoice = createSeededChoice(choice.below(2 ** 31));
    const onFailure = (line: string): void => void ledger.failures.push(line);
    const parts: ProcessParts = { clock, scheduler, database, graph, choice: own, onFailure };
    return startProcess(`process ${String(index + 1)}.${String(born)}`, { ...parts, ...(sabotage && { sabotage }) });
  };
  const processes = [start(0), start(1)];
  return {
    ...{ clock, scheduler, database, graph, ledger, processes, lines, trace },
    tasks: new Set(),
    newText: (boardId) => `«${boardId} ${String((texts += 1))}»`,
    revive: (only) => {
      processes.forEach((process, index) => {
        if (!process.life.isAlive && (only ?? index) === index) processes[index] = start(index);
      });
    },
    fillOrganisation: async () => {
      const rows = boardIds.flatMap(organisationRows).map((row) => toStoredColumns(row));
      await database.direct
        .insertInto('records')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    acceptBoardGoal: async () => {
      const goal = toStoredColumns(boardGoalRow('ekholmen'));
      await database.direct
        .insertInto('records')
        .values({ ...goal, waiting_since: goal.created_at })
        .execute();
      ledger.records.set(boardGoalId, { boardId: 'ekholmen', kind: 'goal', id: boardGoalId });
    },
  };
}

/** Lets a user's call go on beside everything else. */
export function begin(world: SimulatedWorld, work: Promise<void>): void {
  const task = work
    .catch((error: unknown) => {
      world.ledger.failures.push(`a user's call failed: ${String(error)}`);
    })
    .finally(() => world.tasks.delete(task));
  world.tasks.add(task);
}
