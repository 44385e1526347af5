/** What must hold of the drawings of processes, whatever happened to them: rules S-F1…S-F12 in `bot/sync/SPEC.md`. */
import type { Selectable } from 'kysely';
import type { ProcessVersionsTable } from '../../bot/database/schema.ts';
import { defaultApp } from '../../bot/local-graph/local-graph.ts';
import { readStamp, withoutStamp } from '../../bot/processes/version-stamp.ts';
import { fileNameOf } from '../../bot/sync/library/library-context.ts';
import { activityStepsOf } from '../../shared/process/activity-records.ts';
import { readBpmn } from '../../shared/process/bpmn/bpmn-file.ts';
import { contentsOf } from './drawing-operations.ts';
import type { DrawnText } from './ledger.ts';
import { boardIds, drawnBoard } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';

type Version = Selectable<ProcessVersionsTable>;

/** A version of a file in the library. */
interface HeldVersion {
  readonly text: string;
  readonly isByUs: boolean;
}

/**
 * When all has come to rest: every version of ours is in the library, in order, the newest on top; and whatever somebody
 * drew is in a version or was set aside.
 */
export async function findLostDrawings(world: SimulatedWorld): Promise<readonly string[]> {
  const driveId = world.graph.boards[drawnBoard].processLibrary?.driveId;
  if (driveId === undefined) return [];
  const versions = await world.database.direct.selectFrom('process_versions').selectAll().orderBy('version').execute();
  const found: string[] = [...findStrayVersions(versions), ...(await findLostTexts(world, driveId, versions))];
  for (const { kind, id } of world.ledger.records.values()) {
    if (kind !== 'process') continue;
    const file = await findFile(world, driveId, id);
    const own = versions.filter((version) => version.process_id === id);
    const problems = [
      ...findUnstored(own, file?.versions ?? []),
      ...(world.ledger.broughtBack.has(id) ? [] : findDisorder(own, file?.versions ?? [])),
      ...(await findDifferences(world, id, own, file)),
    ];
    found.push(...problems.map((problem) => `drawing of ${id}: ${problem}`));
  }
  return found;
}

/** The versions as they are, a line each, to be compared after the loss of the database. */
export async function readVersions({ database }: SimulatedWorld): Promise<readonly string[]> {
  const rows = await database.direct
    .selectFrom('process_versions')
    .select(['board_id', 'process_id', 'version', 'bpmn', 'what', 'saved_by', 'saved_at'])
    .orderBy('process_id')
    .orderBy('version')
    .execute();
  return rows.map((row) => JSON.stringify(row));
}

/** What is drawn on a board is of that board alone, and numbered without a gap. */
function findStrayVersions(versions: readonly Version[]): readonly string[] {
  const strangers = boardIds.filter((boardId) => boardId !== drawnBoard);
  return versions.flatMap(({ board_id: boardId, process_id: id, version, bpmn }) => {
    const isStray = boardId !== drawnBoard || strangers.some((other) => bpmn.includes(`«${other} `));
    const hasGap = version > 1 && !versions.some((one) => one.process_id === id && one.version === version - 1);
    return [
      ...(isStray ? [`version ${String(version)} of ${id} has strayed to ${boardId}`] : []),
      ...(hasGap ? [`version ${String(version)} of ${id} follows none`] : []),
    ];
  });
}

/** What was answered with "saved" is in a version; what was drawn in the library besides in what was set aside. */
async function findLostTexts(
  world: SimulatedWorld,
  driveId: string,
  versions: readonly Version[],
): Promise<readonly string[]> {
  const aside = await world.database.direct.selectFrom('set_aside').select('file').execute();
  const saved = versions.map(({ bpmn }) => bpmn).join('\n');
  const kept = aside.map(({ file }) => file ?? '').join('\n');
  const lost: string[] = [];
  for (const [text, drawn] of world.ledger.drawn) {
    const isKept =
      saved.includes(text) ||
      (drawn.by === 'outside' && (kept.includes(text) || (await isPutAwayByAPerson(world, driveId, text, drawn))));
    if (!isKept) lost.push(`lost from the drawing of ${drawn.processId}: ${text}, written by ${drawn.by}`);
  }
  return lost;
}

/** In a file that was deleted or has another name, or in a version that a person wrote over before anybody could know. */
async function isPutAwayByAPerson(
  world: SimulatedWorld,
  driveId: string,
  text: string,
  { processId, fileId }: Extract<DrawnText, { readonly by: 'outside' }>,
): Promise<boolean> {
  const file = await findFile(world, driveId, processId);
  if (file?.id !== fileId) return true;
  const last = file.versions.findLastIndex((version) => version.text.includes(text));
  return file.versions[last + 1]?.isByUs === false;
}

