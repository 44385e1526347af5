import { describe, expect, test } from '@jest/globals';
import type { UnitAnswer } from '../../../../shared/api/contract.ts';
import { ownersFor } from '../../../../tab/pages/self-check-definition/owner-select.tsx';
import { asAsked, newQuestion, partsOf, withPart } from '../../../../tab/pages/self-check-definition/question-row.ts';
import { scheduleNames, scheduleRequest } from '../../../../tab/pages/self-check-definition/schedule-request.ts';

describe('a question that is being written', () => {
  test('asks only for what its kind of answer has use for', () => {
    expect(partsOf({ id: 'q', answerKind: 'yesNo' }).map(([part]) => part)).toContain('failsOn');
    expect(partsOf({ id: 'q', answerKind: 'number' }).map(([part]) => part)).toEqual([
      ...['text', 'answerKind', 'required', 'requirement'],
      ...['minimum', 'maximum'],
    ]);
    expect(partsOf({ id: 'q' }).map(([part]) => part)).toHaveLength(4);
  });

  test('loses what its new kind of answer has no use for, and keeps the rest', () => {
    const changed = withPart({ ...newQuestion('q'), text: 'Rent?' }, 'answerKind', 'scale');

    expect(changed).toEqual({ id: 'q', text: 'Rent?', answerKind: 'scale', required: true });
  });

  test('is shown with a stand-in for its words, and without bounds that are half typed', () => {
    expect(asAsked({ id: 'q', answerKind: 'number', minimum: '2,', maximum: 8 }, 'Fråga 1')).toEqual({
      id: 'q',
      text: 'Fråga 1',
      answerKind: 'number',
      required: false,
      maximum: 8,
    });
  });
});

describe('a schedule that is being written', () => {
  const whole = { frequency: 'monthly', startsOn: '2026-12-01', deadlineDays: 14 };

  test('is reckoned with once it says enough', () => {
    expect(scheduleRequest(whole)).toEqual(whole);
    expect(scheduleRequest({ ...whole, endsOn: '2027-06-30', onDayOff: 'keep', rule: 'FREQ=DAILY' })).toEqual({
      ...whole,
      endsOn: '2027-06-30',
      onDayOff: 'keep',
    });
  });

  test.each([
    ['frequency', undefined],
    ['startsOn', '2026-1'],
    ['deadlineDays', '1,'],
    ['deadlineDays', 181],
    ['frequency', 'custom'],
  ])('is not reckoned with while %s is %p', (name, value) => {
    expect(scheduleRequest({ ...whole, [name]: value })).toBeUndefined();
  });

  test('asks for a rule only where the frequency is a rule of its own', () => {
    expect(scheduleNames({ frequency: 'custom' })).toContain('rule');
    expect(scheduleNames({ frequency: 'weekly' })).not.toContain('rule');
    expect(scheduleRequest({ ...whole, frequency: 'custom', rule: 'FREQ=DAILY' })).toMatchObject({
      rule: 'FREQ=DAILY',
    });
  });
});

describe('a new self-check', () => {
  const units: readonly UnitAnswer[] = [
    { id: 'board', name: 'Nämnden', unitKind: 'board', aliases: [], active: true },
    { id: 'ekliden', name: 'Ekliden', unitKind: 'unit', aliases: [], active: true },
    { id: 'vinkeln', name: 'Vinkeln', unitKind: 'unit', aliases: [], active: true },
    { id: 'stangd', name: 'Stängd', unitKind: 'unit', aliases: [], active: false },
  ];

  test('belongs to a unit that its maker leads, or to whatever a coordinator chooses', () => {
    expect(ownersFor({ roles: [{ role: 'unitManager', unitId: 'vinkeln' }] }, units)).toEqual(['vinkeln']);
    expect(ownersFor({ roles: [{ role: 'qualityCoordinator' }] }, units)).toEqual(['', 'ekliden', 'vinkeln']);
    expect(ownersFor({ roles: [{ role: 'employee', unitId: 'ekliden' }] }, units)).toEqual([]);
  });
});
