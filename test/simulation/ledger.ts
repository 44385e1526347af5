import type { BoardId, SimulatedKind } from './simulated-graph.ts';

/** What the simulation knows to be true, noted apart from the service: whatever was promised to somebody. */
export interface Ledger {
  /** Records whose creation was answered with "saved", by id. */
  readonly records: Map<string, AcceptedRecord>;
  /** Changes, steps and comments that were answered with "saved". */
  readonly changes: AcceptedChange[];
  /** Every text that somebody wrote, whole and unlike any other. */
  readonly texts: Map<string, WrittenText>;
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
  readonly kind: SimulatedKind;
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

export function createLedger(): Ledger {
  return {
    records: new Map(),
    changes: [],
    texts: new Map(),
    references: { ekholmen: [], sundby: [] },
    drafts: [],
    deletedItems: new Set(),
    failures: [],
  };
}