/** The file of a process, with its versions, the oldest first. */
async function findFile({ graph }: SimulatedWorld, driveId: string, processId: string) {
  const files = graph.filesAs('inspector');
  const found = await files.find(driveId, fileNameOf(processId));
  if (found.kind !== 'done' || found.value === undefined) return undefined;
  const { id, etag } = found.value;
  const told = (await graph.ask('GET', `/drives/${driveId}/items/${id}/versions`)) as {
    readonly value: readonly { readonly lastModifiedBy: { readonly application?: { readonly id: string } } }[];
  };
  const texts = await contentsOf(files, driveId, id);
  const versions = texts.map((text, index): HeldVersion => {
    return { text, isByUs: told.value[index]?.lastModifiedBy.application?.id === defaultApp.id };
  });
  return { id, etag, versions: versions.toReversed() };
}

/** Every version is in the library, as it was saved and by whom. */
function findUnstored(versions: readonly Version[], held: readonly HeldVersion[]): readonly string[] {
  return versions
    .filter((version) => !held.some(({ text }) => isVersion(text, version)))
    .map(({ version }) => `version ${String(version)} is not in the library`);
}

function isVersion(text: string, version: Version): boolean {
  const stamp = readStamp(text);
  return (
    stamp?.version === version.version &&
    stamp.savedBy.id === version.saved_by.id &&
    withoutStamp(text) === version.bpmn
  );
}

/** Ours are there in their order; twice only where somebody wrote over the newest. */
function findDisorder(versions: readonly Version[], held: readonly HeldVersion[]): readonly string[] {
  const numbers = held.map(({ text, isByUs }) => (isByUs ? (readStamp(text)?.version ?? 0) : undefined));
  const written = numbers.map((number) => String(number ?? '–')).join(', ');
  const ours = numbers.filter((number) => number !== undefined);
  const isOrdered = ours.every((number, index) => number >= (ours[index - 1] ?? 0));
  const isDoubled = numbers.some((number, index) => number !== undefined && number === numbers[index - 1]);
  return [
    ...(isOrdered ? [] : [`the library has the versions in the order ${written}`]),
    ...(isDoubled ? [`the library has a version twice: ${written}`] : []),
    ...(ours.some((number) => number > versions.length) ? [`the library has versions of nobody: ${written}`] : []),
  ];
}

/** The newest version, the file, and the records of the process tell the same. */
async function findDifferences(
  { database }: SimulatedWorld,
  id: string,
  versions: readonly Version[],
  file: { readonly id: string; readonly etag: string; readonly versions: readonly HeldVersion[] } | undefined,
): Promise<readonly string[]> {
  const newest = versions.at(-1);
  const top = file?.versions.at(-1);
  // A file that somebody made by hand may be such that it was set aside.
  if (newest === undefined) return [];
  const known = await database.direct
    .selectFrom('library_files')
    .select(['file_id', 'etag'])
    .where('process_id', '=', id)
    .executeTakeFirst();
  const rows = await database.direct
    .selectFrom('records')
    .select(['kind', 'status', 'fields'])
    .where('deleted', '=', false)
    .where('kind', 'in', ['process', 'processActivity'])
    .execute();
  const told = activityNames(newest.bpmn).toSorted();
  const names = rows
    .filter(
      ({ kind, status, fields }) => kind === 'processActivity' && fields['process'] === id && status !== 'removed',
    )
    .map(({ fields }) => String(fields['name']))
    .toSorted();
  const isCurrent = rows.some(
    ({ kind, fields }) => kind === 'process' && fields['diagramVersion'] === String(newest.version),
  );
  return [
    ...(top !== undefined && isVersion(top.text, newest)
      ? []
      : [`the newest version, ${String(newest.version)}, is not on top`]),
    ...(known?.file_id === file?.id && known?.etag === file?.etag ? [] : ['the file is another than the one known']),
    ...(isCurrent ? [] : [`the process does not tell of version ${String(newest.version)}`]),
    ...(JSON.stringify(told) === JSON.stringify(names)
      ? []
      : [`its activities are ${JSON.stringify(names)}, drawn are ${JSON.stringify(told)}`]),
  ];
}

function activityNames(bpmn: string): readonly string[] {
  const read = readBpmn(bpmn);
  return read.kind === 'read' ? activityStepsOf(read.model).map(({ name }) => name) : [`unreadable: ${read.why}`];
}
