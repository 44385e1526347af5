/**
 * What the commitments page shows, kept in its address so that a link shows the same thing to a colleague:
 * `?ar=2027&visa=tabell&enhet=…&status=draft&mal=…&sok=…&min=1&sortera=-status`.
 */
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { commitment } from '../../../shared/records/commitment.ts';

export const planSortColumns = ['goal', 'text', 'unit', 'result', 'status'] as const;
export type PlanSortColumn = (typeof planSortColumns)[number];

export interface PlanFilter {
  readonly year: number;
  readonly view: 'tree' | 'table';
  /** The unit and all below it. */
  readonly unitId?: string;
  readonly status?: string;
  readonly goalId?: string;
  readonly text: string;
  /** Only my unit (and below). Wins over `unitId`. */
  readonly mine: boolean;
  readonly sort: { readonly column: PlanSortColumn; readonly descending: boolean };
}

const defaultSort = { column: 'goal', descending: false } as const;

function parseYear(text: string | null, otherwise: number): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : otherwise;
}

function parseSort(text: string | null): PlanFilter['sort'] {
  const column = planSortColumns.find((one) => one === text?.replace(/^-/, ''));
  return column ? { column, descending: text?.startsWith('-') ?? false } : defaultSort;
}

/** Reads the address; what it does not understand is left out. */
export function parsePlanFilter(parameters: URLSearchParams, thisYear: number): PlanFilter {
  const unitId = parameters.get('enhet');
  const goalId = parameters.get('mal');
  const status = parameters.get('status');
  return {
    year: parseYear(parameters.get('ar'), thisYear),
    view: parameters.get('visa') === 'tabell' ? 'table' : 'tree',
    ...(unitId ? { unitId } : {}),
    ...(goalId ? { goalId } : {}),
    ...(status && Object.hasOwn(commitment.states, status) ? { status } : {}),
    text: parameters.get('sok') ?? '',
    mine: parameters.get('min') === '1',
    sort: parseSort(parameters.get('sortera')),
  };
}

/** Writes the address of a filter; what is as usual is left out. */
export function formatPlanFilter(filter: PlanFilter, thisYear: number): URLSearchParams {
  const parameters = new URLSearchParams();
  if (filter.year !== thisYear) parameters.set('ar', String(filter.year));
  if (filter.view === 'table') parameters.set('visa', 'tabell');
  if (filter.unitId) parameters.set('enhet', filter.unitId);
  if (filter.status) parameters.set('status', filter.status);
  if (filter.goalId) parameters.set('mal', filter.goalId);
  if (filter.text) parameters.set('sok', filter.text);
  if (filter.mine) parameters.set('min', '1');
  const { column, descending } = filter.sort;
  if (column !== defaultSort.column || descending) parameters.set('sortera', `${descending ? '-' : ''}${column}`);
  return parameters;
}

/** Whether something is left out, so that the page can say so and offer to show all. */
export function isNarrowed(filter: PlanFilter): boolean {
  return (
    filter.mine ||
    filter.text.trim() !== '' ||
    filter.status !== undefined ||
    filter.unitId !== undefined ||
    filter.goalId !== undefined
  );
}

/** The same filter without anything left out; year, view and order stay. */
export function withoutNarrowing({ year, view, sort }: PlanFilter): PlanFilter {
  return { year, view, sort, text: '', mine: false };
}

export interface PlanFilterContext {
  /** The chosen unit and those below it; absent when no unit is chosen. */
  readonly unitScope?: ReadonlySet<string>;
  /** The goals under the chosen goal, itself included; absent when no goal is chosen. */
  readonly goalScope?: ReadonlySet<string>;
  /** All words of a commitment that a search looks in, in any case. */
  readonly wordsOf: (commitment: RecordAnswer) => string;
}

/** Whether a commitment is shown. Every word of the search must occur, in any order. */
export function matchesPlanFilter(record: RecordAnswer, filter: PlanFilter, context: PlanFilterContext): boolean {
  if (filter.status && filter.status !== record.status) return false;
  if (context.unitScope && !context.unitScope.has(record.unitId ?? '')) return false;
  const goalId = record.fields['goal'];
  if (context.goalScope && !(typeof goalId === 'string' && context.goalScope.has(goalId))) return false;
  const words = filter.text.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = context.wordsOf(record).toLocaleLowerCase('sv');
  return words.every((word) => text.includes(word));
}
