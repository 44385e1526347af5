/** What people and other apps do to the lists directly. They meet no faults, and nobody has a turn between. */
import type { ColumnValues, ListAddress, ListItem } from '../../bot/graph/graph-port.ts';
import { itemsPath } from '../../bot/graph/item-writes.ts';
import { boardIds, kindsOf, listOf } from './simulated-graph.ts';
import type { BoardId, SimulatedGraph, SimulatedKind } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SeededChoice } from './seeded-choice.ts';

const karin = 'user:Karin%20Ek';
const otherApp = 'app:11111111-2222-4333-8444-555555555555';

interface Found {
  readonly boardId: BoardId;
  readonly kind: SimulatedKind;
  readonly list: ListAddress;
  readonly item: ListItem;
}

/** Every item of a list, as it is now. */
export async function itemsOf(graph: SimulatedGraph, list: ListAddress): Promise<readonly ListItem[]> {
  const items: ListItem[] = [];
  for (let link: string | undefined; ;) {
    const answer = await graph.as('inspector').deltaPage(list, link);
    if (answer.kind !== 'page') throw new Error(`no page: ${answer.kind}`);
    items.push(...answer.page.items);
    link = answer.page.nextLink;
    if (link === undefined) return items;
  }
}

/** Runs something that no fault disturbs; what was planned goes on after it, with chances of its own. */
export async function undisturbed<Value>(
  world: SimulatedWorld,
  choice: SeededChoice,
  act: () => Promise<Value>,
): Promise<Value> {
  const { plan } = world.graph.local;
  const planned = plan.current;
  plan.clear();
  const value = await act();
  plan.set({ ...planned, seed: choice.below(2 ** 31) });
  return value;
}

async function findItem(world: SimulatedWorld, choice: SeededChoice): Promise<Found | undefined> {
  const boardId = choice.one(boardIds) ?? 'ekholmen';
  const kind = choice.one(kindsOf(boardId)) ?? 'deviation';
  const list = listOf(world.graph, boardId, kind);
  const item = choice.one(await itemsOf(world.graph, list));
  return item === undefined ? undefined : { boardId, kind, list, item };
}

/** Columns in which people may write, and those that hold a text. */
const textColumns: Readonly<Record<SimulatedKind, readonly string[]>> = {
  goal: ['Text', 'TargetGroupNeed'],
  commitment: ['Text', 'TargetGroup', 'WorkingMethod'],
  deviation: ['WhatHappened', 'Place', 'ImmediateAction', 'CauseText'],
  roleAssignment: [],
};

export async function editItem(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await undisturbed(world, choice, async () => {
    const found = await findItem(world, choice);
    if (found === undefined) return;
    const text = world.newText(found.boardId);
    await write(world, found, karin, editOf(found, choice, text), text);
  });
}

function editOf({ kind, item }: Found, choice: SeededChoice, text: string): ColumnValues {
  const rows = item.fields['ResourceUse'];
  if (kind === 'commitment' && typeof rows === 'string' && choice.chance(0.4)) {
    const parsed = JSON.parse(rows) as readonly Record<string, unknown>[];
    const chosen = choice.one(parsed);
    return { ResourceUse: JSON.stringify(parsed.map((row) => (row === chosen ? { ...row, plan: text } : row))) };
  }
  if (kind === 'deviation' && choice.chance(0.2)) return { Status: 'acknowledged', MessageToReporter: text };
  if (kind === 'deviation' && choice.chance(0.2)) {
    return { Status: 'assessed', Severity: 1 + choice.below(4), Likelihood: 2, AssessmentNote: text, Category: 'fall' };
  }
  if (kind === 'roleAssignment') return { PersonName: text };
  return { [choice.one(textColumns[kind]) ?? 'Title']: text };
}

/** What the rules refuse: it is set aside, and ours is written back. */
export async function editWrongly(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await undisturbed(world, choice, async () => {
    const found = await findItem(world, choice);
    if (found === undefined) return;
    const text = world.newText(found.boardId);
    const [column] = textColumns[found.kind];
    const wrong: ColumnValues =
      choice.one<ColumnValues>([
        { Status: 'closed' },
        { Status: 'nonsense' },
        { CreatedById: 'karin' },
        { History: 'nonsense' },
        { Comments: '[{"id":1}]' },
        { Revision: 99 },
        { Revision: null },
        { ClientKey: choice.uuid() },
        { ClientKey: null },
        { Status: null },
        { History: null },
        { Role: 'admin' },
      ]) ?? {};
    const known = found.kind === 'roleAssignment' ? wrong : withoutRole(wrong);
    await write(world, found, karin, { ...known, [column ?? 'PersonName']: text }, text);
  });
}

