/**
 * Every file of the interchange suite through our reader and writer, judged by another reader (bpmn-moddle). The
 * counts are printed; what does not open or does not survive is named with why.
 */
import { expect, test } from '@jest/globals';
import { readBpmn, writeBpmn } from '../../../../../shared/process/bpmn/bpmn-file.ts';
import { decodeBpmnFile } from '../../../../../shared/process/bpmn/read-bytes.ts';
import { executeCommand } from '../../../../../shared/process/commands/execute-command.ts';
import type { ProcessCommand } from '../../../../../shared/process/commands/command.ts';
import { objectNames } from '../../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../../shared/process/process-model.ts';
import { bpmnCorpus, hasBpmnCorpus } from '../../../../support/bpmn-corpus.ts';
import { contentOf } from './moddle-content.ts';

const withCorpus = hasBpmnCorpus ? test : test.skip;

/** The text of a file and its process; a reason where it does not open. */
function open(bytes: Uint8Array): { text: string; model: ProcessModel } | string {
  const decoded = decodeBpmnFile(bytes);
  if (decoded.kind === 'refused') return decoded.why;
  const read = readBpmn(decoded.text);
  return read.kind === 'refused' ? read.why : { text: decoded.text, model: read.model };
}

withCorpus(
  'every file of the interchange suite opens, and says the same after it was opened and saved',
  async () => {
    const files = bpmnCorpus();
    const problems: string[] = [];
    let opened = 0;
    let unchanged = 0;

    for (const { name, bytes } of files) {
      const file = open(bytes);
      if (typeof file === 'string') {
        problems.push(`${name}: ${file}`);
        continue;
      }
      opened += 1;
      const saved = writeBpmn(file.text, file.model);
      const before = await contentOf(file.text);
      const after = await contentOf(saved.kind === 'written' ? saved.text : '');
      const again = saved.kind === 'written' ? readBpmn(saved.text) : saved;
      const isSame =
        JSON.stringify(before) === JSON.stringify(after) &&
        again.kind === 'read' &&
        JSON.stringify(again.model) === JSON.stringify(file.model);
      if (isSame) unchanged += 1;
      else problems.push(`${name}: ${before.lines.find((line) => !after.lines.includes(line)) ?? 'other warnings'}`);
    }

    console.info(`interchange suite: ${files.length} files, ${opened} open, ${unchanged} unchanged by saving`);
    expect(files.length).toBeGreaterThanOrEqual(100);
    expect(problems).toEqual([]);
  },
  600_000,
);

withCorpus(
  'changing some steps changes nothing else in the file, and leaves nothing pointing at what is gone',
  async () => {
    const problems: string[] = [];
    // Every third is enough to meet every tool.
    for (const [index, { name, bytes }] of bpmnCorpus()
      .filter((_, place) => place % 3 === 0)
      .entries()) {
      const file = open(bytes);
      if (typeof file === 'string') continue;
      // What is inside a step goes with it, so what else is lost is looked for where nothing was deleted.
      const deletes = index % 2 === 0;
      const { model, touched } = changed(file.model, deletes);
      const saved = writeBpmn(file.text, model);
      const again = saved.kind === 'written' ? readBpmn(saved.text) : saved;
      if (saved.kind !== 'written' || again.kind !== 'read') {
        problems.push(`${name}: not read again`);
        continue;
      }
      const [before, after] = [await contentOf(file.text), await contentOf(saved.text)];
      const lost = before.lines.filter(
        (line) => !after.lines.includes(line) && !touched.some((id) => line.includes(id)),
      );
      const warnings = after.warnings.filter((warning) => !before.warnings.includes(warning));
      if (!deletes && lost.length > 0) problems.push(`${name} lost ${lost[0] ?? ''}`);
      if (warnings.length > 0) problems.push(`${name} says ${warnings[0] ?? ''}`);
      if (structureOf(again.model) !== structureOf(model)) problems.push(`${name} reads otherwise`);
    }

    expect(problems).toEqual([]);
  },
);

/** Renames, adds, deletes and hands over, as far as the file has steps for it; `touched` are the ids that may differ. */
function changed(model: ProcessModel, deletes: boolean): { model: ProcessModel; touched: readonly string[] } {
  const [first, second, third] = model.steps.filter(({ kind }) => kind === 'activity');
  const commands: readonly ProcessCommand[] = [
    { kind: 'addRole', id: 'NewRole', name: 'Ny roll & co' },
    {
      kind: 'addStep',
      id: 'NewStep',
      stepKind: 'activity',
      name: 'Nytt "steg" <1>',
      activityId: 'record',
      roleId: 'NewRole',
      place: first === undefined ? { kind: 'last' } : { kind: 'after', stepId: first.id },
      flowId: 'NewFlow',
    },
    ...(first === undefined
      ? []
      : ([
          { kind: 'renameStep', id: first.id, name: 'Omdöpt åäö' },
          {
            kind: 'setObjects',
            id: first.id,
            side: 'out',
            names: [...objectNames(model, first, 'out'), 'Sak'],
            newIds: ['NewObject', 'NewObject2', 'NewObject3'],
          },
          { kind: 'setDetails', id: first.id, details: { responsible: 'Chef', consulted: ['MAS'] } },
        ] as const)),
    ...(second === undefined || !deletes ? [] : ([{ kind: 'deleteStep', id: second.id }] as const)),
    ...(third === undefined ? [] : ([{ kind: 'setRole', id: third.id, roleId: 'NewRole' }] as const)),
  ];
  const after = commands.reduce((at, command) => {
    const executed = executeCommand(at, command);
    return executed.kind === 'done' ? executed.model : at;
  }, model);
  const flows = model.flows.filter(({ id, from, to }) => {
    const now = after.flows.find((flow) => flow.id === id);
    return now?.from !== from || now.to !== to;
  });
  const joined = [first, second, third].flatMap((step) => (step === undefined ? [] : [step.id]));
  const ends = flows.flatMap(({ id, from, to }) => [id, from, to]);
  const gone = model.steps.filter(({ id }) => !after.steps.some((step) => step.id === id)).map(({ id }) => id);
  const objects = model.objects
    .filter(({ id }) => !after.objects.some((object) => object.id === id))
    .map(({ id }) => id);
  // The plane and the pool come to hold the new role.
  return {
    model: after,
    touched: [...joined, ...ends, ...gone, ...objects, model.id, 'bpmndi:BPMNPlane', 'bpmn:LaneSet', 'bpmn:Lane '],
  };
}

/** Everything but places, in one order. */
function structureOf({ roles, steps, flows, objects }: ProcessModel): string {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => key !== 'bounds' && key !== 'waypoints');
    return Object.fromEntries(
      kept.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, bare(one)]),
    );
  };
  const lists = [roles, steps, flows, objects] as readonly (readonly { readonly id: string }[])[];
  return JSON.stringify(lists.map((list) => list.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(bare)));
}
