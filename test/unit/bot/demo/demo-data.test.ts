import { describe, expect, test } from '@jest/globals';
import { caseScripts } from '../../../../bot/demo/case-scripts.ts';
import { demoCases } from '../../../../bot/demo/cases/demo-cases.ts';
import { demoCommitments } from '../../../../bot/demo/commitments/demo-commitments.ts';
import { selfCheckScripts } from '../../../../bot/demo/self-check-scripts.ts';
import { demoSelfChecks } from '../../../../bot/demo/self-checks/demo-self-checks.ts';
import { demoStaff } from '../../../../bot/demo/demo-staff.ts';
import { demoDocuments } from '../../../../bot/demo/documents/demo-documents.ts';
import { documentScripts, documentsOfCommitments } from '../../../../bot/demo/documents/document-scripts.ts';
import { demoGoals } from '../../../../bot/demo/demo-goals.ts';
import { demoUnits } from '../../../../bot/demo/demo-units.ts';
import { generatedCase } from '../../../../bot/demo/generated-cases.ts';
import { processModelOf } from '../../../../bot/demo/process-model-of.ts';
import { processScripts } from '../../../../bot/demo/process-scripts.ts';
import { demoProcesses } from '../../../../bot/demo/processes/demo-processes.ts';
import { findChainGaps } from '../../../../shared/process/chain-check.ts';
import { layOutProcess } from '../../../../shared/process/layout/layout-process.ts';
import { commitment } from '../../../../shared/records/commitment.ts';
import { selfCheckAreas } from '../../../../shared/records/self-check-choices.ts';
import { plannedSelfChecks } from '../../../../shared/rules/self-check-schedule.ts';

