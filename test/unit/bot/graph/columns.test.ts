import { expect, test } from '@jest/globals';
import { columnName, columnsOf, indexLimit } from '../../../../bot/graph/columns.ts';
import { encodeItem } from '../../../../bot/graph/encode-item.ts';
import { definitionOf, kindNames } from '../../../../shared/records/index.ts';
import fc from 'fast-check';
import { anyRecordOf } from './record-arbitrary.ts';

test.each(kindNames)('the columns of %s keep to the rules of SharePoint', (kind) => {
  const columns = columnsOf(definitionOf(kind));

  const names = columns.map((column) => column.name);
  const displayNames = columns.map((column) => column.displayName.toLowerCase());
  expect(names.filter((name) => !/^[A-Z][A-Za-z0-9]{1,31}$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(new Set(displayNames).size).toBe(names.length);
  expect(columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(indexLimit);
  expect(columns.filter((column) => column.enforceUniqueValues && !column.indexed)).toEqual([]);
});

test.each(kindNames)('what a record of %s is written to is exactly its columns', (kind) => {
  const definition = definitionOf(kind);
  const [row] = fc.sample(anyRecordOf(kind), { numRuns: 1, seed: 7 });
  if (row === undefined) throw new Error('no sample');

  const written = Object.keys(encodeItem(definition, row)).toSorted();

  expect(written).toEqual([...columnsOf(definition).map((column) => column.name), 'Title'].toSorted());
});

test('the key is unique and indexed, and so is the reference of a kind that has one', () => {
  const unique = (kind: 'deviation' | 'goal') =>
    columnsOf(definitionOf(kind))
      .filter((column) => column.enforceUniqueValues)
      .map((column) => column.name);

  expect(unique('deviation')).toEqual(['ClientKey', 'Ref']);
  expect(unique('goal')).toEqual(['ClientKey']);
});

test('choices hold codes, and a field of several choices is a multi-choice', () => {
  const columns = columnsOf(definitionOf('deviation'));

  expect(columns.find((column) => column.name === 'CauseAreas')?.facet).toMatchObject({
    choice: { displayAs: 'checkBoxes', choices: expect.arrayContaining(['routine']) },
  });
  expect(columns.find((column) => column.name === 'Category')).toMatchObject({
    displayName: 'Kategori',
    indexed: true,
  });
});

test('a field named like a built-in column gets a name of its own', () => {
  expect(columnName('order')).toBe('OrderField');
  expect(columnName('whatHappened')).toBe('WhatHappened');
});
