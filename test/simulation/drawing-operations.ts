/** What people do to the drawings of processes: through the service, and to their files in the library. */
import type { GraphFiles } from '../../bot/graph/graph-port.ts';
import { fileNameOf } from '../../bot/sync/library/library-context.ts';
import { writeBpmn } from '../../shared/process/bpmn/bpmn-file.ts';
import { withLayout } from '../../shared/process/layout/fit-in.ts';
import type { ProcessModel, ProcessStep } from '../../shared/process/process-model.ts';
import { callerOf } from './people.ts';
import { undisturbed } from './sharepoint-operations.ts';
import { drawnBoard } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SeededChoice } from './seeded-choice.ts';
import { ask, create, textsOf } from './user-operations.ts';

const boardId = drawnBoard;
const karin = 'user:Karin%20Ek';

export async function createProcess(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const texts = textsOf(world, boardId);
  const fields = {
    ...{ name: texts.make(), processType: 'main', level: 'unit', mission: texts.make(), desiredEffect: texts.make() },
    ...{ start: 'Anmälan', end: 'Beslut', processOwner: { id: 'cilla', name: 'Cilla' } },
  };
  await create(world, choice, 'process', callerOf(boardId, 'cilla'), fields, texts);
}

/** Somebody opens a process, changes its drawing and saves, as the tab does. */
export async function saveDrawing(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const id = choice.one(drawnProcesses(world));
  if (id === undefined) return;
  const caller = callerOf(boardId, choice.one(['anna', 'cilla'] as const) ?? 'anna');
  const read = await ask(world, choice, ({ records }) => records.processes.get(caller, id));
  if (read.kind === 'lost' || read.value.kind !== 'ok') return;
  const { version, model, process } = read.value.value;
  const text = world.newText(boardId);
  const request = {
    ...{ baseVersion: version, baseRevision: process.revision, fields: {} },
    model: withLayout(changed(model, choice, nameOf(choice, text))),
  };
  const answer = await ask(world, choice, ({ records }) => records.processes.save(caller, id, request));
  const saved = answer.kind === 'lost' ? undefined : answer.value;
  const outcome = saved?.kind === 'ok' ? saved.value.kind : (saved?.kind ?? 'lost');
  world.trace(
    `${boardId}: ${caller.actor.name} draws ${text} on version ${String(version)} of ${id.slice(0, 8)} → ${outcome}`,
  );
  if (outcome === 'saved' || outcome === 'merged') world.ledger.drawn.set(text, { by: 'service', processId: id });
}

/** One activity more, another name for one, or one taken away in exchange. */
function changed(model: ProcessModel, choice: SeededChoice, name: string): ProcessModel {
  const chosen = choice.one(model.steps);
  if (chosen !== undefined && choice.chance(0.4))
    return { ...model, steps: model.steps.map((step) => (step === chosen ? { ...step, name } : step)) };
  const added: ProcessStep = { id: `Task_${choice.uuid()}`, kind: 'activity', name, takes: [], gives: [] };
  const kept = choice.chance(0.15) ? model.steps.filter((step) => step !== chosen) : model.steps;
  return { ...model, steps: [...kept, added] };
}

/** Words of its own beside the text, so that no name resembles another. */
const nameOf = (choice: SeededChoice, text: string): string =>
  `${[0, 1].map(() => `k${choice.below(36 ** 6).toString(36)}`).join(' ')} ${text}`;

/** Karin adds an activity with another tool or renames one, at times in an older version that she has kept. */
export async function editDrawing(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withFile(world, choice, async (file) => {
    const text = world.newText(boardId);
    const name = nameOf(choice, text);
    const base = choice.chance(0.25) ? choice.one(file.versions) : file.versions[0];
    const names = [...(base ?? '').matchAll(/(?<=<bpmn:task [^>]*\bname=")[^"]+/gu)];
    const renamed = choice.chance(0.4) ? choice.one(names) : undefined;
    const edited =
      base === undefined
        ? drawnByHand(choice, name)
        : renamed === undefined
          ? base.replace('</bpmn:process>', `<bpmn:task id="Task_${choice.uuid()}" name="${name}"/></bpmn:process>`)
          : base.replace(renamed[0], name);
    if (edited.includes(text)) await write(world, file, edited, text);
  });
}

/** A file that no tool reads, or that is no text. */
export async function spoilDrawing(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withFile(world, choice, async (file) => {
    const text = world.newText(boardId);
    if (choice.chance(0.6)) await write(world, file, `<${text} ${file.versions[0] ?? ''}`, text);
    else await write(world, file, new Uint8Array([0, 255, choice.below(256), 216]));
  });
}

