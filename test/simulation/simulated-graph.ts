import { createGraphLists } from '../../bot/graph/graph-client.ts';
import { createGraphFiles } from '../../bot/graph/graph-files.ts';
import type { GraphFetch, GraphFiles, GraphLists, ListAddress } from '../../bot/graph/graph-port.ts';
import { columnsOf } from '../../bot/graph/columns.ts';
import { createGraphSites } from '../../bot/graph/graph-sites.ts';
import { numberListColumns, numberListName } from '../../bot/graph/number-list.ts';
import { provisionLibrary } from '../../bot/graph/provision-library.ts';
import type { LibraryAddress } from '../../bot/graph/provision-library.ts';
import { provisionList } from '../../bot/graph/provision-list.ts';
import type { ProvisionedBoard } from '../../bot/graph/provisioning.ts';
import { createLocalGraph } from '../../bot/local-graph/local-graph.ts';
import type { LocalGraph } from '../../bot/local-graph/local-graph.ts';
import type { KindName } from '../../shared/records/index.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { SimulatedClock } from './simulated-clock.ts';
import type { SeededChoice } from './seeded-choice.ts';
import type { Life, Step, StepScheduler } from './step-scheduler.ts';

/**
 * The lists of each board: few, so that a run is quick; between them every way of merging and every rule of a pull. Both
 * have deviations, so that the same reference is given on both.
 */
const simulatedBoards = {
  ekholmen: ['goal', 'commitment', 'deviation'],
  sundby: ['deviation', 'roleAssignment'],
} as const satisfies Readonly<Record<string, readonly KindName[]>>;

export type BoardId = keyof typeof simulatedBoards;
export type SimulatedKind = (typeof simulatedBoards)[BoardId][number];
/** The lists that the service keeps besides, in which nobody else writes. */
const ownKinds = ['syncProblem'] as const satisfies readonly KindName[];
/** Where processes are drawn: their lists, in which nobody else writes, beside the library of their files. */
export const drawnBoard = 'ekholmen' satisfies BoardId;
const drawnKinds = ['process', 'processActivity'] as const satisfies readonly KindName[];
export type SimulatedList = SimulatedKind | (typeof ownKinds)[number] | (typeof drawnKinds)[number];
export const boardIds = Object.keys(simulatedBoards) as readonly BoardId[];
export const kindsOf = (boardId: BoardId): readonly SimulatedKind[] => simulatedBoards[boardId];
export const listsOf = ({ boards }: Pick<SimulatedGraph, 'boards'>, boardId: BoardId): readonly SimulatedList[] =>
  Object.keys(boards[boardId].lists) as SimulatedList[];

export type SimulatedBoard = Omit<ProvisionedBoard, 'lists' | 'processLibrary'> & {
  readonly boardId: BoardId;
  readonly lists: Readonly<Partial<Record<SimulatedList, ListAddress>>>;
  /** Of the board whose processes are drawn, in a run that has drawings. */
  readonly processLibrary?: LibraryAddress;
};

/** SharePoint with a site for each board, as the service finds it after provisioning. */
export interface SimulatedGraph {
  readonly local: LocalGraph;
  readonly boards: Readonly<Record<BoardId, SimulatedBoard>>;
  /** Lists as somebody sees them who meets no process and no turn: a person, or the inspector of a run. */
  as(token: string): GraphLists;
  /** The same for files. */
  filesAs(token: string): GraphFiles;
  /** A raw request of a person, for what the port does not have. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The lists as a process sees them: every call is a step. */
  openFor(life: Life, scheduler: StepScheduler): GraphLists;
  openFilesFor(life: Life, scheduler: StepScheduler): GraphFiles;
}

const host = 'stad.sharepoint.com';

export function listOf({ boards }: SimulatedGraph, boardId: BoardId, kind: SimulatedList): ListAddress {
  const list = boards[boardId].lists[kind];
  if (list === undefined) throw new Error(`${boardId} has no list of ${kind}`);
  return list;
}
const retry = { sleep: () => Promise.resolve() };

