import { expect, test } from '@jest/globals';
import { daysOfRule, parseRecurrenceRule } from '../../../../shared/rules/recurrence-rule.ts';
import { isRuleUnderstood, plannedSelfChecks } from '../../../../shared/rules/self-check-schedule.ts';
import type { SelfCheckSchedule } from '../../../../shared/rules/self-check-schedule.ts';
import { isWorkingDay } from '../../../../shared/rules/working-days.ts';

const schedule = (part: SelfCheckSchedule): SelfCheckSchedule => ({ deadlineDays: 0, onDayOff: 'keep', ...part });
const opens = (part: SelfCheckSchedule, from: string, to: string) =>
  plannedSelfChecks(schedule(part), from, to).map(({ opensOn }) => opensOn);

test('every month on the 31st is the last day of shorter months, and comes back to the 31st', () => {
  expect(opens({ frequency: 'monthly', startsOn: '2028-01-31' }, '2028-01-01', '2028-05-31')).toEqual([
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
    '2028-04-30',
    '2028-05-31',
  ]);
});

test('a yearly one on leap day lies on 28 February in other years', () => {
  expect(opens({ frequency: 'year', startsOn: '2024-02-29' }, '2024-01-01', '2028-12-31')).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
});

test.each([
  ['weekly', '2026-12-28', '2026-W53'],
  ['weekly', '2027-01-04', '2027-W01'],
  ['monthly', '2026-11-02', '2026-11'],
  ['quarterly', '2026-11-02', '2026-Q4'],
  ['tertial', '2026-09-01', '2026-T3'],
  ['halfYear', '2026-07-01', '2026-H2'],
  ['year', '2026-07-01', '2026'],
  ['custom', '2026-07-01', '2026-07-01'],
] as const)('%s opening %s is of the period %s', (frequency, startsOn, period) => {
  const [first] = plannedSelfChecks(schedule({ frequency, startsOn, rule: 'FREQ=DAILY' }), startsOn, startsOn);

  expect(first?.period).toBe(period);
});

test.each([
  // Good Friday to Easter Monday 2026, Midsummer Eve 2026, and Christmas Eve to Boxing Day with the weekend after.
  ['2026-04-03', '2026-04-07', '2026-04-02'],
  ['2026-06-19', '2026-06-22', '2026-06-18'],
  ['2026-12-24', '2026-12-28', '2026-12-23'],
  ['2027-05-06', '2027-05-07', '2027-05-05'],
  ['2026-11-28', '2026-11-30', '2026-11-27'],
])('a last day on %s is moved to %s, or back to %s', (day, next, previous) => {
  const due = (onDayOff: SelfCheckSchedule['onDayOff']) =>
    plannedSelfChecks(schedule({ frequency: 'year', startsOn: day, ...(onDayOff && { onDayOff }) }), day, day)[0]
      ?.dueOn;

  expect(due('nextWorkingDay')).toBe(next);
  expect(due('previousWorkingDay')).toBe(previous);
  expect(due('keep')).toBe(day);
});

test('over twelve years every weekly one has a week of its own and a due day that is worked', () => {
  const planned = plannedSelfChecks(
    { frequency: 'weekly', startsOn: '2024-01-01', deadlineDays: 4 },
    '2024-01-01',
    '2035-12-31',
  );

  // 2024-01-01 is a Monday; there are 4383 days to the end of 2035.
  expect(planned).toHaveLength(Math.ceil(4383 / 7));
  expect(new Set(planned.map(({ period }) => period)).size).toBe(planned.length);
  expect(planned.filter(({ dueOn }) => !isWorkingDay(dueOn))).toEqual([]);
});

test('what is asked for in two halves is the same as in one piece', () => {
  const monthly = { frequency: 'monthly', startsOn: '2025-03-15', deadlineDays: 10 } as const;

  expect([
    ...plannedSelfChecks(monthly, '2025-01-01', '2026-06-14'),
    ...plannedSelfChecks(monthly, '2026-06-15', '2027-12-31'),
  ]).toEqual(plannedSelfChecks(monthly, '2025-01-01', '2027-12-31'));
});

test('nothing opens before the first time or after the last day', () => {
  expect(
    opens({ frequency: 'monthly', startsOn: '2026-03-01', endsOn: '2026-04-30' }, '2025-01-01', '2030-01-01'),
  ).toEqual(['2026-03-01', '2026-04-01']);
});

test.each([
  ['FREQ=MONTHLY;BYDAY=1MO', ['2026-02-02', '2026-03-02', '2026-04-06']],
  ['FREQ=MONTHLY;BYDAY=-1FR', ['2026-01-30', '2026-02-27', '2026-03-27']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['FREQ=MONTHLY;INTERVAL=2', ['2026-01-15', '2026-03-15', '2026-05-15']],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', ['2026-01-15', '2026-01-27', '2026-01-29']],
  ['FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1', ['2026-06-01', '2026-12-01', '2027-06-01']],
  ['FREQ=YEARLY', ['2026-01-15', '2027-01-15', '2028-01-15']],
  ['rrule:freq=daily;count=2', ['2026-01-15', '2026-01-16']],
  ['FREQ=DAILY;INTERVAL=10;UNTIL=20260205', ['2026-01-15', '2026-01-25', '2026-02-04']],
])('%s from 15 January 2026', (text, days) => {
  const rule = parseRecurrenceRule(text);

  expect(rule && daysOfRule(rule, '2026-01-15', '2029-01-01').slice(0, 3)).toEqual(days);
});

test.each([
  '',
  'varje måndag',
  'FREQ=HOURLY',
  'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=DAILY;COUNT=2;UNTIL=20260101',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=DAILY;INTERVAL=0',
])('%j is refused, not half understood', (text) => {
  expect(parseRecurrenceRule(text)).toBeUndefined();
  expect(isRuleUnderstood({ frequency: 'custom', rule: text })).toBe(false);
});
