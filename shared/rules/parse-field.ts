import { z } from 'zod';
import type { FieldProblem, Language } from '../api/contract.ts';
import { intervalPrecisions } from '../records/record-kind.ts';
import type { AnyFieldValue, FieldDefinition } from '../records/record-kind.ts';
import { canonicalLine, canonicalText } from './canonical-text.ts';
import { fieldProblem } from './field-problem.ts';
import type { ProblemText } from './field-problem.ts';

/** `value` absent: the field is empty. */
export type ParsedField =
  | { readonly kind: 'value'; readonly value?: AnyFieldValue }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] };

export interface ParseContext {
  readonly language: Language;
  readonly now: Date;
}

/** A clock that runs ahead on somebody's device is no reason to refuse a report. */
const clockDifferenceMs = 5 * 60_000;
const maximumItems = 200;

const dayShape = z.iso.date();
const instantShape = z.union([z.iso.datetime({ offset: true }), z.date()]);
/** No control characters: PostgreSQL cannot keep all of them. */
const personShape = z.object({ id: z.string().regex(/^[^\p{C}]{1,255}$/u), name: z.string().max(255) });
const intervalShape = z.object({ from: instantShape, to: instantShape, precision: z.enum(intervalPrecisions) });
const idShape = z.uuid();
const rowShape = z.record(z.string(), z.unknown());
const rowIdShape = z.string().regex(/^[\w.:-]{1,64}$/);

/** Reads one value as its definition says, canonical; never throws. Says what is wrong in the reader's language. */
export function parseField(name: string, field: FieldDefinition, input: unknown, context: ParseContext): ParsedField {
  if (input === undefined || input === null || input === '') return { kind: 'value' };
  const wrong = (problem: FieldProblem['problem'], more: { text?: ProblemText; limit?: number } = {}): ParsedField => ({
    kind: 'problems',
    problems: [fieldProblem(context.language, name, problem, more)],
  });
  switch (field.type) {
    case 'text':
    case 'longText': {
      if (typeof input !== 'string') return wrong('wrongShape');
      const limit = field.maxLength ?? (field.type === 'text' ? 255 : 10_000);
      const text = field.type === 'text' ? canonicalLine(input) : canonicalText(input);
      return text.length > limit ? wrong('tooLong', { limit }) : filled(text);
    }
    case 'choice': {
      const chosen = typeof input === 'number' ? String(input) : input;
      return typeof chosen === 'string' && Object.hasOwn(field.choices, chosen) ? filled(chosen) : wrong('notAChoice');
    }
    case 'choices': {
      const chosen = z.array(z.string()).max(maximumItems).safeParse(input);
      if (!chosen.success) return wrong('wrongShape');
      if (!chosen.data.every((one) => Object.hasOwn(field.choices, one))) return wrong('notAChoice');
      return filled(Object.keys(field.choices).filter((one) => chosen.data.includes(one)));
    }
    case 'number': {
      const number = readNumber(input);
      if (number === undefined) return wrong('notANumber');
      if (field.whole && !Number.isInteger(number)) return wrong('notANumber', { text: 'notAWholeNumber' });
      if (field.minimum !== undefined && number < field.minimum) return wrong('tooSmall', { limit: field.minimum });
      if (field.maximum !== undefined && number > field.maximum) return wrong('tooLarge', { limit: field.maximum });
      return filled(number);
    }
    case 'boolean':
      if (input === 'true' || input === 'false') return filled(input === 'true');
      return typeof input === 'boolean' ? filled(input) : wrong('wrongShape');
    case 'date': {
      const day = dayShape.safeParse(input);
      return day.success ? filled(day.data) : wrong('notADate');
    }
    case 'dateTime': {
      const at = instantShape.safeParse(input);
      if (!at.success) return wrong('notADate');
      return isAhead(at.data, context) ? wrong('inTheFuture') : filled(instantText(at.data));
    }
    case 'interval': {
      const interval = intervalShape.safeParse(input);
      if (!interval.success) return wrong('notADate');
      const { from, to, precision } = interval.data;
      if (new Date(to) < new Date(from)) return wrong('notADate');
      return isAhead(from, context)
        ? wrong('inTheFuture')
        : filled({ from: instantText(from), to: instantText(to), precision });
    }
    case 'person': {
      const person = personShape.safeParse(input);
      return person.success ? filled(cleanPerson(person.data)) : wrong('wrongShape');
    }
    case 'persons': {
      const persons = z.array(personShape).max(maximumItems).safeParse(input);
      if (!persons.success) return wrong('wrongShape');
      return filled([...new Map(persons.data.map((person) => [person.id, cleanPerson(person)])).values()]);
    }
    case 'reference': {
      const id = idShape.safeParse(input);
      return id.success ? filled(id.data.toLowerCase()) : wrong('noSuchRecord');
    }
    case 'references': {
      const ids = z.array(idShape).max(maximumItems).safeParse(input);
      return ids.success ? filled([...new Set(ids.data.map((id) => id.toLowerCase()))]) : wrong('noSuchRecord');
    }
    case 'words': {
      const words = z.array(z.string()).max(maximumItems).safeParse(input);
      if (!words.success) return wrong('wrongShape');
      const clean = [...new Set(words.data.map(canonicalLine).filter((word) => word !== ''))];
      return clean.some((word) => word.length > 255) ? wrong('tooLong', { limit: 255 }) : filled(clean);
    }
    case 'rows':
      return parseRows(name, field.fields, input, context);
  }
}

