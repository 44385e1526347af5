import { isSameContent } from '../../bot/sync/merge/merge.ts';
import { defaultApp } from '../../bot/local-graph/local-graph.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { readVersions } from './drawing-invariants.ts';
import { readBothSides } from './read-sharepoint.ts';
import type { BothSides } from './read-sharepoint.ts';
import type { SimulatedWorld } from './simulated-world.ts';

type Row = BothSides['rows'][number];

/**
 * Loses the database and lets the service fill a new one from SharePoint: the same records, and none of them is written
 * again; the same conflicts and the same set aside. What is in no list (drafts) is lost. An item that somebody else touched last is masked and written once more,
 * since nobody can know whether it had been pulled.
 */
export async function rebuildAndCompare(world: SimulatedWorld): Promise<readonly string[]> {
  const before = await readBothSides(world);
  const drawings = await readVersions(world);
  world.trace('The database is lost');
  for (const process of world.processes) await world.scheduler.kill(process.life);
  await world.database.empty();
  world.revive(0);
  while (world.processes[0]?.isReady !== true) await world.scheduler.run(50);
  await world.fillOrganisation();
  await world.scheduler.run(100_000);
  const after = await readBothSides(world);

  const found: string[] = [];
  const byOthers = new Set(
    before.items.filter((seen) => seen.item.lastModifiedByApp !== defaultApp.id).map((seen) => seen.decoded?.id),
  );
  const rebuilt = new Map(after.rows.map((row) => [row.id, row]));
  const living = before.rows.filter((row) => !row.deleted);
  for (const row of living) {
    const again = rebuilt.get(row.id);
    if (again === undefined) found.push(`${row.kind} ${row.id} did not come back`);
    else found.push(...differencesOf(row, again, byOthers.has(row.id)));
  }
  const known = new Set(living.map((row) => row.id));
  // A deleted record that somebody has still to decide about comes back with its conflict, deleted as it was.
  for (const row of after.rows)
    if (!row.deleted && !known.has(row.id)) found.push(`${row.kind} ${row.id} came out of nothing`);
  found.push(...differencesOfProblems('conflict', before.conflicts, after.conflicts));
  found.push(...differencesOfProblems('set aside', before.setAside, after.setAside));
  const drawingsAgain = await readVersions(world);
  if (drawingsAgain.join('\n') !== drawings.join('\n')) found.push('the drawings came back otherwise');
  const etags = (sides: BothSides) =>
    JSON.stringify(
      sides.items
        .filter((seen) => !byOthers.has(seen.decoded?.id))
        .map((seen) => [seen.boardId, seen.kind, seen.item.etag]),
    );
  if (etags(before) !== etags(after)) found.push('the rebuild wrote to SharePoint');
  return found.map((line) => `after the loss of the database: ${line}`);
}

type Problem = BothSides['conflicts'][number] | BothSides['setAside'][number];

/** Open or settled: the same, each once. */
function differencesOfProblems(what: string, before: readonly Problem[], after: readonly Problem[]): readonly string[] {
  const again = new Map(after.map((one) => [one.id, one.whole]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.flatMap(({ id, whole }) => {
      const now = again.get(id);
      if (now === undefined) return [`${what} ${id} did not come back`];
      return now === whole ? [] : [`${what} ${id} is ${now}, was ${whole}`];
    }),
    ...after.filter(({ id }) => !known.has(id)).map(({ id, whole }) => `${what} ${id} came out of nothing: ${whole}`),
  ];
}

function differencesOf(row: Row, again: Row, isTouched: boolean): readonly string[] {
  const what = `${row.kind} ${row.id}`;
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const historyOf = ({ history }: Row) => history.map(({ id, revision, changes }) => [id, revision, changes]);
  const bookkeeping = ({ boardId, kind, ref, createdBy, revision, pushedRevision, etag, deleted }: Row) => ({
    boardId,
    kind,
    ref,
    createdBy,
    revision,
    pushedRevision,
    etag,
    deleted,
  });
  return [
    ...(isSameContent(definitionOf(row.kind), row, again) ? [] : [`${what} has other content`]),
    ...(isTouched || same(bookkeeping(row), bookkeeping(again))
      ? []
      : [`${what} is ${JSON.stringify(bookkeeping(again))}, was ${JSON.stringify(bookkeeping(row))}`]),
    ...(same(historyOf(row), historyOf(again))
      ? []
      : [`${what} has another history: ${JSON.stringify([historyOf(row), historyOf(again)])}`]),
  ];
}
