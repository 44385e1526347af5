import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSameContent, mergeContent } from '../../../../../bot/sync/merge/merge.ts';
import { mergeSet, unionById } from '../../../../../bot/sync/merge/merge-lists.ts';
import type { RecordContent } from '../../../../../bot/records/record-store.ts';
import { commitment } from '../../../../../shared/records/commitment.ts';
import { deviation } from '../../../../../shared/records/deviation.ts';
import { definitionOf, kindNames } from '../../../../../shared/records/index.ts';
import type { AnyFields } from '../../../../../shared/records/record-kind.ts';
import { anyFieldsOf } from '../../graph/record-arbitrary.ts';

const content = (fields: AnyFields, more: Partial<RecordContent> = {}): RecordContent => ({
  status: 'draft',
  fields,
  comments: [],
  ...more,
});

test('S-M1 fields that different sides changed are both kept', () => {
  const base = content({ text: 'a', targetGroup: 'b', year: 2026 });

  const merged = mergeContent(
    commitment,
    base,
    content({ ...base.fields, text: 'A' }),
    content({ ...base.fields, year: 2027 }),
  );

  expect(merged).toEqual({ content: content({ text: 'A', targetGroup: 'b', year: 2027 }), conflicts: [] });
});

test('S-M2 fields of one group merge together: half an assessment is never mixed with another', () => {
  const base = content({ severity: 2, likelihood: 2 }, { status: 'assessed' });
  const ours = content({ severity: 3, likelihood: 2 }, { status: 'assessed' });
  const theirs = content({ severity: 2, likelihood: 4 }, { status: 'assessed' });

  const merged = mergeContent(deviation, base, ours, theirs);

  expect(merged.content.fields).toEqual({ severity: 2, likelihood: 4 });
  expect(merged.conflicts).toEqual([
    { group: 'assessment', ours: { severity: 3, likelihood: 2 }, theirs: { severity: 2, likelihood: 4 } },
  ]);
});

test('S-M4 a status merges together with the fields of its step', () => {
  const base = content({ whatHappened: 'x' }, { status: 'acknowledged' });
  const ours = content({ whatHappened: 'x', severity: 2, likelihood: 1 }, { status: 'assessed' });
  const theirs = content({ whatHappened: 'x', category: 'fall', severity: 4, likelihood: 4 }, { status: 'assessed' });

  const merged = mergeContent(deviation, base, ours, theirs);

  expect(merged.content).toEqual(theirs);
  expect(merged.conflicts).toMatchObject([
    { group: 'status', ours: { status: 'assessed', severity: 2, likelihood: 1 } },
  ]);
});

test('S-M4 two different steps: SharePoint’s stands, and ours is kept whole', () => {
  const base = content({}, { status: 'reported' });
  const ours = content({ messageToReporter: 'Tack' }, { status: 'acknowledged' });
  const theirs = content({}, { status: 'rejected' });

  const merged = mergeContent(deviation, base, ours, theirs);

  expect(merged.content.status).toBe('rejected');
  expect(merged.content.fields).toEqual({});
  expect(merged.conflicts).toEqual([
    { group: 'status', ours: { status: 'acknowledged', messageToReporter: 'Tack' }, theirs: { status: 'rejected' } },
  ]);
});

test('S-M5 what ours changed after SharePoint’s side closed the record is a conflict', () => {
  const base = content({ text: 'a' }, { status: 'submitted' });
  const ours = content({ text: 'a', workingMethod: 'Vi ringer' }, { status: 'submitted' });
  const theirs = content({ text: 'a' }, { status: 'credibilityReviewed' });

  const merged = mergeContent(commitment, base, ours, theirs);

  expect(merged.content).toEqual(theirs);
  expect(merged.conflicts).toEqual([{ group: 'workingMethod', ours: { workingMethod: 'Vi ringer' }, theirs: {} }]);
});

const row = (id: string, plan: string) => ({ id, resourceKind: 'competence', plan });

test('S-M6 rows merge by their id', () => {
  const base = content({ resourceUse: [row('1', 'a'), row('2', 'b'), row('3', 'c')] });
  const ours = content({ resourceUse: [row('1', 'A'), row('2', 'b'), row('4', 'ny')] });
  const theirs = content({ resourceUse: [row('1', 'a'), row('2', 'B'), row('3', 'c'), row('5', 'mer')] });

  const merged = mergeContent(commitment, base, ours, theirs);

  expect(merged.content.fields['resourceUse']).toEqual([row('1', 'A'), row('2', 'B'), row('5', 'mer'), row('4', 'ny')]);
  expect(merged.conflicts).toEqual([]);
});

