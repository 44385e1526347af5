import { z } from 'zod';
import { intervalPrecisions } from '../../shared/records/record-kind.ts';
import type {
  AnyFieldValue,
  AnyFields,
  FieldDefinition,
  Person,
  RecordKindDefinition,
} from '../../shared/records/record-kind.ts';
import type { Comment, HistoryEntry } from '../../shared/records/stored-record.ts';
import { canonicalText } from './canonical.ts';
import { columnName, common } from './columns.ts';

/** A record as SharePoint has it. What only our app writes is absent where a person made the item by hand. */
export interface DecodedItem {
  readonly id?: string;
  readonly ref?: string;
  readonly unitId?: string;
  readonly status?: string;
  readonly title?: string;
  readonly fields: AnyFields;
  readonly comments: readonly Comment[];
  readonly history: readonly HistoryEntry[];
  readonly createdBy?: Person;
  readonly createdAt?: string;
  readonly modifiedBy?: Person;
  readonly modifiedAt?: string;
  readonly stateChangedAt?: string;
  readonly revision?: number;
}

/** A column that does not hold what its definition says. Names no content. */
export interface ColumnProblem {
  readonly column: string;
  readonly problem:
    'notText' | 'notANumber' | 'notAChoice' | 'notADate' | 'notYesOrNo' | 'wrongShape' | 'incomplete' | 'tooLong';
}

export type DecodeOutcome =
  | { readonly kind: 'item'; readonly item: DecodedItem }
  | { readonly kind: 'problems'; readonly id?: string; readonly problems: readonly ColumnProblem[] };

type Columns = Readonly<Record<string, unknown>>;