describe('the demo’s commitments', () => {
  test('are twenty, in the order of the plan', () => {
    expect(demoCommitments.map(({ fields }) => fields.order).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test.each(demoCommitments.map((one) => [one.key, one] as const))('%s has every field filled', (_key, one) => {
    // What the script adds, documents among it, and the processes, which a board links once they are mapped.
    const written = ['goal', 'year', 'resourceUse', 'decisionDate', 'participants', 'processes', 'documents'];
    const filled = Object.keys(commitment.fields).filter((name) => !written.includes(name));

    for (const name of filled)
      expect([name, one.fields]).toEqual([name, expect.objectContaining({ [name]: expect.anything() })]);
    expect(one.resources.length).toBeGreaterThanOrEqual(2);
    expect(one.result.text).toMatch(/\.$/u);
    if (one.result.resultKind === 'targetValue') {
      expect(one.result.target).toBeDefined();
      expect(one.result.baseline).toBeDefined();
    }
  });
});

describe('the demo’s self-checks', () => {
  test('are thirteen, one for each area, with what a definition in force needs', () => {
    const areas = demoSelfChecks.map(({ fields }) => fields.area);

    expect(areas.toSorted()).toEqual(
      Object.keys(selfCheckAreas)
        .filter((area) => area !== 'other')
        .toSorted(),
    );
    for (const { fields, questions, units } of demoSelfChecks) {
      expect(plannedSelfChecks(fields, '2026-01-01', '2026-12-31').length).toBeGreaterThan(0);
      expect(questions.some(({ required }) => required === true)).toBe(true);
      expect(units.length).toBeGreaterThan(0);
    }
  });

  test('were answered before in a way that approves, and never in the future', () => {
    for (const now of [new Date('2026-11-22T06:00:00Z'), new Date('2026-03-01T06:00:00Z')]) {
      const acts = selfCheckScripts(now)
        .flat()
        .flatMap((script) => script.acts);
      const results = acts.flatMap((act) => (act.kind === 'change' ? [act.fields['result']] : []));

      expect(Math.max(...acts.map(({ at }) => at.getTime()))).toBeLessThanOrEqual(now.getTime());
      expect(results.length).toBeGreaterThan(8);
      expect(new Set(results)).toEqual(new Set(['approved']));
    }
  });
});

describe('the demo’s processes', () => {
  test('are twelve, in the order of the fact sheet', () => {
    expect(demoProcesses.map(({ fields }) => fields.order)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect(new Set(demoProcesses.map(({ key }) => key)).size).toBe(12);
  });

  test.each(demoProcesses.map((one) => [one.key, one] as const))(
    '%s is a whole chain that can be drawn',
    (_key, one) => {
      const model = processModelOf(one);

      const placed = layOutProcess(model).model;
      const from = new Set(model.flows.map((flow) => flow.from));
      const to = new Set(model.flows.map((flow) => flow.to));

      expect(findChainGaps(model).filter(({ kind }) => kind === 'noCommonObject')).toEqual([]);
      expect(placed.steps.every(({ bounds }) => bounds !== undefined)).toBe(true);
      expect(model.steps.filter(({ id, kind }) => kind !== 'end' && !from.has(id))).toEqual([]);
      expect(model.steps.filter(({ id, kind }) => kind !== 'start' && !to.has(id))).toEqual([]);
      expect(model.steps.filter(({ id }) => id.includes('undefined'))).toEqual([]);
    },
  );

  test('name documents, goals, commitments and processes that exist', () => {
    const keys = (list: readonly { readonly key: string }[]) => new Set(list.map(({ key }) => key));
    const known = {
      documents: keys(demoDocuments),
      processes: keys(demoProcesses),
      commitments: keys(demoCommitments),
    };

    for (const { goals, commitments = [], documents, supports = [], steps } of demoProcesses) {
      for (const key of goals) expect(demoGoals.map((goal) => goal.key)).toContain(key);
      for (const key of commitments) expect(known.commitments).toContain(key);
      for (const key of documents) expect(known.documents).toContain(key);
      for (const key of supports) expect(known.processes).toContain(key);
      for (const step of steps) {
        if ('decision' in step) continue;
        if (typeof step.routine === 'string') expect(known.documents).toContain(step.routine);
        if (step.subProcess !== undefined) expect(known.processes).toContain(step.subProcess);
      }
    }
    for (const { activity } of demoCases) {
      if (activity === undefined) continue;
      const process = demoProcesses.find(({ key }) => key === activity[0]);
      expect(process?.steps.map(({ key }) => key)).toContain(activity[1]);
    }
  });

  test('come after those that they point at', () => {
    const rounds = processScripts(new Date('2026-11-22T06:00:00Z'));

    expect(rounds.map((round) => round.length)).toEqual([7, 3, 2]);
  });
});

test('every key that the data names exists', () => {
  const units = new Set(demoUnits.map(({ key }) => key));
  const staff = new Set(demoStaff.map(({ key }) => key));

  for (const { parent } of demoUnits) if (parent !== undefined) expect(units).toContain(parent);
  for (const { roles } of demoStaff)
    for (const { unit } of roles) if (unit !== undefined) expect(units).toContain(unit);
  for (const { owner, units: at, history = [] } of demoSelfChecks)
    for (const unit of [...at, ...history.map((time) => time.unit), ...(owner === undefined ? [] : [owner])])
      expect(units).toContain(unit);
  for (const one of demoCases) {
    expect(units).toContain(one.unit);
    for (const { by } of [one, ...(one.steps ?? [])]) expect(staff).toContain(by);
  }
});

describe('the demo’s governing documents', () => {
  test('are of several types and in every state that one meets, some with a late review', () => {
    const values = (name: 'documentType' | 'level') => new Set(demoDocuments.map(({ fields }) => fields[name]));

    expect(demoDocuments.length).toBeGreaterThanOrEqual(10);
    expect(values('documentType').size).toBeGreaterThanOrEqual(6);
    expect(values('level').size).toBe(3);
    expect(new Set(demoDocuments.map(({ reaches }) => reaches)).size).toBe(4);
    expect(demoDocuments.some(({ review }) => review < 0)).toBe(true);
  });

  test('name units, people and documents that exist', () => {
    const units = new Set(demoUnits.map(({ key }) => key));
    const staff = new Set(demoStaff.map(({ key }) => key));
    const keys = demoDocuments.map(({ key }) => key);

    expect(new Set(keys).size).toBe(keys.length);
    for (const { unit, by, owner, concerns = [], implementation = [] } of demoDocuments) {
      for (const one of [...(unit === undefined ? [] : [unit]), ...concerns, ...implementation.map(([key]) => key)])
        expect(units).toContain(one);
      for (const one of [by, owner]) expect(staff).toContain(one);
    }
    const commitments = new Set(demoCommitments.map(({ key }) => key));
    for (const [commitmentKey, documents] of Object.entries(documentsOfCommitments)) {
      expect(commitments).toContain(commitmentKey);
      for (const document of documents) expect(keys).toContain(document);
    }
  });

  test('were written in the past, act after act', () => {
    const now = new Date('2026-11-22T06:00:00Z');

    for (const { acts } of documentScripts(now)) {
      const times = acts.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
    }
  });
});

test('names, ids and keys of people are their own', () => {
  for (const field of ['key', 'id', 'name'] as const) {
    expect(new Set(demoStaff.map((one) => one[field])).size).toBe(demoStaff.length);
  }
});

test('no act of a case lies before the one it follows, or in the future', () => {
  const now = new Date('2026-11-22T06:00:00Z');

  for (const { acts } of caseScripts(now)) {
    const times = acts.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
  }
});

test('generated cases are the same each time, and the oldest has the lowest number', () => {
  expect(generatedCase(7, 100)).toEqual(generatedCase(7, 100));
  expect(generatedCase(0, 100).daysAgo).toBeGreaterThan(700);
  expect(generatedCase(99, 100).daysAgo).toBe(0);
  const texts = Array.from({ length: 200 }, (_, index) => generatedCase(index, 200).fields['whatHappened']);
  expect(new Set(texts).size).toBeGreaterThan(80);
});
