import type { RecordQuery } from '../../../shared/api/contract.ts';
import type { KindName } from '../../../shared/records/index.ts';

/** The kinds that are cases, in the order of the page's switch. */
export const caseKinds = ['deviation', 'feedback', 'misconductCase'] as const satisfies readonly KindName[];
export type CaseKind = (typeof caseKinds)[number];

/** The indexed field that a kind is sorted into subjects by. */
export const subjectFields = { deviation: 'category', feedback: 'topic', misconductCase: undefined } as const;

export const sortFields = ['createdAt', 'ref', 'title', 'unit', 'status'] as const;
export type SortField = (typeof sortFields)[number];

export const rowsPerPage = 50;

/** What the list shows. It lives in the address, so that a list can be linked to and the back button works. */
export interface CaseFilter {
  readonly kind: CaseKind;
  readonly view: 'list' | 'statistics';
  readonly text: string;
  /** The unit and all below it. */
  readonly unit: string;
  /** A state of the kind, `open` for every state that is not closed, or empty for all. */
  readonly status: string;
  readonly subject: string;
  /** ISO days, inclusive; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly mine: boolean;
  readonly sort: SortField;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

const noFilter: CaseFilter = {
  kind: 'deviation',
  view: 'list',
  text: '',
  unit: '',
  status: '',
  subject: '',
  from: '',
  to: '',
  mine: false,
  sort: 'createdAt',
  descending: true,
  page: 1,
};

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; anything that is no filter of ours is left out. `first` is the kind shown when none is named. */
export function parseCaseFilter(
  parameters: URLSearchParams,
  first: CaseKind,
  firstView: CaseFilter['view'],
): CaseFilter {
  const text = (name: string, shape: RegExp): string => {
    const value = parameters.get(name) ?? '';
    return shape.test(value) ? value : '';
  };
  const sort = parameters.get('sort') ?? '-createdAt';
  const sortField = sortFields.find((field) => field === sort.replace(/^-/, ''));
  const view = parameters.get('view');
  return {
    kind: caseKinds.find((kind) => kind === parameters.get('kind')) ?? first,
    view: view === 'list' || view === 'statistics' ? view : firstView,
    text: (parameters.get('q') ?? '').slice(0, 200),
    unit: text('unit', /^[\w-]{1,64}$/),
    status: text('status', /^\w{1,40}$/),
    subject: text('subject', /^\w{1,40}$/),
    from: text('from', day),
    to: text('to', day),
    mine: parameters.get('mine') === '1',
    sort: sortField ?? 'createdAt',
    descending: sortField === undefined || sort.startsWith('-'),
    page: Math.max(1, Number(text('page', /^\d{1,6}$/)) || 1),
  };
}

/** The address of a list; what is as usual is left out. */
export function caseFilterParameters(filter: CaseFilter): URLSearchParams {
  const parameters = new URLSearchParams({ kind: filter.kind });
  const set = (name: string, value: string): void => {
    if (value !== '') parameters.set(name, value);
  };
  set('view', filter.view === 'list' ? '' : filter.view);
  set('q', filter.text);
  set('unit', filter.unit);
  set('status', filter.status);
  set('subject', filter.subject);
  set('from', filter.from);
  set('to', filter.to);
  set('mine', filter.mine ? '1' : '');
  if (filter.sort !== 'createdAt' || !filter.descending) set('sort', (filter.descending ? '-' : '') + filter.sort);
  set('page', filter.page > 1 ? String(filter.page) : '');
  return parameters;
}

/** The same list without its filters; kind, view and order stay. */
export function withoutFilters(filter: CaseFilter): CaseFilter {
  return { ...noFilter, kind: filter.kind, view: filter.view, sort: filter.sort, descending: filter.descending };
}

export function isFiltered(filter: CaseFilter): boolean {
  return (
    caseFilterParameters({ ...filter, page: 1 }).toString() !== caseFilterParameters(withoutFilters(filter)).toString()
  );
}

/** What the service is asked for. Subjects and words are of no use on kinds that have none. */
export function caseQuery(filter: CaseFilter): RecordQuery {
  const subject = subjectFields[filter.kind];
  return {
    ...(filter.text.trim() === '' ? {} : { text: filter.text.trim() }),
    ...(filter.unit === '' ? {} : { under: filter.unit }),
    ...(filter.status === '' ? {} : filter.status === 'open' ? { open: true } : { status: filter.status }),
    ...(filter.subject === '' || subject === undefined ? {} : { where: { [subject]: filter.subject } }),
    ...(filter.from === '' ? {} : { from: filter.from }),
    ...(filter.to === '' ? {} : { to: filter.to }),
    ...(filter.mine ? { mine: true } : {}),
    sort: (filter.descending ? '-' : '') + filter.sort,
    offset: (filter.page - 1) * rowsPerPage,
    limit: rowsPerPage,
  };
}
