import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeItem } from '../../../../bot/graph/decode-item.ts';
import { encodeItem } from '../../../../bot/graph/encode-item.ts';
import { definitionOf, kindNames } from '../../../../shared/records/index.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import { anyRecordOf } from './record-arbitrary.ts';

test.each(kindNames)('a record of kind %s comes back from its columns as it was', (kind: KindName) => {
  const definition = definitionOf(kind);

  fc.assert(
    fc.property(anyRecordOf(kind), (row) => {
      const { boardId: _, kind: __, pushedRevision: ___, deleted: ____, ...record } = row;

      const decoded = decodeItem(definition, encodeItem(definition, row));

      expect(decoded).toEqual({ kind: 'item', item: record });
    }),
    { numRuns: 60 },
  );
});

test('an empty field is written as empty, so that a change also empties', () => {
  const definition = definitionOf('deviation');
  const [row] = fc.sample(anyRecordOf('deviation'), { numRuns: 1, seed: 1 });
  if (row === undefined) throw new Error('no sample');

  const columns = encodeItem(definition, { ...row, fields: {} });

  expect(columns).toMatchObject({ WhatHappened: null, CauseAreas: [], OccurredAtFrom: null, Severity: null });
});

const deviation = definitionOf('deviation');

test.each([
  ['a number as text with a decimal', { Severity: '3.0' }, { severity: 3 }],
  [
    'line ends of Windows and spaces at the end',
    { WhatHappened: 'Föll\r\ni hallen  \r\n' },
    { whatHappened: 'Föll\ni hallen' },
  ],
  ['an empty text', { Place: '' }, {}],
  ['null', { Place: null, CauseAreas: null }, {}],
  [
    'a day without milliseconds',
    { OccurredAtFrom: '2026-03-09T20:30:00Z', OccurredAtTo: '2026-03-09T21:30:00Z', OccurredAtPrecision: 'hour' },
    { occurredAt: { from: '2026-03-09T20:30:00.000Z', to: '2026-03-09T21:30:00.000Z', precision: 'hour' } },
  ],
])('%s is read in canonical form', (_, columns, fields) => {
  expect(decodeItem(deviation, columns)).toMatchObject({ kind: 'item', item: { fields } });
  expect(Object.keys((decodeItem(deviation, columns) as { item: { fields: object } }).item.fields)).toEqual(
    Object.keys(fields),
  );
});

test.each([
  ['a choice nobody defined', { Category: 'Fallolycka' }, 'Category', 'notAChoice'],
  ['a number outside its bounds', { Severity: 7 }, 'Severity', 'notANumber'],
  ['half a number', { Severity: 2.5 }, 'Severity', 'notANumber'],
  ['words where a date is', { ReportedAt: 'igår' }, 'ReportedAt', 'notADate'],
  ['half an interval', { OccurredAtFrom: '2026-03-09T20:30:00Z' }, 'OccurredAtFrom', 'incomplete'],
  ['broken JSON', { History: '[{' }, 'History', 'wrongShape'],
  ['JSON of another shape', { Comments: '[{"text":1}]' }, 'Comments', 'wrongShape'],
  ['a key that is none', { ClientKey: 'abc' }, 'ClientKey', 'wrongShape'],
  ['too long a text', { CaseReference: 'x'.repeat(61) }, 'CaseReference', 'tooLong'],
  ['yes as text', { PersonDataIncident: 'ja' }, 'PersonDataIncident', 'notYesOrNo'],
  ['a number where text is', { Place: 5 }, 'Place', 'notText'],
])('%s is a problem that names the column and no content', (_, columns, column, problem) => {
  expect(decodeItem(deviation, columns)).toEqual({ kind: 'problems', problems: [{ column, problem }] });
});
