import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { definitionOf, kindNames } from '../../../../shared/records/index.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import { missingFields, validateFields } from '../../../../shared/rules/validate-fields.ts';
import { problems as english } from '../../../../shared/text/en/problems.ts';
import { problems as swedish } from '../../../../shared/text/sv/problems.ts';

const now = new Date('2026-11-18T09:00:00.000Z');

function read(kind: KindName, input: Record<string, unknown>, more: { bySystem?: boolean } = {}) {
  return validateFields(definitionOf(kind), input, { language: 'sv', now, ...more });
}

function problemOf(kind: KindName, field: string, value: unknown): string | undefined {
  return read(kind, { [field]: value }).problems[0]?.problem;
}

const yesterday = '2026-11-17T20:00:00.000Z';

test.each<[KindName, string, unknown, string]>([
  ['deviation', 'nonsense', 'x', 'unknownField'],
  ['deviation', 'constructor', 'x', 'unknownField'],
  ['deviation', '__proto__', 'x', 'unknownField'],
  ['deviation', 'rejectionReason', 'x', 'setBySystem'],
  ['deviation', 'whatHappened', 'x'.repeat(10_001), 'tooLong'],
  ['deviation', 'place', 'x'.repeat(256), 'tooLong'],
  ['deviation', 'place', { text: 'x' }, 'wrongShape'],
  ['deviation', 'category', 'toString', 'notAChoice'],
  ['deviation', 'category', ['fall'], 'notAChoice'],
  ['deviation', 'causeAreas', ['routine', 'nonsense'], 'notAChoice'],
  ['deviation', 'causeAreas', 'routine', 'wrongShape'],
  ['deviation', 'severity', 'mycket', 'notANumber'],
  ['deviation', 'severity', Number.NaN, 'notANumber'],
  ['deviation', 'severity', 2.5, 'notANumber'],
  ['deviation', 'severity', 0, 'tooSmall'],
  ['deviation', 'severity', 5, 'tooLarge'],
  ['deviation', 'personDataIncident', 'kanske', 'wrongShape'],
  ['deviation', 'occurredAt', 'igår', 'notADate'],
  ['deviation', 'occurredAt', { from: yesterday, to: '2026-11-16T20:00:00Z', precision: 'hour' }, 'notADate'],
  ['deviation', 'occurredAt', { from: yesterday, to: yesterday, precision: 'decade' }, 'notADate'],
  [
    'deviation',
    'occurredAt',
    { from: '2026-11-18T09:06:00Z', to: '2026-11-18T10:00:00Z', precision: 'hour' },
    'inTheFuture',
  ],
  ['feedback', 'confirmedAt', '2026-11-19T09:00:00.000Z', 'inTheFuture'],
  ['feedback', 'confirmedAt', '19/11', 'notADate'],
  ['feedback', 'responsible', { name: 'Utan id' }, 'wrongShape'],
  ['feedback', 'responsible', { id: 'a\u0000b', name: 'Nolla' }, 'wrongShape'],
  ['commitment', 'decisionDate', '2026-02-30', 'notADate'],
  ['commitment', 'goal', 'not-an-id', 'noSuchRecord'],
  ['commitment', 'participants', [], 'setBySystem'],
  ['commitment', 'resourceUse', 'pengar', 'wrongShape'],
  ['commitment', 'resourceUse', [{ plan: 'utan id' }], 'wrongShape'],
  ['commitment', 'resourceUse', [{ id: 'a' }], 'required'],
  ['commitment', 'resourceUse', [{ id: 'a', resourceKind: 'luft' }], 'notAChoice'],
  ['commitment', 'resourceUse', [{ id: 'a', resourceKind: 'energy', price: 3 }], 'unknownField'],
  ['organisationalUnit', 'aliases', ['x'.repeat(256)], 'tooLong'],
])('%s.%s refuses %j: %s', (kind, field, value, problem) => {
  expect(problemOf(kind, field, value)).toBe(problem);
});