/** Reads the columns of an item. People can write anything into a list, so every column is checked. */
export function decodeItem(definition: RecordKindDefinition, columns: Columns): DecodeOutcome {
  const problems: ColumnProblem[] = [];
  const read = <Value>(column: string, reader: Reader<Value>): Value | undefined => {
    const outcome = reader(columns[column]);
    if (outcome === undefined || outcome.kind === 'value') return outcome?.value;
    problems.push({ column, problem: outcome.problem });
    return undefined;
  };
  const id = read(common.clientKey, asUuid);
  const person = (idColumn: string, nameColumn: string) =>
    toPerson(read(idColumn, asText()), read(nameColumn, asText()));
  const item = {
    ...present('id', id),
    ...present('ref', read(common.ref, asText())),
    ...present('unitId', read(common.unitId, asUuid)),
    ...present('status', read(common.status, asChoice(Object.keys(definition.states)))),
    ...present('title', read(common.title, asText())),
    ...present('createdBy', person(common.createdById, common.createdByName)),
    ...present('createdAt', read(common.createdAt, asInstant)),
    ...present('modifiedBy', person(common.modifiedById, common.modifiedByName)),
    ...present('modifiedAt', read(common.modifiedAt, asInstant)),
    ...present('stateChangedAt', read(common.statusChangedAt, asInstant)),
    ...present('revision', read(common.revision, asNumber({ whole: true, minimum: 1 }))),
    comments: read(common.comments, asJson<readonly Comment[]>(z.array(comment))) ?? [],
    history: read(common.history, asJson(z.array(historyEntry))) ?? [],
    fields: Object.fromEntries(
      Object.entries(definition.fields).flatMap(([name, field]) => {
        const value = decodeField(columnName(name), field, read, problems);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as AnyFields,
  };
  return problems.length === 0 ? { kind: 'item', item: item } : { kind: 'problems', ...present('id', id), problems };
}

type Reader<Value> = (
  raw: unknown,
) => { kind: 'value'; value: Value } | { kind: 'problem'; problem: ColumnProblem['problem'] } | undefined;
type Read = <Value>(column: string, reader: Reader<Value>) => Value | undefined;

function decodeField(
  name: string,
  field: FieldDefinition,
  read: Read,
  problems: ColumnProblem[],
): AnyFieldValue | undefined {
  switch (field.type) {
    case 'interval': {
      const from = read(`${name}From`, asInstant);
      const to = read(`${name}To`, asInstant);
      const precision = read(`${name}Precision`, asChoice(intervalPrecisions));
      if (from === undefined && to === undefined && precision === undefined) return undefined;
      if (from !== undefined && to !== undefined && precision !== undefined) return { from, to, precision };
      problems.push({ column: `${name}From`, problem: 'incomplete' });
      return undefined;
    }
    case 'person':
      return toPerson(read(`${name}Id`, asText()), read(`${name}Name`, asText()));
    case 'choice':
      return read(name, asChoice(Object.keys(field.choices)));
    case 'choices':
      return read(name, asChoices(Object.keys(field.choices)));
    case 'number':
      return read(name, asNumber(field));
    case 'boolean':
      return read(name, asBoolean);
    case 'date':
      return read(name, asDate);
    case 'dateTime':
      return read(name, asInstant);
    case 'persons':
      return read(name, asJson(z.array(personShape)));
    case 'references':
    case 'words':
      return read(name, asJson(z.array(z.string().max(255))));
    case 'rows':
      return read(name, asJson(z.array(rowShape(field.fields))));
    case 'reference':
      return read(name, asUuid);
    default:
      return read(name, asText(field.maxLength ?? (field.type === 'text' ? 255 : 10_000)));
  }
}

const present = (key: keyof DecodedItem, value: unknown): Partial<DecodedItem> =>
  value === undefined ? {} : { [key]: value };

const ok = <Value>(value: Value) => ({ kind: 'value' as const, value });
const bad = (problem: ColumnProblem['problem']) => ({ kind: 'problem' as const, problem });
const isEmpty = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

function asText(maxLength = Number.POSITIVE_INFINITY): Reader<string> {
  return (raw) => {
    if (isEmpty(raw)) return undefined;
    if (typeof raw !== 'string') return bad('notText');
    const text = canonicalText(raw);
    if (text === undefined) return undefined;
    return text.length > maxLength ? bad('tooLong') : ok(text);
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const asUuid: Reader<string> = (raw) => {
  if (isEmpty(raw)) return undefined;
  return typeof raw === 'string' && uuid.test(raw.trim()) ? ok(raw.trim().toLowerCase()) : bad('wrongShape');
};

function asChoice<Choice extends string>(choices: readonly Choice[]): Reader<Choice> {
  return (raw) => {
    if (isEmpty(raw)) return undefined;
    const choice = choices.find((candidate) => candidate === raw);
    return choice === undefined ? bad('notAChoice') : ok(choice);
  };
}

function asChoices(choices: readonly string[]): Reader<readonly string[]> {
  return (raw) => {
    if (isEmpty(raw) || (Array.isArray(raw) && raw.length === 0)) return undefined;
    const parsed = z.array(z.string()).safeParse(raw);
    if (!parsed.success) return bad('wrongShape');
    return parsed.data.every((choice) => choices.includes(choice)) ? ok(parsed.data) : bad('notAChoice');
  };
}

function asNumber(limits: {
  readonly whole?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}): Reader<number> {
  return (raw) => {
    if (isEmpty(raw)) return undefined;
    // Numbers may come as text, `3.0` (`graph.md` 6.10).
    const value = typeof raw === 'number' ? raw : typeof raw === 'string' ? Number(raw) : Number.NaN;
    const isInside = value >= (limits.minimum ?? -Infinity) && value <= (limits.maximum ?? Infinity);
    const isAllowed = Number.isFinite(value) && isInside && (limits.whole !== true || Number.isInteger(value));
    return isAllowed ? ok(value) : bad('notANumber');
  };
}

const asBoolean: Reader<boolean> = (raw) => {
  if (isEmpty(raw)) return undefined;
  return typeof raw === 'boolean' ? ok(raw) : bad('notYesOrNo');
};

const asInstant: Reader<string> = (raw) => {
  if (isEmpty(raw)) return undefined;
  const ms = typeof raw === 'string' && /^\d{4}-\d\d-\d\dT/.test(raw) ? Date.parse(raw) : Number.NaN;
  return Number.isNaN(ms) ? bad('notADate') : ok(new Date(ms).toISOString());
};

const asDate: Reader<string> = (raw) => {
  if (isEmpty(raw)) return undefined;
  return z.iso.date().safeParse(raw).success ? ok(raw as string) : bad('notADate');
};

function asJson<Value>(shape: z.ZodType<Value>): Reader<Value> {
  const text = z.string().transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  });
  return (raw) => {
    if (isEmpty(raw)) return undefined;
    const parsed = text.pipe(shape).safeParse(raw);
    if (!parsed.success) return bad('wrongShape');
    return Array.isArray(parsed.data) && parsed.data.length === 0 ? undefined : ok(parsed.data);
  };
}

function toPerson(id: string | undefined, name: string | undefined): Person | undefined {
  return id === undefined ? undefined : { id, name: name ?? '' };
}

const personShape = z.object({ id: z.string().min(1).max(255), name: z.string().max(255) });
const instant = z.iso.datetime();

const comment = z.looseObject({
  id: z.string().min(1),
  at: instant,
  by: personShape,
  kind: z.enum(['comment', 'suggestion']),
  field: z.string().optional(),
  text: z.string(),
  answer: z.object({ by: personShape, at: instant, outcome: z.enum(['taken', 'declined']) }).optional(),
}) as unknown as z.ZodType<Comment>;

const historyEntry = z.looseObject({
  id: z.string().min(1),
  at: instant,
  by: personShape,
  via: z.enum(['chat', 'tab', 'sharePoint', 'system']),
  action: z.enum(['created', 'changed', 'stepTaken', 'commented', 'restored']),
  changes: z.array(z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
  fromStatus: z.string().optional(),
  toStatus: z.string().optional(),
  reason: z.string().optional(),
}) as unknown as z.ZodType<HistoryEntry>;

function rowShape(fields: Readonly<Record<string, FieldDefinition>>): z.ZodType<Record<string, unknown>> {
  const cells = Object.entries(fields).map(([name, field]) => [name, cellShape(field).optional()] as const);
  return z.strictObject({ id: z.string().min(1), ...Object.fromEntries(cells) });
}

/** Cells of a row; no kind nests rows or has people in rows. */
function cellShape(field: FieldDefinition): z.ZodType {
  switch (field.type) {
    case 'choice':
      return z.enum(Object.keys(field.choices) as [string, ...string[]]);
    case 'choices':
      return z.array(z.enum(Object.keys(field.choices) as [string, ...string[]]));
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'person':
      return personShape;
    case 'text':
    case 'longText':
      return z.string().max(field.maxLength ?? (field.type === 'text' ? 255 : 10_000));
    case 'date':
    case 'dateTime':
    case 'reference':
      return z.string().max(255);
    default:
      return z.unknown();
  }
}
