import { sql } from 'kysely';
import { z } from 'zod';
import type { FieldProblem, RecordQuery, View } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { FieldDefinition } from '../../shared/records/record-kind.ts';
import { canonicalLine } from '../../shared/rules/canonical-text.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { formatReference, parseReference } from '../../shared/rules/numbering.ts';
import { permissionViews } from '../../shared/rules/permission-data.ts';
import type { Organisation } from './organisation.ts';
import type { Caller } from './records-service.ts';
import { always, anyOf, fieldsHold, inUnits, never } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';

/** One filter: a condition, and in which views it may be asked without telling more than the view shows. */
interface Filter {
  readonly condition: Condition;
  /** The attribute that it asks about, as the views name it; `undefined`: no view but `full` shows it. */
  readonly attribute?: string;
  /** Another condition to use where the rows are anonymised. */
  readonly anonymised?: Condition;
}

export interface Filters {
  readonly problems: readonly FieldProblem[];
  /** What the rows of an alternative with that view must meet; `false` where the view may not be asked about it. */
  conditionsFor(view: Exclude<View, 'statistics'>): readonly Condition[];
}

const dayShape = z.iso.date();
const longestSearch = 200;
const mostWords = 8;

/** Turns what a surface asks for into conditions, so that no filter tells more than the rows themselves would. */
export function readFilters(kind: KindName, query: RecordQuery, caller: Caller, organisation: Organisation): Filters {
  const problems: FieldProblem[] = [];
  const problem = (field: string, code: FieldProblem['problem']): void =>
    void problems.push(fieldProblem(caller.language, field, code));
  const filters = [
    ...unitFilters(query, organisation),
    ...statusFilters(kind, query),
    ...(query.mine ? [{ condition: sql<boolean>`created_by_id = ${caller.actor.personId}`, attribute: 'mine' }] : []),
    ...searchFilters(query),
    ...fieldFilters(kind, query, problem),
    ...dayFilters(query, problem),
  ];
  return {
    problems,
    conditionsFor: (view) =>
      filters.map((filter) => {
        if (view === 'full' || filter.attribute === 'mine') return filter.condition;
        if (view === 'anonymised' && filter.anonymised !== undefined) return filter.anonymised;
        const shown: readonly string[] = permissionViews[view];
        return filter.attribute !== undefined && shown.includes(filter.attribute) ? filter.condition : never;
      }),
  };
}

function unitFilters(query: RecordQuery, { tree }: Organisation): readonly Filter[] {
  const within = (ids: readonly string[]): Filter => ({
    attribute: 'unitId',
    condition: inUnits(ids),
  });
  return [
    ...(query.unit === undefined ? [] : [within([query.unit])]),
    ...(query.under === undefined
      ? []
      : [query.under === tree.rootId ? { attribute: 'unitId', condition: always } : within(tree.within(query.under))]),
  ];
}

function statusFilters(kind: KindName, query: RecordQuery): readonly Filter[] {
  const closed = definitionOf(kind).closedStates ?? [];
  const isClosed = closed.length === 0 ? never : sql<boolean>`status in (${sql.join([...closed])})`;
  const statuses = query.status?.split(',').map((status) => status.trim());
  return [
    ...(statuses === undefined
      ? []
      : [{ attribute: 'status', condition: sql<boolean>`status in (${sql.join(statuses.map(canonicalLine))})` }]),
    ...(query.open === undefined
      ? []
      : [{ attribute: 'status', condition: query.open ? sql<boolean>`not ${isClosed}` : isClosed }]),
  ];
}

/** Free text is sought word by word, and only where the reader sees the whole record. */
function searchFilters({ text }: RecordQuery): readonly Filter[] {
  const sought = canonicalLine(text ?? '')
    .slice(0, longestSearch)
    .toLowerCase();
  if (sought === '') return [];
  const reference = parseReference(sought);
  if (reference !== undefined) {
    const { prefix, year, number } = reference;
    return [{ attribute: 'ref', condition: sql<boolean>`ref = ${formatReference(prefix, year, number)}` }];
  }
  const words = sought.split(/\s+/).slice(0, mostWords);
  return words.map((word) => ({
    condition: sql<boolean>`search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`,
  }));
}

function fieldFilters(
  kind: KindName,
  { where }: RecordQuery,
  problem: (field: string, code: FieldProblem['problem']) => void,
): readonly Filter[] {
  return Object.entries(where ?? {}).flatMap(([name, list]) => {
    const fields = definitionOf(kind).fields;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.indexed !== true) {
      problem(name.slice(0, 100), 'unknownField');
      return [];
    }
    const values = list.split(',').map((value) => filterValue(field, canonicalLine(value)));
    return [
      {
        attribute: name,
        condition: anyOf(values.flatMap((value) => (value === undefined ? [] : [fieldsHold({ [name]: value })]))),
      },
    ];
  });
}

function filterValue(field: FieldDefinition, text: string): string | number | boolean | undefined {
  if (field.type === 'number') return Number.isFinite(Number(text)) && text !== '' ? Number(text) : undefined;
  if (field.type === 'boolean') return text === 'true';
  return text;
}

/** Days of Stockholm. An anonymised record only tells the month that something happened. */
function dayFilters(
  query: RecordQuery,
  problem: (field: string, code: FieldProblem['problem']) => void,
): readonly Filter[] {
  const month = sql<string>`to_char(coalesce((fields #>> '{occurredAt,from}')::timestamptz, created_at) at time zone 'Europe/Stockholm', 'YYYY-MM')`;
  const startOf = (day: string): Condition => sql`((${day}::date)::timestamp at time zone 'Europe/Stockholm')`;
  return (['from', 'to'] as const).flatMap((side) => {
    const day = query[side];
    if (day === undefined) return [];
    if (!dayShape.safeParse(day).success) {
      problem(side, 'notADate');
      return [];
    }
    const monthOfDay = day.slice(0, 7);
    return side === 'from'
      ? [
          {
            attribute: 'reportedAt',
            condition: sql<boolean>`created_at >= ${startOf(day)}`,
            anonymised: sql<boolean>`${month} >= ${monthOfDay}`,
          },
        ]
      : [
          {
            attribute: 'reportedAt',
            condition: sql<boolean>`created_at < ${startOf(day)} + interval '1 day'`,
            anonymised: sql<boolean>`${month} <= ${monthOfDay}`,
          },
        ];
  });
}