const withoutRole = ({ Role: _, ...rest }: ColumnValues): ColumnValues => rest;

export async function editAsOtherApp(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await undisturbed(world, choice, async () => {
    const found = await findItem(world, choice);
    if (found === undefined) return;
    const text = world.newText(found.boardId);
    await write(world, found, otherApp, { [choice.one(textColumns[found.kind]) ?? 'PersonName']: text }, text);
  });
}

async function write(
  world: SimulatedWorld,
  found: Found,
  who: string,
  columns: ColumnValues,
  text: string,
): Promise<void> {
  const { boardId, kind, list, item } = found;
  const outcome = await world.graph.as(who).updateItem(list, item.id, item.etag, columns);
  world.trace(`${boardId}: ${who} writes ${kind} item ${item.id} ${JSON.stringify(columns)} → ${outcome.kind}`);
  if (outcome.kind !== 'done') return;
  world.ledger.texts.set(text, { boardId, by: 'outside', kind, itemId: item.id });
}

export const itemKey = (list: ListAddress, itemId: string): string => `${list.listId}/${itemId}`;

export async function deleteItem(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await undisturbed(world, choice, async () => {
    const found = await findItem(world, choice);
    if (found === undefined) return;
    const outcome = await world.graph.as(karin).deleteItem(found.list, found.item.id, found.item.etag);
    world.trace(`${found.boardId}: Karin deletes ${found.kind} item ${found.item.id} → ${outcome.kind}`);
    if (outcome.kind === 'gone') world.ledger.deletedItems.add(itemKey(found.list, found.item.id));
  });
}

export async function restoreItem(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const key = choice.one([...world.ledger.deletedItems]);
  if (key === undefined) return;
  const [listId = '', itemId = ''] = key.split('/');
  const isRestored = await undisturbed(world, choice, () =>
    Promise.resolve()
      .then(() => world.graph.local.plan.restoreItem(listId, itemId))
      .catch(() => false),
  );
  world.trace(`Karin takes item ${itemId} back from the recycle bin → ${String(isRestored)}`);
  if (isRestored) world.ledger.deletedItems.delete(key);
}

export interface ItemVersion {
  readonly id: string;
  readonly lastModifiedBy: { readonly application?: { readonly id: string } };
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Oldest first. */
export async function versionsOf(
  graph: SimulatedGraph,
  list: ListAddress,
  itemId: string,
): Promise<readonly ItemVersion[]> {
  const answer = (await graph.ask('GET', `${itemsPath(list)}/${itemId}/versions?$expand=fields`)) as {
    value: ItemVersion[];
  };
  return answer.value.toReversed();
}

export async function restoreVersion(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await undisturbed(world, choice, async () => {
    const found = await findItem(world, choice);
    if (found === undefined) return;
    const version = choice.one(await versionsOf(world.graph, found.list, found.item.id));
    if (version === undefined) return;
    await world.graph.ask('POST', `${itemsPath(found.list)}/${found.item.id}/versions/${version.id}/restoreVersion`);
    world.trace(`${found.boardId}: Karin restores ${found.kind} item ${found.item.id} to version ${version.id}`);
  });
}

export async function makeByHand(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await undisturbed(world, choice, async () => {
    const boardId = choice.one(boardIds) ?? 'ekholmen';
    const kind = choice.one(kindsOf(boardId)) ?? 'deviation';
    const text = world.newText(boardId);
    const columns: Readonly<Record<SimulatedKind, ColumnValues>> = {
      goal: { Text: text, Level: 'boardGoal', Period: 'year' },
      commitment: { Text: text, Year: 2026, Goal: choice.uuid() },
      deviation: { WhatHappened: text },
      roleAssignment: { PersonName: text, Role: 'admin', Status: 'active' },
    };
    const outcome = await world.graph.as(karin).createItem(listOf(world.graph, boardId, kind), columns[kind]);
    world.trace(`${boardId}: Karin makes ${kind} by hand ${text} → ${outcome.kind}`);
    if (outcome.kind !== 'done') return;
    world.ledger.texts.set(text, { boardId, by: 'outside', kind, itemId: outcome.item.id });
  });
}
