import { describe, expect, test } from '@jest/globals';
import { caseScripts } from '../../../../bot/demo/case-scripts.ts';
import { demoCases } from '../../../../bot/demo/cases/demo-cases.ts';
import { demoCommitments } from '../../../../bot/demo/commitments/demo-commitments.ts';
import { demoStaff } from '../../../../bot/demo/demo-staff.ts';
import { demoUnits } from '../../../../bot/demo/demo-units.ts';
import { generatedCase } from '../../../../bot/demo/generated-cases.ts';
import { commitment } from '../../../../shared/records/commitment.ts';

describe('the demo’s commitments', () => {
  test('are twenty, in the order of the plan', () => {
    expect(demoCommitments.map(({ fields }) => fields.order).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test.each(demoCommitments.map((one) => [one.key, one] as const))('%s has every field filled', (_key, one) => {
    // What the script adds, and the processes, which a board links once they are mapped.
    const written = ['goal', 'year', 'resourceUse', 'decisionDate', 'participants', 'processes'];
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

test('every key that the data names exists', () => {
  const units = new Set(demoUnits.map(({ key }) => key));
  const staff = new Set(demoStaff.map(({ key }) => key));

  for (const { parent } of demoUnits) if (parent !== undefined) expect(units).toContain(parent);
  for (const { roles } of demoStaff)
    for (const { unit } of roles) if (unit !== undefined) expect(units).toContain(unit);
  for (const one of demoCases) {
    expect(units).toContain(one.unit);
    for (const { by } of [one, ...(one.steps ?? [])]) expect(staff).toContain(by);
  }
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
