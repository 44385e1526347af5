import { expect, test } from '@jest/globals';
import type { IntakeReadAnswer } from '../../../../shared/api/contract.ts';
import { recordKinds } from '../../../../shared/records/index.ts';
import {
  asKind,
  emptyReport,
  fieldsOfReport,
  parseReportDraft,
  reportForms,
  reportFromReading,
} from '../../../../tab/pages/report/report-state.ts';

const occurredAt = { from: '2026-11-21T20:30:00.000Z', to: '2026-11-21T20:30:00.000Z', precision: 'minute' } as const;

function reading(part: Partial<IntakeReadAnswer>): IntakeReadAnswer {
  return { kind: 'deviation', containsPersonnummer: false, maskedText: 'fall på Ekliden', ...part };
}

test('a deviation fills words, time, category and the severity as the reporter sees it', () => {
  const state = reportFromReading(
    emptyReport('r1', 'home'),
    reading({ unit: 'ekliden', when: 'igår kväll', occurredAt, category: 'fall', severity: 1 }),
  );

  expect(state).toMatchObject({ kind: 'deviation', unitId: 'ekliden' });
  expect(fieldsOfReport(state)).toEqual({
    whatHappened: 'fall på Ekliden',
    whenText: 'igår kväll',
    occurredAt,
    category: 'fall',
    reporterSeverity: 1,
  });
});

test('a complaint becomes feedback of that kind, with its topic', () => {
  const state = reportFromReading(
    emptyReport('r1', 'home'),
    reading({ kind: 'complaint', category: 'food', maskedText: 'maten är kall', severity: 2 }),
  );

  expect(state.unitId).toBe('home');
  expect(fieldsOfReport(state)).toEqual({ feedbackKind: 'complaint', text: 'maten är kall', topic: 'food' });
});

test.each(['question', 'unknown', 'emergency'] as const)('a sentence read as %s opens the deviation form', (kind) => {
  expect(reportFromReading(emptyReport('r1', ''), reading({ kind })).kind).toBe('deviation');
});

test('another kind takes the words along and sends no field of the first', () => {
  const state = reportFromReading(emptyReport('r1', 'u'), reading({ category: 'fall', severity: 1 }));

  const changed = asKind(state, 'feedback');

  expect(fieldsOfReport(changed)).toEqual({ text: 'fall på Ekliden' });
});

test('a draft comes back as it was, and a strange one not at all', () => {
  const body = { kind: 'feedback', unitId: 'u', values: { text: 'x' } };

  expect(parseReportDraft(body, 'r1')).toEqual({ id: 'r1', ...body });
  expect(parseReportDraft({ kind: 'misconductCase', values: {} }, 'r1')).toBeUndefined();
  expect(parseReportDraft({ kind: 'feedback', values: 'x' }, 'r1')).toBeUndefined();
});

test('every field of the forms is a field of its kind that a surface may set', () => {
  for (const [kind, form] of Object.entries(reportForms)) {
    const fields: Readonly<Record<string, object>> = recordKinds[kind as keyof typeof reportForms].fields;
    for (const name of form.names) {
      expect(fields).toHaveProperty(name);
      expect(fields[name]).not.toHaveProperty('setBySystem');
    }
  }
});
