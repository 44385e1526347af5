import { expect, test } from '@jest/globals';
import type { Actor } from '../../../../shared/rules/permissions.ts';
import { answerFor } from '../../../../shared/rules/record-answer.ts';
import type { ShownRecord } from '../../../../shared/rules/record-answer.ts';
import { searchTextOf, titleOf } from '../../../../shared/rules/record-title.ts';
import { createUnitTree } from '../../../../shared/rules/unit-tree.ts';

const units = createUnitTree([{ id: 'home' }]);
const actor: Actor = { personId: 'me', name: 'Me', roles: [{ role: 'employee', unitId: 'home' }] };

const deviation: ShownRecord = {
  id: 'd',
  boardId: 'b',
  kind: 'deviation',
  ref: 'AVV-2026-0001',
  unitId: 'home',
  status: 'reported',
  title: 'Fall',
  fields: {
    whatHappened: 'Hemligt',
    place: 'Rum 4',
    category: 'fall',
    severity: 2,
    learned: 'Halkskydd hjälper',
    occurredAt: { from: '2026-10-31T23:30:00.000Z', to: '2026-11-01T00:30:00.000Z', precision: 'hour' },
    messageToReporter: 'Tack',
  },
  comments: [],
  createdBy: { id: 'somebody', name: 'Somebody' },
  createdAt: '2026-11-18T09:00:00.000Z',
  modifiedBy: { id: 'somebody', name: 'Somebody' },
  modifiedAt: '2026-11-18T09:00:00.000Z',
  stateChangedAt: '2026-11-18T09:00:00.000Z',
  revision: 3,
  pushedRevision: 2,
};

test('an anonymised deviation shows the fields of the view, its month, and nothing about who or exactly when', () => {
  const answer = answerFor(deviation, 'anonymised', { actor, units, language: 'en' });

  expect(answer).toEqual({
    id: 'd',
    kind: 'deviation',
    view: 'anonymised',
    ref: 'AVV-2026-0001',
    unitId: 'home',
    status: 'reported',
    title: 'Fall',
    fields: { category: 'fall', severity: 2, learned: 'Halkskydd hjälper', occurredMonth: '2026-11' },
    createdAt: '2026-11-01T00:00:00.000Z',
    stateChangedAt: '2026-11-01T00:00:00.000Z',
    revision: 3,
    inSharePoint: false,
    reportedByMe: false,
    allowed: { edit: false, comment: false, steps: [] },
  });
});

test('an anonymised synpunkt is called by its topic, not by what sort it is', () => {
  const feedback: ShownRecord = {
    ...deviation,
    kind: 'feedback',
    title: 'Klagomål',
    fields: { feedbackKind: 'complaint', text: 'Hemligt', topic: 'food', consequence: 'Mätning', change: 'Värmevagn' },
  };

  const answer = answerFor(feedback, 'anonymised', { actor, units, language: 'sv' });

  expect(answer.title).toBe('Mat');
  expect(answer.fields).toEqual({
    topic: 'food',
    consequence: 'Mätning',
    change: 'Värmevagn',
    occurredMonth: '2026-11',
  });
});

test('status shows where a case stands and what is said to the reporter, existence only that and by whom it is handled', () => {
  const misconduct: ShownRecord = {
    ...deviation,
    kind: 'misconductCase',
    status: 'investigating',
    stateChangedAt: '2026-11-20T09:00:00.000Z',
    fields: { whatHappened: 'Hemligt', messageToReporter: 'Vi utreder' },
  };

  const status = answerFor(misconduct, 'status', { actor, units, language: 'sv' });
  const existence = answerFor(misconduct, 'existence', { actor, units, language: 'en' });

  expect(status).toMatchObject({
    status: 'investigating',
    title: 'Lex Sarah-ärende',
    fields: { messageToReporter: 'Vi utreder' },
    stateChangedAt: '2026-11-20T09:00:00.000Z',
  });
  expect(existence).toMatchObject({
    status: '',
    title: 'Suspected misconduct (lex Sarah)',
    fields: { handledBy: 'Misconduct investigator' },
    stateChangedAt: '2026-11-18T09:00:00.000Z',
  });
  expect(JSON.stringify([status, existence])).not.toMatch(/Hemligt|Somebody/);
  expect(JSON.stringify(existence)).not.toContain('2026-11-20');
});

test('a title is the first filled title field, a choice by its label, at most 255 characters', () => {
  expect(titleOf('deviation', { category: 'medication' })).toBe('Läkemedel');
  expect(titleOf('deviation', {})).toBe('Avvikelse');
  expect(titleOf('roleAssignment', { person: { id: 'a', name: 'Ali Berg' } })).toBe('Ali Berg');
  expect(titleOf('commitment', { text: `Rad ett\nrad två ${'x'.repeat(300)}` })).toMatch(/^Rad ett rad två x{238}…$/);
});

test('search looks in reference, title and texts, and never in restricted cases', () => {
  expect(searchTextOf('deviation', 'AVV-2026-0001', { whatHappened: 'Föll I Duschen', category: 'fall' })).toBe(
    'avv-2026-0001\nfall\nföll i duschen',
  );
  expect(searchTextOf('misconductCase', 'LSA-2026-0001', { whatHappened: 'Hemligt' })).toBe('');
});
