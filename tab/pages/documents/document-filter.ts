import type { DocumentEntry } from '../../../shared/api/document-contract.ts';
import type { UnitAnswer } from '../../../shared/api/contract.ts';
import { rankByWords, soughtWords } from '../../../shared/intake/rank-by-words.ts';
import {
  concernsUnit,
  documentValidities,
  isReviewOverdue,
  validityOf,
} from '../../../shared/rules/document-validity.ts';
import type { DocumentValidity } from '../../../shared/rules/document-validity.ts';
import { createUnitTree } from '../../../shared/rules/unit-tree.ts';

/** What the register shows. It lives in the address, so that a list can be linked to and the back button works. */
export interface DocumentFilter {
  readonly text: string;
  /** Empty for all. */
  readonly type: string;
  readonly area: string;
  /** The unit and all below it. */
  readonly unit: string;
  readonly validity: DocumentValidity | '';
  readonly concernsUs: boolean;
  readonly overdue: boolean;
  readonly untagged: boolean;
}

export const noFilter: DocumentFilter = {
  text: '',
  type: '',
  area: '',
  unit: '',
  validity: '',
  concernsUs: false,
  overdue: false,
  untagged: false,
};

/** Reads the address; anything that is no filter of ours is left out. */
export function parseDocumentFilter(parameters: URLSearchParams): DocumentFilter {
  const text = (name: string, longest: number): string => (parameters.get(name) ?? '').slice(0, longest);
  const is = (name: string): boolean => parameters.get(name) === '1';
  return {
    text: text('q', 200),
    type: text('type', 40),
    area: text('area', 100),
    unit: text('unit', 64),
    validity: documentValidities.find((one) => one === parameters.get('validity')) ?? '',
    concernsUs: is('us'),
    overdue: is('overdue'),
    untagged: is('untagged'),
  };
}

/** The address of the register; what is as usual is left out. */
export function documentFilterParameters(filter: DocumentFilter): URLSearchParams {
  const values = {
    q: filter.text,
    type: filter.type,
    area: filter.area,
    unit: filter.unit,
    validity: filter.validity,
    us: filter.concernsUs ? '1' : '',
    overdue: filter.overdue ? '1' : '',
    untagged: filter.untagged ? '1' : '',
  };
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
}

interface FilterGround {
  readonly units: readonly UnitAnswer[];
  /** The units that the reader works in or leads; none: nothing is "ours". */
  readonly ours: readonly string[];
  /** `yyyy-MM-dd` in Stockholm. */
  readonly today: string;
}

/** The entries that pass; with words in the filter the best hits come first. */
export function filterDocuments(
  entries: readonly DocumentEntry[],
  filter: DocumentFilter,
  { units, ours, today }: FilterGround,
): readonly DocumentEntry[] {
  const tree = createUnitTree(units);
  const passing = entries.filter(({ record, links }) => {
    const { fields, unitId } = record;
    return (
      (filter.type === '' || fields['documentType'] === filter.type) &&
      (filter.area === '' || fields['area'] === filter.area) &&
      (filter.unit === '' ||
        filter.unit === tree.rootId ||
        (unitId !== undefined && tree.isWithin(unitId, filter.unit))) &&
      (filter.validity === '' || validityOf(record, today) === filter.validity) &&
      (!filter.overdue || isReviewOverdue(record, today)) &&
      (!filter.untagged || links === 0) &&
      (!filter.concernsUs || ours.some((unit) => concernsUnit(record, unit, tree)))
    );
  });
  if (soughtWords(filter.text, new Set()).length === 0) return passing;
  return rankByWords(passing, filter.text, ({ record: { title, fields } }) => ({
    name: title,
    others: ['area', 'what', 'who', 'how', 'diaryNumber']
      .map((name) => fields[name])
      .filter((value) => typeof value === 'string'),
  })).map(({ item }) => item);
}

/** The areas that documents have, by name. */
export function areasOf(entries: readonly DocumentEntry[]): readonly string[] {
  const areas = entries.flatMap(({ record }) =>
    typeof record.fields['area'] === 'string' ? [record.fields['area']] : [],
  );
  return [...new Set(areas)].toSorted((one, other) => one.localeCompare(other, 'sv'));
}