test('S-M6 the same row changed on both sides, or changed here and removed there, is a conflict of that row', () => {
  const base = content({ resourceUse: [row('1', 'a'), row('2', 'b')] });
  const ours = content({ resourceUse: [row('1', 'vår'), row('2', 'vår')] });
  const theirs = content({ resourceUse: [row('1', 'deras')] });

  const merged = mergeContent(commitment, base, ours, theirs);

  expect(merged.content.fields['resourceUse']).toEqual([row('1', 'deras')]);
  expect(merged.conflicts.map(({ group, ours: our }) => [group, our['resourceUse']])).toEqual([
    ['resourceUse[1]', [row('1', 'vår')]],
    ['resourceUse[2]', [row('2', 'vår')]],
  ]);
});

test('S-M7 people, words and choices merge one by one', () => {
  expect(mergeSet(['a', 'b'], ['a', 'b', 'c'], ['b', 'd'])).toEqual(['b', 'd', 'c']);
  expect(mergeSet(['a', 'b'], ['a'], ['a', 'b'])).toEqual(['a']);
});

test('S-M8 comments of both sides are kept, nothing twice, and an answer is not lost', () => {
  const by = { id: 'a', name: 'A' };
  const comment = (id: string, at: string) => ({ id, at, by, kind: 'comment' as const, text: id });
  const answered = { ...comment('1', '2026-01-01'), answer: { by, at: '2026-02-01', outcome: 'taken' as const } };

  const union = unionById(
    [comment('1', '2026-01-01'), comment('3', '2026-01-03')],
    [answered, comment('2', '2026-01-02')],
  );

  expect(union).toEqual([answered, comment('2', '2026-01-02'), comment('3', '2026-01-03')]);
});

test('S-M9 line ends, spaces at the end, order of choices and parts of a second are no difference', () => {
  const ours = content({ text: 'a\nb', qualityChecks: ['clear', 'withinEconomy'], order: 3 });
  const theirs = content({ text: 'a\r\nb  ', qualityChecks: ['withinEconomy', 'clear'], order: 3.0 });

  expect(isSameContent(commitment, ours, theirs)).toBe(true);
  expect(mergeContent(commitment, content({}), ours, theirs).conflicts).toEqual([]);
});

const texts = (value: unknown): string[] => {
  // SharePoint keeps instants to the second.
  if (typeof value === 'string') return [value.replace(/^(\d{4}-\d\d-\d\dT[\d:]{8})\.\d+Z$/, '$1Z').trimEnd()];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
};

test.each(kindNames)(
  'S-M10 no text that a side of %s wrote disappears: it is merged in or kept in a conflict',
  (kind) => {
    const definition = definitionOf(kind);
    const states = Object.keys(definition.states);
    const side = fc.record({
      fields: anyFieldsOf(kind),
      status: fc.constantFrom(...states),
      comments: fc.constant([]),
    });

    fc.assert(
      fc.property(side, side, side, (base, ours, theirs) => {
        const { content: merged, conflicts } = mergeContent(definition, base, ours, theirs);

        const kept = new Set(texts([merged.fields, conflicts]));
        const before = new Set(texts(base.fields));
        const removedByThem = new Set(
          Object.entries(base.fields).flatMap(([name, value]) =>
            theirs.fields[name] === undefined ? texts(value) : [],
          ),
        );
        const lost = texts(ours.fields).filter(
          (text) => !kept.has(text) && !before.has(text) && !removedByThem.has(text),
        );
        const lostOfTheirs = texts(theirs.fields).filter((text) => !kept.has(text) && !before.has(text));
        expect([lost, lostOfTheirs]).toEqual([[], []]);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(kindNames)('S-M11 a side of %s that changed nothing takes what the other has, without a conflict', (kind) => {
  const definition = definitionOf(kind);
  const side = fc.record({
    fields: anyFieldsOf(kind),
    status: fc.constantFrom(...Object.keys(definition.states)),
    comments: fc.constant([]),
  });

  fc.assert(
    fc.property(side, side, (base, changed) => {
      const fromThem = mergeContent(definition, base, base, changed);
      const fromUs = mergeContent(definition, base, changed, base);

      expect(fromThem.conflicts).toEqual([]);
      expect(fromUs.conflicts).toEqual([]);
      expect(isSameContent(definition, fromThem.content, changed)).toBe(true);
      expect(isSameContent(definition, fromUs.content, changed)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('S-M8 history that meets stays in the order of revisions, though a change in SharePoint carries an earlier time', () => {
  const entry = (id: string, revision: number, at: string) => ({ id, revision, at });
  const [made, step, outside] = [entry('a', 1, '2026-03-01'), entry('b', 2, '2026-03-03'), entry('c', 3, '2026-03-02')];

  expect(unionById([made, step, outside], [made, step])).toEqual([made, step, outside]);
});
