import { expect, test } from '@jest/globals';
import type { DocumentEntry } from '../../../../shared/api/document-contract.ts';
import {
  areasOf,
  documentFilterParameters,
  filterDocuments,
  noFilter,
  parseDocumentFilter,
} from '../../../../tab/pages/documents/document-filter.ts';
import type { DocumentFilter } from '../../../../tab/pages/documents/document-filter.ts';
import { aRecord } from '../render-tab.tsx';

const units = [
  { id: 'board', name: 'Nämnden', unitKind: 'board', aliases: [], active: true },
  { id: 'care', name: 'Äldreomsorg', unitKind: 'department', parentId: 'board', aliases: [], active: true },
  { id: 'ekliden', name: 'Ekliden', unitKind: 'unit', parentId: 'care', aliases: [], active: true },
  { id: 'preschool', name: 'Förskola', unitKind: 'department', parentId: 'board', aliases: [], active: true },
] as const;

function anEntry(title: string, part: Partial<DocumentEntry['record']> = {}, links = 1): DocumentEntry {
  return { record: aRecord({ id: title, kind: 'governingDocument', title, status: 'published', ...part }), links };
}

const medicine = anEntry('Rutin för läkemedel', {
  unitId: 'care',
  fields: { documentType: 'routine', area: 'Läkemedel', reviewDate: '2026-11-01', what: 'Signera direkt' },
});
const trip = anEntry('Rutin för utflykt', {
  unitId: 'preschool',
  fields: { documentType: 'routine', area: 'Barn', reviewDate: '2027-11-01' },
});
const draft = anEntry('Mall', { unitId: 'care', status: 'draft', fields: { documentType: 'template' } }, 0);
const { unitId: _, ...ofBoard } = anEntry('Policy', {
  fields: { documentType: 'policy', validTo: '2026-01-01' },
}).record;
const policy: DocumentEntry = { record: ofBoard, links: 0 };
const all = [draft, policy, medicine, trip];

const shown = (filter: Partial<DocumentFilter>, ours: readonly string[] = ['ekliden']) =>
  filterDocuments(all, { ...noFilter, ...filter }, { units, ours, today: '2026-11-25' }).map(({ record }) => record.id);

test('without a filter everything is shown in its order', () => {
  expect(shown({})).toEqual(all.map(({ record }) => record.id));
});

test('each filter keeps what it asks for', () => {
  expect(shown({ type: 'routine' })).toEqual(['Rutin för läkemedel', 'Rutin för utflykt']);
  expect(shown({ area: 'Barn' })).toEqual(['Rutin för utflykt']);
  expect(shown({ unit: 'care' })).toEqual(['Mall', 'Rutin för läkemedel']);
  expect(shown({ unit: 'board' })).toHaveLength(4);
  expect(shown({ validity: 'inPreparation' })).toEqual(['Mall']);
  expect(shown({ validity: 'ended' })).toEqual(['Policy']);
  expect(shown({ overdue: true })).toEqual(['Rutin för läkemedel']);
  expect(shown({ untagged: true })).toEqual(['Mall', 'Policy']);
});

test('what concerns us is what concerns one of our units; nobody’s unit has nothing', () => {
  expect(shown({ concernsUs: true })).toEqual(['Mall', 'Policy', 'Rutin för läkemedel']);
  expect(shown({ concernsUs: true }, [])).toEqual([]);
});

test('words are sought with a letter wrong and without dots, in the content too', () => {
  expect(shown({ text: 'lakmedel' })).toEqual(['Rutin för läkemedel']);
  expect(shown({ text: 'signera' })).toEqual(['Rutin för läkemedel']);
  expect(shown({ text: 'rymdfärd' })).toEqual([]);
});

test('the address carries the filter there and back, and nothing else', () => {
  const filter: DocumentFilter = {
    ...{ text: 'läkemedel', type: 'routine', area: 'Barn & unga', unit: 'care', validity: 'coming' },
    ...{ concernsUs: true, overdue: true, untagged: true },
  };

  expect(parseDocumentFilter(new URLSearchParams(documentFilterParameters(filter).toString()))).toEqual(filter);
  expect(documentFilterParameters(noFilter).toString()).toBe('');
  expect(parseDocumentFilter(new URLSearchParams('validity=sometimes&us=yes'))).toEqual(noFilter);
});

test('areas are those that documents have, once, by name', () => {
  expect(areasOf([...all, trip])).toEqual(['Barn', 'Läkemedel']);
});
