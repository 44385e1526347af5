import { randomUUID } from 'node:crypto';
import { encodeItem } from '../../../bot/graph/encode-item.ts';
import type { GraphLists, ItemWrite, ListAddress } from '../../../bot/graph/graph-port.ts';
import { requestOfWrite } from '../../../bot/graph/item-writes.ts';
import { createColumnStore } from '../../../bot/local-graph/column-store.ts';
import { openDatabase } from '../../../bot/local-graph/database.ts';
import { parseNewContent } from '../../../bot/local-graph/field-values.ts';
import { insertItem } from '../../../bot/local-graph/item-store.ts';
import { findListAnywhere } from '../../../bot/local-graph/list-store.ts';
import type { RecordRow } from '../../../bot/records/record-store.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { createDeviation } from './create-deviation.ts';

/** Items in one commit. */
const chunk = 5000;

const createOf = (list: ListAddress, row: RecordRow): ItemWrite => ({
  kind: 'create',
  list,
  fields: encodeItem(definitionOf('deviation'), row),
});

/** The first deviation, written through Graph, so that the store knows our app. @returns its id */
export async function writeFirst(
  graph: GraphLists,
  list: ListAddress,
  unitIds: readonly string[],
  now: Date,
): Promise<void> {
  const [outcome] = await graph.batch([createOf(list, createDeviation(0, unitIds, now))]);
  if (outcome?.kind !== 'done') throw new Error(`Not filled: ${JSON.stringify(outcome)}`);
}

/**
 * Writes the deviations from number 1 on into the store of an embedded Graph that is closed meanwhile, as if our app had
 * pushed them long ago: the same checks and indexes as through Graph, without a request for every twenty.
 */
export function fillStore(
  dataDir: string,
  address: ListAddress,
  count: number,
  unitIds: readonly string[],
  now: Date,
): void {
  const database = openDatabase(dataDir);
  try {
    const list = findListAnywhere(database, address.listId);
    const app = database.one<{ createdBy: number }>(
      'SELECT createdBy FROM item WHERE listKey = ? LIMIT 1',
      list?.key ?? 0,
    );
    if (list === undefined || app === undefined) throw new Error('The list has no item of our app');
    const columns = createColumnStore(database).columnsOf(list.key);
    const context = { database, list, columns, identity: app.createdBy, at: now.toISOString().replace(/\.\d+Z$/, 'Z') };
    const rules = { columns, timeZone: 'Europe/Stockholm', hyperlinksAllowed: false };
    for (let made = 1; made < count; made += chunk) {
      database.transaction(() => {
        for (let number = made; number < Math.min(made + chunk, count); number += 1) {
          const { body } = requestOfWrite(createOf(address, createDeviation(number, unitIds, now)));
          insertItem(context, randomUUID(), parseNewContent((body as { fields: unknown }).fields, rules));
        }
      });
    }
  } finally {
    database.close();
  }
}
