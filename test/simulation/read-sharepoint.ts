import { stableJson } from '../../bot/graph/canonical.ts';
import { decodeItem } from '../../bot/graph/decode-item.ts';
import type { DecodedItem } from '../../bot/graph/decode-item.ts';
import type { ListAddress, ListItem } from '../../bot/graph/graph-port.ts';
import { readRow } from '../../bot/records/record-rows.ts';
import type { RecordRow } from '../../bot/records/record-store.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { itemsOf } from './sharepoint-operations.ts';
import { boardIds, listOf, listsOf } from './simulated-graph.ts';
import type { BoardId, SimulatedList } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';

export interface SeenItem {
  readonly boardId: BoardId;
  readonly kind: SimulatedList;
  readonly list: ListAddress;
  readonly item: ListItem;
  /** Undefined when a column cannot be read. */
  readonly decoded: DecodedItem | undefined;
}

interface Problem {
  readonly id: string;
  readonly boardId: string;
  readonly text: string;
  /** All that is known of it, times to the second, as SharePoint keeps them. */
  readonly whole: string;
}

/** Everything that both sides hold, read around all processes. */
export interface BothSides {
  readonly items: readonly SeenItem[];
  /** Without the organisation, which is in no list here; with the deleted ones. */
  readonly rows: readonly (RecordRow & { readonly isUnsendable: boolean })[];
  readonly conflicts: readonly (Problem & { readonly recordId: string })[];
  readonly setAside: readonly (Problem & { readonly kind: string; readonly itemId: string })[];
}

export async function readBothSides(world: SimulatedWorld): Promise<BothSides> {
  const items: SeenItem[] = [];
  for (const boardId of boardIds) {
    for (const kind of listsOf(world.graph, boardId)) {
      const list = listOf(world.graph, boardId, kind);
      for (const item of await itemsOf(world.graph, list)) {
        const outcome = decodeItem(definitionOf(kind), item.fields);
        items.push({ boardId, kind, list, item, decoded: outcome.kind === 'item' ? outcome.item : undefined });
      }
    }
  }
  const { direct } = world.database;
  const rows = await direct.selectFrom('records').selectAll().where('kind', '!=', 'organisationalUnit').execute();
  const conflicts = await direct.selectFrom('conflicts').selectAll().execute();
  const setAside = await direct.selectFrom('set_aside').selectAll().execute();
  return {
    items,
    rows: rows.map((row) => ({ ...readRow(row), isUnsendable: row.unsendable_revision === row.revision })),
    conflicts: conflicts.map((row) => ({
      ...{ id: row.id, boardId: row.board_id, recordId: row.record_id, whole: wholeOf(row) },
      text: JSON.stringify([row.ours, row.theirs]),
    })),
    setAside: setAside.map((row) => ({
      ...{ id: row.id, boardId: row.board_id, kind: row.kind, itemId: row.graph_item_id, whole: wholeOf(row) },
      text: JSON.stringify([row.content, row.file]),
    })),
  };
}

function wholeOf(row: Readonly<Record<string, unknown>>): string {
  return stableJson(row).replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z/g, '$1Z');
}
