import type { BoardId, SimulatedKind, SimulatedList } from './simulated-graph.ts';

/** What the simulation knows to be true, noted apart from the service: whatever was promised to somebody. */
export interface Ledger {
  /** Records whose creation was answered with "saved", by id. */
  readonly records: Map<string, AcceptedRecord>;
  /** Changes, steps and comments that were answered with "saved". */
  readonly changes: AcceptedChange[];
  /** Every text that somebody wrote, whole and unlike any other. */
  readonly texts: Map<string, WrittenText>;
  /** Every text that somebody drew in a process. */
  readonly drawn: Map<string, DrawnText>;
  /** Processes whose file somebody gave another name and then its own back: its versions stand there twice. */
  readonly broughtBack: Set<string>;
  /** Every reference that was told to somebody, by board. */
  readonly references: Record<BoardId, string[]>;
  readonly drafts: {
    readonly boardId: BoardId;
    readonly personId: string;
    readonly key: string;
    readonly text: string;
    readonly writtenAt: number;
  }[];
  /** Items that a person deleted in SharePoint and did not bring back: `list id/item id`. */
  readonly deletedItems: Set<string>;
  /** What the engine itself called a failure. */
  readonly failures: string[];
}

export interface AcceptedRecord {
  readonly boardId: BoardId;
  readonly kind: SimulatedList;
  readonly id: string;
  readonly ref?: string | undefined;
}

export interface AcceptedChange {
  readonly boardId: BoardId;
  readonly id: string;
  readonly revision: number;
  readonly what: string;
}

/** `service`: accepted by us. `outside`: written into an item in SharePoint. */
export type WrittenText =
  | { readonly boardId: BoardId; readonly by: 'service' }
  | { readonly boardId: BoardId; readonly by: 'outside'; readonly kind: SimulatedKind; readonly itemId: string };

/** `service`: answered with "saved". `outside`: written into a file of the library, which keeps its id under any name. */
export type DrawnText =
  | { readonly by: 'service'; readonly processId: string }
  | { readonly by: 'outside'; readonly processId: string; readonly fileId: string };

export function createLedger(): Ledger {
  return {
    records: new Map(),
    changes: [],
    texts: new Map(),
    drawn: new Map(),
    broughtBack: new Set(),
    references: { ekholmen: [], sundby: [] },
    drafts: [],
    deletedItems: new Set(),
    failures: [],
  };
}