test.each<[KindName, string, unknown, unknown]>([
  ['deviation', 'place', ' rum\n4 ', 'rum 4'],
  ['deviation', 'severity', '3', 3],
  ['deviation', 'severity', '', null],
  ['expectedResult', 'target', '-2,5', -2.5],
  ['deviation', 'personDataIncident', 'false', false],
  ['deviation', 'causeAreas', ['routine', 'communication', 'routine'], ['communication', 'routine']],
  ['deviation', 'causeAreas', [], null],
  ['deviation', 'whatHappened', null, null],
  ['deviation', 'whatHappened', ' \n ', null],
  [
    'deviation',
    'occurredAt',
    { from: '2026-11-18T00:00:00+01:00', to: '2026-11-18T23:59:59.999+01:00', precision: 'day' },
    { from: '2026-11-17T23:00:00.000Z', to: '2026-11-18T22:59:59.999Z', precision: 'day' },
  ],
  ['feedback', 'confirmedAt', '2026-11-18T10:00:00+01:00', '2026-11-18T09:00:00.000Z'],
  ['feedback', 'responsible', { id: 'a', name: ' Ali ', admin: true }, { id: 'a', name: 'Ali' }],
  [
    'misconductCase',
    'implicatedPersons',
    [
      { id: 'a', name: 'A' },
      { id: 'a', name: 'A' },
    ],
    [{ id: 'a', name: 'A' }],
  ],
  ['commitment', 'goal', '0B6D0B8E-5C1E-4B0A-9F65-0D3C9A5D2A11', '0b6d0b8e-5c1e-4b0a-9f65-0d3c9a5d2a11'],
  [
    'commitment',
    'resourceUse',
    [{ id: 'r1', resourceKind: 'energy', plan: '' }],
    [{ id: 'r1', resourceKind: 'energy' }],
  ],
  ['organisationalUnit', 'aliases', ['vobo ', '', 'vobo'], ['vobo']],
])('%s.%s reads %j as %j', (kind, field, value, expected) => {
  const { fields, problems } = read(kind, { [field]: value });

  expect(problems).toEqual([]);
  expect(fields).toEqual({ [field]: expected });
});

test('two rows with one id are one too many, and the problem names the row', () => {
  const rows = [
    { id: 'a', resourceKind: 'energy' },
    { id: 'a', resourceKind: 'material' },
  ];

  expect(read('commitment', { resourceUse: rows }).problems).toEqual([
    { field: 'resourceUse', row: 'a', problem: 'wrongShape', text: swedish.wrongShape },
  ]);
});

test('the system sets what a surface may not', () => {
  expect(read('deviation', { source: 'selfCheck' }, { bySystem: true })).toEqual({
    fields: { source: 'selfCheck' },
    problems: [],
  });
});

test('a problem says what to do, in the language of the reader, with its limit', () => {
  const input = { severity: 9 };
  const definition = definitionOf('deviation');

  const [svenska] = validateFields(definition, input, { language: 'sv', now }).problems;
  const [inEnglish] = validateFields(definition, input, { language: 'en', now }).problems;

  expect(svenska?.text).toBe('Talet är för stort. Högst 4.');
  expect(inEnglish?.text).toBe('The number is too large. At most 4.');
});

test('what must be filled in depends on the state', () => {
  const deviation = definitionOf('deviation');
  const named = (status: string) =>
    missingFields(deviation, status, { whatHappened: 'Fall' }, { language: 'sv' }).map(({ field }) => field);

  expect(named('draft')).toEqual([]);
  expect(named('reported')).toEqual([]);
  expect(named('assessed')).toEqual(['category', 'severity', 'likelihood']);
  expect(named('closed')).toEqual([
    'category',
    'severity',
    'likelihood',
    'plannedAction',
    'effectResult',
    'messageToReporter',
  ]);
  expect(missingFields(deviation, 'closed', {}, { language: 'sv', among: new Set(['category', 'place']) })).toEqual([
    { field: 'category', problem: 'required', text: swedish.required },
  ]);
});

test('no input whatever makes the reading throw, and every problem has its words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kindNames), fc.anything({ withDate: true }), fc.nat(40), (kind, value, at) => {
      const names = Object.keys(definitionOf(kind).fields);
      const name = names[at % names.length] ?? 'nothing';

      const { problems, fields } = read(kind, { [name]: value }, { bySystem: true });

      expect(problems.every(({ text }) => text !== '' && !text.includes('{{'))).toBe(true);
      expect(problems.length > 0 || name in fields).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('what was read once is read the same again', () => {
  const fields = {
    whatHappened: '  Fall\r\ni duschen ',
    occurredAt: { from: yesterday, to: yesterday, precision: 'minute' },
    severity: '2',
    causeAreas: ['routine'],
  };

  const once = read('deviation', fields).fields;

  expect(read('deviation', once).fields).toEqual(once);
});

test('every text exists in both languages', () => {
  expect(Object.keys(english)).toEqual(Object.keys(swedish));
});
