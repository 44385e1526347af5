import { expect, test } from '@jest/globals';
import {
  formatPlanFilter,
  isNarrowed,
  matchesPlanFilter,
  parsePlanFilter,
  withoutNarrowing,
} from '../../../../tab/pages/commitments/plan-filter.ts';
import { answer } from './plan-records.ts';

const wordsOf = (): string => 'Vi förebygger fall Ekliden';
const falls = answer('commitment', 'falls', { unitId: 'ekliden', status: 'submitted', fields: { goal: 'n3' } });

test('An empty address shows this year as a tree with nothing left out', () => {
  const filter = parsePlanFilter(new URLSearchParams(), 2026);

  expect(filter).toMatchObject({ year: 2026, view: 'tree', text: '', mine: false });
  expect(isNarrowed(filter)).toBe(false);
});

test('An address that was copied shows the same thing again', () => {
  const address = 'ar=2027&visa=tabell&enhet=ekliden&status=draft&mal=n2&sok=fall&min=1&sortera=-status';

  const filter = parsePlanFilter(new URLSearchParams(address), 2026);

  expect(formatPlanFilter(filter, 2026).toString()).toBe(address);
  expect(isNarrowed(filter)).toBe(true);
  expect(isNarrowed(withoutNarrowing(filter))).toBe(false);
});

test('What is not understood in an address is left out', () => {
  const filter = parsePlanFilter(new URLSearchParams('ar=nu&visa=karta&status=klar&sortera=-pris'), 2026);

  expect(filter).toMatchObject({
    year: 2026,
    view: 'tree',
    sort: { column: 'goal', descending: false },
  });
  expect(filter.status).toBeUndefined();
});

test.each([
  ['sok=FALL+ekliden', true],
  ['sok=fall+björkbacka', false],
  ['status=submitted', true],
  ['status=adopted', false],
])('With %s the commitment is shown: %s', (address, shown) => {
  const filter = parsePlanFilter(new URLSearchParams(address), 2026);

  expect(matchesPlanFilter(falls, filter, { wordsOf })).toBe(shown);
});

test('A unit and a goal limit by their scopes, with all that lies below', () => {
  const filter = parsePlanFilter(new URLSearchParams(), 2026);
  const ofUnits = (...ids: string[]): boolean => matchesPlanFilter(falls, filter, { wordsOf, unitScope: new Set(ids) });
  const ofGoals = (...ids: string[]): boolean => matchesPlanFilter(falls, filter, { wordsOf, goalScope: new Set(ids) });

  expect([ofUnits('äldre', 'ekliden'), ofUnits('solrosen')]).toEqual([true, false]);
  expect([ofGoals('n3'), ofGoals('n2')]).toEqual([true, false]);
});
