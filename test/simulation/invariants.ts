/**
 * What must hold, whatever happened. Each finds sentences of what does not. They hold what people were promised (the
 * ledger) against SharePoint and the database, read around the service.
 */
import { isSameContent } from '../../bot/sync/merge/merge.ts';
import { defaultApp } from '../../bot/local-graph/local-graph.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { findLostDrawings } from './drawing-invariants.ts';
import { findLostTexts } from './lost-texts.ts';
import { readBothSides } from './read-sharepoint.ts';
import type { BothSides, SeenItem } from './read-sharepoint.ts';
import { itemKey, undisturbed, versionsOf } from './sharepoint-operations.ts';
import { boardIds, listOf } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { createSeededChoice } from './seeded-choice.ts';

/** When all has come to rest. */
export async function findViolations(world: SimulatedWorld): Promise<readonly string[]> {
  const sides = await readBothSides(world);
  return [
    ...findLostRecords(world, sides),
    ...findUnsent(sides),
    ...findDifferences(sides),
    ...(await findDisorder(world, sides)),
    ...(await findLostTexts(world, sides)),
    ...findLostChanges(world, sides),
    ...findCrossings(sides),
    ...findRepeatedNumbers(world, sides),
    ...(await findLostDrafts(world)),
    ...(await findLostDrawings(world)),
    ...world.ledger.failures.map((line) => `failed: ${line}`),
  ];
}

/** What must hold at any time. */
export async function findViolationsMidway(world: SimulatedWorld): Promise<readonly string[]> {
  const sides = await undisturbed(world, createSeededChoice(world.lines.length), () => readBothSides(world));
  return [
    ...findForgotten(world, sides),
    ...findDoubled(sides),
    ...findLostChanges(world, sides),
    ...findCrossings(sides),
    ...findRepeatedNumbers(world, sides),
  ];
}

const nameOf = ({ boardId, kind, item }: SeenItem): string => `${boardId} ${kind} item ${item.id}`;

/** Every accepted record is an item exactly once; in the visible list; or was deleted by a person. */
function findLostRecords(world: SimulatedWorld, sides: BothSides): readonly string[] {
  return [...world.ledger.records.values()].flatMap(({ boardId, kind, id }) => {
    const items = sides.items.filter((seen) => seen.decoded?.id === id);
    const row = sides.rows.find((one) => one.id === id);
    const what = `${boardId} ${kind} ${id}`;
    if (row === undefined) return [`${what} is not in the database`];
    if (row.isUnsendable) return [];
    if (items.length > 1) return [`${what} is ${String(items.length)} items`];
    if (items.length === 1) return [];
    const list = listOf(world.graph, boardId, kind);
    const isDeleted = row.graphItemId !== undefined && world.ledger.deletedItems.has(itemKey(list, row.graphItemId));
    return isDeleted && row.deleted ? [] : [`${what} is not in SharePoint, although nobody deleted it`];
  });
}

/** Nothing in a simulation is such that SharePoint could never take it. */
function findUnsent({ rows }: BothSides): readonly string[] {
  return rows
    .filter((row) => row.isUnsendable)
    .map((row) => `${row.boardId} ${row.kind} ${row.id} counts as unsendable`);
}

/** Read model and SharePoint hold the same. What was set aside has no record. */
function findDifferences(sides: BothSides): readonly string[] {
  const differences = sides.items.flatMap((seen) => {
    const { boardId, kind, item, decoded } = seen;
    const row = sides.rows.find((one) => one.boardId === boardId && one.kind === kind && one.graphItemId === item.id);
    if (row === undefined) {
      const isSetAside = sides.setAside.some(
        (one) => one.boardId === boardId && one.kind === kind && one.itemId === item.id,
      );
      return isSetAside ? [] : [`${nameOf(seen)} has no record and was not set aside`];
    }
    if (row.deleted) return [`${nameOf(seen)} is there, but its record counts as deleted`];
    if (decoded?.status === undefined) return [`${nameOf(seen)} cannot be read`];
    const definition = definitionOf(kind);
    const isSame = isSameContent(definition, row, { ...decoded, status: decoded.status });
    return [
      ...(isSame ? [] : [`${nameOf(seen)} differs from its record: ${JSON.stringify([decoded, row])}`]),
      ...(row.etag === item.etag ? [] : [`${nameOf(seen)} has another etag than its record knows`]),
      ...(decoded.ref === row.ref ? [] : [`${nameOf(seen)} has another reference than its record`]),
      ...(decoded.revision === row.revision
        ? []
        : [`${nameOf(seen)} has revision ${String(decoded.revision)}, its record ${String(row.revision)}`]),
      ...(row.pushedRevision === row.revision ? [] : [`${nameOf(seen)}: its record still waits`]),
    ];
  });
  const vanished = sides.rows.filter(
    (row) =>
      !row.deleted &&
      !row.isUnsendable &&
      !sides.items.some(
        (seen) => seen.boardId === row.boardId && seen.kind === row.kind && seen.item.id === row.graphItemId,
      ),
  );
  return [...differences, ...vanished.map((row) => `${row.boardId} ${row.kind} ${row.id} has no item`)];
}