export async function createSimulatedGraph(
  clock: SimulatedClock,
  choice: SeededChoice,
  hasDrawings: boolean,
): Promise<SimulatedGraph> {
  const local = createLocalGraph({
    now: () => new Date(clock.now()),
    newId: choice.uuid,
    sites: boardIds.map((name) => ({ hostname: host, path: `/sites/${name}`, displayName: name })),
    sleep: () => Promise.resolve(),
  });
  const connect = (token: string, fetch: GraphFetch = (request) => local.handle(request)) => ({
    fetch,
    token: () => Promise.resolve(token),
    retry,
  });
  const sites = createGraphSites(connect('app'));
  const boards: Partial<Record<BoardId, SimulatedBoard>> = {};
  for (const boardId of boardIds)
    boards[boardId] = await provision(sites, boardId, hasDrawings && boardId === drawnBoard);
  return {
    local,
    boards: boards as Record<BoardId, SimulatedBoard>,
    as: (token) => createGraphLists(connect(token)),
    filesAs: (token) => createGraphFiles(connect(token)),
    ask: async (method, path, body) => {
      const headers = { authorization: 'Bearer user:Karin%20Ek', 'content-type': 'application/json' };
      const said = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const answer = await local.handle(new Request(`https://graph.microsoft.com/v1.0${path}`, said));
      const text = await answer.text();
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    openFor: (life, scheduler) => {
      const requests = watchRequests((request) => local.handle(request));
      return asSteps(createGraphLists(connect('app', requests.fetch)), stepsOf(life, scheduler, requests.dieDuring));
    },
    openFilesFor: (life, scheduler) => {
      const requests = watchRequests((request) => local.handle(request));
      return filesAsSteps(
        createGraphFiles(connect('app', requests.fetch)),
        stepsOf(life, scheduler, requests.dieDuring),
      );
    },
  };
}

async function provision(
  sites: ReturnType<typeof createGraphSites>,
  boardId: BoardId,
  isDrawn: boolean,
): Promise<SimulatedBoard> {
  const found = await sites.findSite(`https://${host}/sites/${boardId}`);
  if (found.kind !== 'ok') throw new Error(`no site ${boardId}`);
  const siteId = found.value.id;
  const make = (displayName: string, columns: Parameters<typeof provisionList>[2]['columns']) =>
    provisionList(sites, siteId, { displayName, columns }, []);
  const lists: Partial<Record<SimulatedList, ListAddress>> = {};
  for (const kind of [...kindsOf(boardId), ...ownKinds, ...(isDrawn ? drawnKinds : [])]) {
    const definition = definitionOf(kind);
    lists[kind] = await make(definition.list.displayName, columnsOf(definition));
  }
  const numberList = await make(numberListName, numberListColumns);
  const place = { boardId, boardName: boardId, siteId, restrictedSiteId: siteId };
  const library = isDrawn && { processLibrary: await provisionLibrary(sites, siteId, 'Processfiler', []) };
  return { ...place, lists, numberList, actions: [], warnings: [], ...library };
}

/** Lets a process die between two requests of one call: after some of them were carried out. */
function watchRequests(send: GraphFetch): {
  readonly fetch: GraphFetch;
  readonly dieDuring: (die: () => void) => void;
} {
  let die: (() => void) | undefined;
  return {
    fetch: async (request) => {
      if (die === undefined) return send(request);
      // The request arrives and is carried out; its answer meets nobody.
      await send(request).catch(() => undefined);
      die();
      return new Promise<never>(() => undefined);
    },
    dieDuring: (callback) => {
      die = callback;
    },
  };
}

type TakeStep = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

function stepsOf(life: Life, scheduler: StepScheduler, dieDuring: (die: () => void) => void): TakeStep {
  return <Value>(name: string, run: () => Promise<Value>): Promise<Value> => {
    const wanted: Step & { run(): Promise<Value> } = { name: `graph ${name}`, run, dieDuring };
    return scheduler.take(life, wanted);
  };
}

function filesAsSteps(files: GraphFiles, step: TakeStep): GraphFiles {
  return {
    upload: (drive, name, content, condition) => step('upload', () => files.upload(drive, name, content, condition)),
    find: (drive, name) => step('find file', () => files.find(drive, name)),
    changes: (drive, link) => step('file delta', () => files.changes(drive, link)),
    list: (drive) => step('list files', () => files.list(drive)),
    versions: (drive, id) => step('file versions', () => files.versions(drive, id)),
    download: (drive, id, version) => step('download', () => files.download(drive, id, version)),
  };
}

function asSteps(graph: GraphLists, step: TakeStep): GraphLists {
  return {
    createItem: (list, fields) => step('create', () => graph.createItem(list, fields)),
    updateItem: (list, id, etag, fields) => step('update', () => graph.updateItem(list, id, etag, fields)),
    deleteItem: (list, id, etag) => step('delete', () => graph.deleteItem(list, id, etag)),
    getItem: (list, id) => step('get', () => graph.getItem(list, id)),
    findByClientKey: (list, key) => step('find', () => graph.findByClientKey(list, key)),
    deltaPage: (list, link) => step('delta', () => graph.deltaPage(list, link)),
    batch: (writes) => step('batch', () => graph.batch(writes)),
  };
}
