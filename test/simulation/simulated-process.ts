import type { GraphFiles, GraphLists } from '../../bot/graph/graph-port.ts';
import type { ProvisionedBoard } from '../../bot/graph/provisioning.ts';
import { defaultApp } from '../../bot/local-graph/local-graph.ts';
import type { Log } from '../../bot/log.ts';
import { createDraftStore } from '../../bot/records/create-draft-store.ts';
import { createRecordsService } from '../../bot/records/create-records-service.ts';
import type { DraftStore, RecordsService } from '../../bot/records/records-service.ts';
import { rebuildIfEmpty } from '../../bot/sync/administration/rebuild.ts';
import { registerBoard, registerLibrary } from '../../bot/sync/register-board.ts';
import { createSyncEngine } from '../../bot/sync/sync-engine.ts';
import type { SyncEngine, SyncOptions } from '../../bot/sync/sync-engine.ts';
import type { SimulatedClock } from './simulated-clock.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import { boardIds, drawnBoard } from './simulated-graph.ts';
import type { SimulatedGraph } from './simulated-graph.ts';
import type { SeededChoice } from './seeded-choice.ts';
import type { Life, StepScheduler } from './step-scheduler.ts';

/** A service process without its doors: records service and sync engine over ports of the simulation. */
export interface SimulatedProcess {
  readonly life: Life;
  readonly records: RecordsService;
  readonly drafts: DraftStore;
  readonly engine: SyncEngine;
  /** Resolves, whatever becomes of the process, when it has died. */
  readonly died: Promise<void>;
  /** How far its clock is from the true time. */
  readonly watch: { errorMs: number };
  /** Whether it has started and takes calls. */
  isReady: boolean;
}

export interface ProcessParts {
  readonly clock: SimulatedClock;
  readonly scheduler: StepScheduler;
  readonly database: SimulatedDatabase;
  readonly graph: SimulatedGraph;
  readonly choice: SeededChoice;
  /** Told of everything that the engine calls a failure. */
  readonly onFailure: (line: string) => void;
  /** Breaks the process on purpose, to see it noticed. */
  readonly sabotage?: {
    readonly graph?: (graph: GraphLists) => GraphLists;
    readonly files?: (files: GraphFiles) => GraphFiles;
    readonly mask?: (text: string) => string;
  };
  readonly unitsPerMinute?: number;
}

export const pullEveryMs = 60_000;
const personnummer = /\b\d{6}-\d{4}\b/g;

/** Starts a process as `bot/service.ts` does: boards noted, read model filled if lost, numbers reserved, workers begun. */
export function startProcess(name: string, parts: ProcessParts): SimulatedProcess {
  const { clock, scheduler, choice, sabotage } = parts;
  let tellDeath = (): void => undefined;
  const died = new Promise<void>((resolve) => (tellDeath = resolve));
  const life: Life = { name, isAlive: true, steps: 0, death: undefined, bury };
  const database = parts.database.openFor(life, scheduler);
  const { db } = database;
  const plainGraph = parts.graph.openFor(life, scheduler);
  const graph = sabotage?.graph?.(plainGraph) ?? plainGraph;
  const plainFiles = parts.graph.openFilesFor(life, scheduler);
  const files = sabotage?.files?.(plainFiles) ?? plainFiles;
  const hasLibrary = parts.graph.boards[drawnBoard].processLibrary !== undefined;
  const watch = { errorMs: 0 };
  const now = (): Date => new Date(clock.now() + watch.errorMs);
  const mask = sabotage?.mask ?? ((text: string) => text.replace(personnummer, '[personnummer]'));
  const log: Log = {
    error: (event, fields) => {
      if (life.isAlive) parts.onFailure(`${name}: ${event} ${JSON.stringify(fields)}`);
    },
    info: () => undefined,
    debug: () => undefined,
  };
  const options: SyncOptions = {
    ...{ db, graph, now, log, mask, pullEveryMs },
    newId: choice.uuid,
    random: choice.next,
    ourAppId: defaultApp.id,
    setTimer: clock.timersOf(life),
    ...(hasLibrary && {
      libraries: { files, drawings: { open: (boardId: string) => records.drawings.open(boardId) } },
    }),
    ...(parts.unitsPerMinute === undefined ? {} : { unitsPerMinute: parts.unitsPerMinute }),
    onPulled: ({ boardId }) => {
      records.forget(boardId);
    },
  };
  const engine = createSyncEngine(options);
  const maskText = (text: string) => ({ maskedText: mask(text), personnummer: false, names: false });
  const records = createRecordsService({
    ...{ db, now },
    newId: choice.uuid,
    mask: maskText,
    onAccepted: () => {
      engine.wake();
    },
  });
  const drafts = createDraftStore({ db, now });
  const process: SimulatedProcess = { life, records, drafts, engine, died, watch, isReady: false };

  async function bury(): Promise<void> {
    clock.forget(life);
    await database.abandon();
    tellDeath();
  }

  async function begin(): Promise<void> {
    for (const boardId of boardIds) {
      const board = parts.graph.boards[boardId];
      await registerBoard(db, board as unknown as ProvisionedBoard);
      if (board.processLibrary !== undefined) await registerLibrary(db, boardId, board.processLibrary);
      // Without records and reserved numbers a reference could be given twice: the service does not start.
      while ((await rebuildIfEmpty(options, engine, boardId)) === 'incomplete' && !(await hasNumbers(boardId)))
        await new Promise<void>((resolve) => clock.timersOf(life)(5000, resolve));
    }
    engine.start();
    process.isReady = true;
  }

  async function hasNumbers(boardId: string): Promise<boolean> {
    const row = await db
      .selectFrom('number_series')
      .select('series')
      .where('board_id', '=', boardId)
      .executeTakeFirst();
    return row !== undefined;
  }

  begin().catch((error: unknown) => {
    parts.onFailure(`${name}: did not start ${String(error)}`);
  });
  return process;
}