/** Our own versions of an item never go back to an earlier revision, and a record's history neither. */
async function findDisorder(world: SimulatedWorld, sides: BothSides): Promise<readonly string[]> {
  const found: string[] = [];
  for (const seen of sides.items) {
    const versions = await versionsOf(world.graph, seen.list, seen.item.id);
    const ours = versions.filter((version) => version.lastModifiedBy.application?.id === defaultApp.id);
    // An item that lost its key and then its record becomes another record's.
    for (const [, versionsOfRecord] of Map.groupBy(ours, ({ fields }) => fields['ClientKey'])) {
      const revisions = versionsOfRecord.map((version) => Number(version.fields['Revision'] ?? 0));
      if (!isRising(revisions)) found.push(`${nameOf(seen)}: revisions written in the order ${revisions.join(', ')}`);
    }
  }
  for (const row of sides.rows) {
    const revisions = row.history.map((entry) => entry.revision ?? 0);
    if (new Set(revisions).size < revisions.length)
      found.push(`${row.kind} ${row.id}: history with revisions ${revisions.join(', ')}`);
  }
  return found;
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));

/** Every change that was answered with "saved" stands in the history of its record, under the revision that was told. */
function findLostChanges(world: SimulatedWorld, { rows }: BothSides): readonly string[] {
  return world.ledger.changes.flatMap(({ id, revision, what }) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return [`the record of "${what}" is gone`];
    const isKept = row.history.some((entry) => entry.revision === revision);
    return isKept ? [] : [`history lacks revision ${String(revision)}: ${what}`];
  });
}

/** What a board's people wrote is nowhere in another board. */
function findCrossings(sides: BothSides): readonly string[] {
  const places = [
    ...sides.items.map((seen) => ({
      boardId: seen.boardId,
      what: nameOf(seen),
      text: JSON.stringify(seen.item.fields),
    })),
    ...sides.rows.map((row) => ({
      boardId: row.boardId,
      what: `${row.kind} ${row.id}`,
      text: JSON.stringify([row.fields, row.history, row.comments]),
    })),
    ...sides.conflicts.map((one) => ({ ...one, what: `conflict of ${one.recordId}` })),
    ...sides.setAside.map((one) => ({ ...one, what: `set aside of item ${one.itemId}` })),
  ];
  return places.flatMap(({ boardId, what, text }) => {
    const strangers = boardIds.filter((other) => other !== boardId && text.includes(`«${other} `));
    return strangers.map((other) => `${what} of ${boardId} holds a text of ${other}`);
  });
}

/** No reference was told twice, and none stands at two records. */
function findRepeatedNumbers(world: SimulatedWorld, sides: BothSides): readonly string[] {
  return boardIds.flatMap((boardId) => {
    const told = repeated(world.ledger.references[boardId]);
    const items = sides.items.filter((seen) => seen.boardId === boardId);
    const written = repeated(items.flatMap((seen) => (seen.decoded?.ref === undefined ? [] : [seen.decoded.ref])));
    return [
      ...told.map((ref) => `${boardId}: ${ref} was given twice`),
      ...written.map((ref) => `${boardId}: ${ref} stands at two items`),
    ];
  });
}

/** Accepted records are there at once, wherever SharePoint is. */
function findForgotten(world: SimulatedWorld, { rows }: BothSides): readonly string[] {
  const known = new Set(rows.map((row) => row.id));
  return [...world.ledger.records.values()]
    .filter(({ id }) => !known.has(id))
    .map(({ boardId, kind, id }) => `${boardId} ${kind} ${id} was accepted and is not in the database`);
}

function findDoubled({ items }: BothSides): readonly string[] {
  const keys = items.flatMap((seen) => (seen.decoded?.id === undefined ? [] : [seen.decoded.id]));
  return repeated(keys).map((id) => `${id} is two items`);
}

async function findLostDrafts(world: SimulatedWorld): Promise<readonly string[]> {
  const rows = await world.database.direct.selectFrom('drafts').select(['key', 'body', 'updated_at']).execute();
  const keptFrom = world.clock.now() - 29 * 24 * 60 * 60_000;
  return world.ledger.drafts
    .filter((draft) => draft.writtenAt > keptFrom)
    .filter(({ key, text }) => !rows.some((row) => row.key === key && JSON.stringify(row.body).includes(text)))
    .map(({ personId, key }) => `${personId} lost the draft ${key}`);
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
