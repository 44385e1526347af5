import { describe, expect, test } from '@jest/globals';
import { concernsUnit, isReviewOverdue, validityOf } from '../../../../shared/rules/document-validity.ts';
import { createUnitTree } from '../../../../shared/rules/unit-tree.ts';

const today = '2026-11-25';
const document = (status: string, fields: Readonly<Record<string, string>> = {}) => ({ status, fields });

test.each([
  ['draft', {}, 'inPreparation'],
  ['inReview', {}, 'inPreparation'],
  ['published', {}, 'inForce'],
  ['published', { validFrom: today, validTo: today }, 'inForce'],
  ['needsReview', { validFrom: '2026-01-01' }, 'inForce'],
  ['published', { validFrom: '2026-11-26' }, 'coming'],
  ['published', { validTo: '2026-11-24' }, 'ended'],
  ['superseded', { validFrom: '2026-01-01' }, 'ended'],
])('%s with %j is %s', (status, fields, validity) => {
  expect(validityOf(document(status, fields), today)).toBe(validity);
});

test('a review is late the day after its day, while the document holds', () => {
  expect(isReviewOverdue(document('published', { reviewDate: '2026-11-24' }), today)).toBe(true);
  expect(isReviewOverdue(document('published', { reviewDate: today }), today)).toBe(false);
  expect(isReviewOverdue(document('draft', { reviewDate: '2026-11-24' }), today)).toBe(false);
  expect(isReviewOverdue(document('published', { reviewDate: '2026-11-24', validTo: '2026-11-01' }), today)).toBe(
    false,
  );
});

describe('a document concerns', () => {
  const tree = createUnitTree([
    { id: 'board', unitKind: 'board' },
    { id: 'care', parentId: 'board' },
    { id: 'ekliden', parentId: 'care' },
    { id: 'preschool', parentId: 'board' },
  ]);

  test('the units it names and those below them', () => {
    const named = { status: 'published', fields: { concernsUnits: ['care'] } };

    expect(concernsUnit(named, 'ekliden', tree)).toBe(true);
    expect(concernsUnit(named, 'preschool', tree)).toBe(false);
  });

  test('everybody below the unit it belongs to when it names none, or the whole board', () => {
    expect(concernsUnit({ status: 'published', unitId: 'care', fields: {} }, 'ekliden', tree)).toBe(true);
    expect(concernsUnit({ status: 'published', unitId: 'care', fields: {} }, 'preschool', tree)).toBe(false);
    expect(concernsUnit({ status: 'published', fields: {} }, 'preschool', tree)).toBe(true);
  });
});