/** An earlier version becomes the newest, by hand. */
export async function restoreDrawing(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withFile(world, choice, async ({ id, path, processId }) => {
    if (id === undefined) return;
    const answer = (await world.graph.ask('GET', `${path}/${id}/versions`)) as { value: { id: string }[] };
    const version = choice.one(answer.value);
    if (version === undefined) return;
    await world.graph.ask('POST', `${path}/${id}/versions/${version.id}/restoreVersion`);
    world.trace(`${boardId}: Karin restores the drawing of ${processId.slice(0, 8)} to ${version.id}`);
  });
}

export async function deleteDrawing(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withFile(world, choice, async ({ id, path, processId }) => {
    if (id === undefined) return;
    await world.graph.ask('DELETE', `${path}/${id}`);
    world.trace(`${boardId}: Karin deletes the drawing of ${processId.slice(0, 8)}`);
  });
}

/** A file gets a name of her own; or one that has it gets its old one back, unless another is there by then. */
export async function renameDrawing(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withFile(world, choice, async ({ id, path, processId, driveId }) => {
    const own = `Karins ${fileNameOf(processId)}`;
    const found = await world.graph.filesAs(karin).find(driveId, own);
    const moved = found.kind === 'done' ? found.value?.id : undefined;
    const isBack = moved !== undefined;
    const file = moved ?? id;
    if (file === undefined) return;
    const answer = await world.graph.ask('PATCH', `${path}/${file}`, { name: isBack ? fileNameOf(processId) : own });
    const isDone = !Object.hasOwn(answer as object, 'error');
    world.trace(
      `${boardId}: Karin renames the drawing of ${processId.slice(0, 8)}${isBack ? ' back' : ''} → ${String(isDone)}`,
    );
    if (isBack && isDone) world.ledger.broughtBack.add(processId);
  });
}

const drawnProcesses = ({ ledger }: SimulatedWorld): readonly string[] =>
  [...ledger.records.values()].filter(({ kind }) => kind === 'process').map(({ id }) => id);

interface FoundFile {
  readonly processId: string;
  readonly driveId: string;
  readonly path: string;
  /** None: the process has no file. */
  readonly id: string | undefined;
  /** What it holds and held, the newest first. */
  readonly versions: readonly string[];
}

async function withFile(
  world: SimulatedWorld,
  choice: SeededChoice,
  act: (file: FoundFile) => Promise<void>,
): Promise<void> {
  const processId = choice.one(drawnProcesses(world));
  const driveId = world.graph.boards[boardId].processLibrary?.driveId;
  if (processId === undefined || driveId === undefined) return;
  await undisturbed(world, choice, async () => {
    const files = world.graph.filesAs(karin);
    const found = await files.find(driveId, fileNameOf(processId));
    const id = found.kind === 'done' ? found.value?.id : undefined;
    const versions = id === undefined ? [] : await contentsOf(files, driveId, id);
    await act({ processId, driveId, path: `/drives/${driveId}/items`, id, versions });
  });
}

/** Content of every version of a file, the newest first. */
export async function contentsOf(files: GraphFiles, driveId: string, fileId: string): Promise<readonly string[]> {
  const versions = await files.versions(driveId, fileId);
  const texts: string[] = [];
  for (const [index, version] of versions.kind === 'done' ? versions.value.entries() : []) {
    const content = await files.download(driveId, fileId, index === 0 ? undefined : version.id);
    texts.push(content.kind === 'done' ? Buffer.from(content.value).toString() : '');
  }
  return texts;
}

async function write(
  world: SimulatedWorld,
  { processId, driveId }: FoundFile,
  content: string | Uint8Array,
  text?: string,
): Promise<void> {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content;
  const stored = await world.graph.filesAs(karin).upload(driveId, fileNameOf(processId), bytes);
  world.trace(
    `${boardId}: Karin writes the drawing of ${processId.slice(0, 8)} ${text ?? 'as nonsense'} → ${stored.kind}`,
  );
  if (stored.kind !== 'done' || text === undefined) return;
  world.ledger.drawn.set(text, { by: 'outside', processId, fileId: stored.value.id });
}

function drawnByHand(choice: SeededChoice, name: string): string {
  const step: ProcessStep = { id: `Task_${choice.uuid()}`, kind: 'activity', name, takes: [], gives: [] };
  const model = withLayout({ id: 'Process_1', name: '', roles: [], steps: [step], flows: [], objects: [] });
  const written = writeBpmn(undefined, model);
  if (written.kind !== 'written') throw new Error(written.why);
  return written.text;
}
