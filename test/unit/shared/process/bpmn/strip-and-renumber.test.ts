/**
 * A file that went through another tool: our extension elements gone, every id another. Every activity of the process is
 * found again or is listed; none is taken for another.
 */
import { expect, test } from '@jest/globals';
import { readBpmn, writeBpmn } from '../../../../../shared/process/bpmn/bpmn-file.ts';
import { decodeBpmnFile } from '../../../../../shared/process/bpmn/read-bytes.ts';
import { sameName } from '../../../../../shared/process/commands/edit-objects.ts';
import { activitiesOf } from '../../../../../shared/process/compare-models.ts';
import type { ProcessModel } from '../../../../../shared/process/process-model.ts';
import { reconcile } from '../../../../../shared/process/reconcile.ts';
import type { ExistingActivity } from '../../../../../shared/process/reconcile.ts';
import { bpmnCorpus, hasBpmnCorpus } from '../../../../support/bpmn-corpus.ts';
import { sampleProcess } from '../sample-process.ts';

const withCorpus = hasBpmnCorpus ? test : test.skip;

function textOf(base: string | undefined, model: ProcessModel): string {
  const written = writeBpmn(base, model);
  return written.kind === 'written' ? written.text : '';
}

function modelOf(text: string): ProcessModel | undefined {
  const read = readBpmn(text);
  return read.kind === 'read' ? read.model : undefined;
}

/** The file as a tool writes it that knows nothing of ours and gives ids of its own. */
function throughAnotherTool(text: string): string {
  const bare = text.replaceAll(/<kv:(\w+)\b[^>]*(?:\/>|>[\s\S]*?<\/kv:\1>)/g, '').replaceAll(/\sxmlns:kv="[^"]*"/g, '');
  const ids = new Map(
    [...bare.matchAll(/\sid="([^"]+)"/g)].map(([, id = ''], index) => [id, `other-${String(index)}`]),
  );
  const renumber = (value: string): string => {
    const [prefix, local] = /^\w+:\S+$/.test(value)
      ? [value.replace(/:.*/, ':'), value.replace(/^\w+:/, '')]
      : ['', value];
    const id = ids.get(value) ?? ids.get(local);
    return id === undefined ? value : `${ids.has(value) ? '' : prefix}${id}`;
  };
  return bare
    .replaceAll(/="([^"]*)"/g, (_, value: string) => `="${renumber(value)}"`)
    .replaceAll(/>([^<>\s]+)</g, (_, value: string) => `>${renumber(value)}<`);
}

/** Gives every activity of the model a record, as the first save does. */
function withRecords(model: ProcessModel): { model: ProcessModel; existing: readonly ExistingActivity[] } {
  const records = new Map(activitiesOf(model).map(({ id }, index) => [id, `record-${String(index)}`]));
  const steps = model.steps.map((step) => {
    const activityId = records.get(step.id);
    return activityId === undefined ? step : { ...step, activityId };
  });
  const existing = activitiesOf({ ...model, steps }).map(({ id, name, activityId = '' }) => ({
    id: activityId,
    name,
    elementId: id,
  }));
  return { model: { ...model, steps }, existing };
}

/** Counts, and what went wrong. */
function comeBack(text: string, model: ProcessModel): { counts: readonly [number, number, number]; wrong: string[] } {
  const before = withRecords(model);
  const back = modelOf(throughAnotherTool(textOf(text, before.model)));
  if (back === undefined) return { counts: [0, 0, 0], wrong: ['is not read again'] };
  const found = reconcile(back, before.existing);
  const wrong: string[] = [];
  const names = new Map(back.steps.map(({ id, name }) => [id, name]));
  const matched = new Map(found.matches.map(({ activityId, stepId }) => [activityId, names.get(stepId) ?? '']));
  const sharing = Map.groupBy(before.existing, ({ name }) => sameName(name));
  for (const { id, name } of before.existing) {
    const now = matched.get(id);
    if (now !== undefined && sameName(now) !== sameName(name)) wrong.push(`"${name}" was taken for "${now}"`);
    const isAlone = name.trim() !== '' && sharing.get(sameName(name))?.length === 1;
    if (now === undefined && isAlone) wrong.push(`"${name}" was not found`);
    if (now === undefined && !found.missing.includes(id)) wrong.push(`"${name}" is neither found nor listed`);
  }
  if (matched.size !== found.matches.length) wrong.push('one activity was found twice');
  const asked = new Set(found.questions.flatMap(({ candidates }) => candidates.map(({ activityId }) => activityId)));
  return { counts: [before.existing.length, matched.size, asked.size], wrong };
}

withCorpus('the interchange suite, stripped and renumbered: every activity is found again or listed', () => {
  const problems: string[] = [];
  const sum = [0, 0, 0];
  for (const { name, bytes } of bpmnCorpus()) {
    const decoded = decodeBpmnFile(bytes);
    const model = decoded.kind === 'text' ? modelOf(decoded.text) : undefined;
    if (decoded.kind !== 'text' || model === undefined) continue;
    const { counts, wrong } = comeBack(decoded.text, model);
    for (const [place, count] of counts.entries()) sum[place] = (sum[place] ?? 0) + count;
    problems.push(...wrong.map((one) => `${name}: ${one}`));
  }

  const [activities = 0, matched = 0, asked = 0] = sum;
  console.info(
    `stripped and renumbered: ${String(activities)} activities, ${String(matched)} found, ${String(asked)} asked about, ${String(activities - matched)} listed`,
  );
  expect(activities).toBeGreaterThan(500);
  expect(problems).toEqual([]);
});

test('our own process comes back whole from another tool', () => {
  const { counts, wrong } = comeBack(textOf(undefined, sampleProcess), sampleProcess);

  expect(wrong).toEqual([]);
  expect(counts).toEqual([3, 3, 0]);
});