function filled(value: AnyFieldValue): ParsedField {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? { kind: 'value' } : { kind: 'value', value };
}

function readNumber(input: unknown): number | undefined {
  const number =
    typeof input === 'string' && /^\s*-?\d{1,15}([.,]\d{1,10})?\s*$/.test(input)
      ? Number(input.trim().replace(',', '.'))
      : input;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function instantText(instant: string | Date): string {
  return new Date(instant).toISOString();
}

function isAhead(instant: string | Date, context: ParseContext): boolean {
  return new Date(instant).getTime() > context.now.getTime() + clockDifferenceMs;
}

function cleanPerson(person: { readonly id: string; readonly name: string }): { id: string; name: string } {
  return { id: person.id, name: canonicalLine(person.name) };
}

function parseRows(
  name: string,
  fields: Readonly<Record<string, FieldDefinition>>,
  input: unknown,
  context: ParseContext,
): ParsedField {
  const rows = z.array(rowShape).safeParse(input);
  if (!rows.success) return { kind: 'problems', problems: [fieldProblem(context.language, name, 'wrongShape')] };
  if (rows.data.length > maximumItems) {
    const more = { text: 'tooMany', limit: maximumItems } as const;
    return { kind: 'problems', problems: [fieldProblem(context.language, name, 'tooLong', more)] };
  }
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const clean = rows.data.map((row) => {
    const id = rowIdShape.safeParse(row['id']);
    if (!id.success || seen.has(id.data)) {
      problems.push(fieldProblem(context.language, name, 'wrongShape', id.success ? { row: id.data } : {}));
      return {};
    }
    seen.add(id.data);
    return parseRow(id.data, row);
  });
  return problems.length > 0 ? { kind: 'problems', problems } : filled(clean);

  function parseRow(id: string, row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const found: Record<string, unknown> = { id };
    for (const key of Object.keys(row)) {
      if (key !== 'id' && !Object.hasOwn(fields, key)) {
        problems.push(fieldProblem(context.language, `${name}.${key}`, 'unknownField', { row: id }));
      }
    }
    for (const [key, field] of Object.entries(fields)) {
      const cell = parseField(`${name}.${key}`, field, row[key], context);
      if (cell.kind === 'problems') problems.push(...cell.problems.map((problem) => ({ ...problem, row: id })));
      else if (cell.value !== undefined) found[key] = cell.value;
      else if (field.required === 'always') {
        problems.push(fieldProblem(context.language, `${name}.${key}`, 'required', { row: id }));
      }
    }
    return found;
  }
}
