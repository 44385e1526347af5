import type { GraphLists } from '../graph/graph-port.ts';
import type { Pace } from './pace.ts';

/** Resource units of one write, and of a query that may give many items (`graph.md` 5.1). */
export const unitsOfWrite = 2;
export const unitsOfQuery = 2;
export const unitsOfRead = 1;

/**
 * The same lists, with every request booked on the pace. Batches are not: their members are paid for when they are
 * taken from the queue (`push-round.ts`).
 */
export function meterGraph(graph: GraphLists, pace: Pick<Pace, 'spend'>): GraphLists {
  const booked = async <Outcome>(units: number, request: () => Promise<Outcome>): Promise<Outcome> => {
    await pace.spend(units);
    return request();
  };
  return {
    createItem: (list, fields) => booked(unitsOfWrite, () => graph.createItem(list, fields)),
    updateItem: (list, itemId, etag, fields) =>
      booked(unitsOfWrite, () => graph.updateItem(list, itemId, etag, fields)),
    deleteItem: (list, itemId, etag) => booked(unitsOfWrite, () => graph.deleteItem(list, itemId, etag)),
    getItem: (list, itemId) => booked(unitsOfRead, () => graph.getItem(list, itemId)),
    findByClientKey: (list, key) => booked(unitsOfQuery, () => graph.findByClientKey(list, key)),
    deltaPage: (list, link) =>
      booked(link === undefined ? unitsOfQuery : unitsOfRead, () => graph.deltaPage(list, link)),
    batch: (writes) => graph.batch(writes),
  };
}
