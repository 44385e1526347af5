import { expect, test } from '@jest/globals';
import { findProcesses, withParts } from '../../../../tab/pages/processes/process-entry.ts';
import type { ProcessEntry } from '../../../../tab/pages/processes/process-entry.ts';
import { aRecord } from '../render-tab.tsx';

function anEntry(id: string, title: string, fields: ProcessEntry['record']['fields'] = {}): ProcessEntry {
  return { record: aRecord({ id, kind: 'process', title, fields }), activityCount: 0, missingRoutines: 0 };
}

const medicine = anEntry('a', 'Läkemedelshantering', { mission: 'Rätt medicin till rätt person' });
const trip = anEntry('b', 'Utflykt med barngrupp', { order: 1 });

test('a search finds every word in name, mission or effect, in any case', () => {
  expect(findProcesses([medicine, trip], 'MEDICIN rätt')).toEqual([medicine]);
  expect(findProcesses([medicine, trip], 'utflykt medicin')).toEqual([]);
});

test('what has an order comes before what has none', () => {
  expect(findProcesses([medicine, trip], '')).toEqual([trip, medicine]);
});

test('a part follows the process that it belongs to; one whose whole is not shown stands by itself', () => {
  const part = anEntry('c', 'Delegera', { parent: 'a' });
  const alone = anEntry('d', 'Bemanna', { parent: 'elsewhere' });

  const rows = withParts([part, trip, medicine, alone]);

  expect(rows.map(({ entry, depth }) => [entry.record.id, depth])).toEqual([
    ['b', 0],
    ['a', 0],
    ['c', 1],
    ['d', 0],
  ]);
});

test('processes that are part of each other are all shown, once', () => {
  const one = anEntry('x', 'X', { parent: 'y' });
  const other = anEntry('y', 'Y', { parent: 'x' });

  expect(withParts([one, other]).map(({ entry }) => entry.record.id)).toEqual(['x', 'y']);
});
