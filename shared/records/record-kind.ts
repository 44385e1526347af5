/**
 * The language in which a record kind is defined, once. Types, validation, SharePoint columns, forms, cards and
 * exports all come from a definition (`design.md` 1.2). A definition is plain data, so it can be read by all of them.
 */

/** The same words in both languages of the app. */
export interface Label {
  readonly sv: string;
  readonly en: string;
}

export type Choices = Readonly<Record<string, Label>>;

/** A person: the Entra object id, and the name as it was when written. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A stretch of time and how exactly it was stated. `from` and `to` are ISO instants in UTC. */
export interface Interval {
  readonly from: string;
  readonly to: string;
  readonly precision: IntervalPrecision;
}

export const intervalPrecisions = ['minute', 'hour', 'partOfDay', 'day', 'week', 'month', 'year'] as const;
export type IntervalPrecision = (typeof intervalPrecisions)[number];

type FieldShape =
  /** One line, at most 255 characters (a SharePoint text column). */
  | { readonly type: 'text'; readonly maxLength?: number }
  /** Several lines, at most `maxLength` (10 000 unless told) characters. */
  | { readonly type: 'longText'; readonly maxLength?: number }
  | { readonly type: 'choice'; readonly choices: Choices }
  | { readonly type: 'choices'; readonly choices: Choices }
  | {
      readonly type: 'number';
      readonly minimum?: number;
      readonly maximum?: number;
      readonly whole?: boolean;
      /** What each value is called, for a number that is a step on a scale (L14). */
      readonly scale?: Choices;
    }
  | { readonly type: 'boolean' }
  /** `yyyy-MM-dd`, a day in Stockholm. Kept as text: SharePoint shifts date-only columns (`graph.md` 1.5). */
  | { readonly type: 'date' }
  /** ISO instant in UTC with milliseconds. */
  | { readonly type: 'dateTime' }
  | { readonly type: 'interval' }
  | { readonly type: 'person' }
  | { readonly type: 'persons' }
  /**
   * The id of a record of kind `to`. With `partOf` it must be a part of the record that this record names in `field`:
   * the record referred to names the same one in its own field `by`.
   */
  | {
      readonly type: 'reference';
      readonly to: string;
      readonly partOf?: { readonly field: string; readonly by: string };
    }
  | { readonly type: 'references'; readonly to: string }
  /** A list of words or identifiers of at most 255 characters each. */
  | { readonly type: 'words' }
  /** Rows with an `id` each, so that they merge row by row. */
  | { readonly type: 'rows'; readonly fields: Readonly<Record<string, FieldDefinition>> };

export type FieldDefinition = FieldShape & {
  readonly label: Label;
  /** Shown beside the field: what to write, in words of the glossary (R12, R29). */
  readonly help?: Label;
  /** `always`, or the states in which the field must hold a value. */
  readonly required?: 'always' | readonly string[];
  /** Gets an index in SharePoint (at most 20 a list) and may be filtered on. */
  readonly indexed?: boolean;
  /** Free text written by a person: personnummer and likely names are masked before it is stored (L11). */
  readonly masked?: boolean;
  /** Set by the records service only; refused from a surface. */
  readonly setBySystem?: boolean;
  /** Fields that change together merge together. Without it a field is a group of its own. */
  readonly mergeGroup?: string;
};

export type Role =
  | 'employee'
  | 'unitManager'
  | 'departmentHead'
  | 'qualityCoordinator'
  | 'boardOffice'
  | 'feedbackOfficer'
  | 'misconductInvestigator'
  | 'medicalOfficer'
  | 'examiner'
  | 'admin';

/** One step that a record can take, and who takes it (`domain.md` (ii), Workflows). */
export interface Transition {
  readonly from: string;
  readonly to: string;
  /** What the button says. */
  readonly label: Label;
  /** Which permission of `permissions.ts` the step needs; the scope of the actor's role there must hold the record. */
  readonly operation: 'write' | 'approve';
  /** Only these roles, even where others have the permission. */
  readonly by: readonly Role[];
  /** The name by which `permissions.ts` limits an approval (`reopen`, `close`, `confirm`, `assign`). */
  readonly action?: string;
  /** Fields that may be given together with the step, in the order a form shows them. */
  readonly fields?: readonly string[];
  /** A reason must be given; it is shown to the one who handed in the record. */
  readonly needsReason?: boolean;
  /** The person whom this field names may take the step too, within their right to the operation. */
  readonly orPersonIn?: string;
  /** Only while the number in `field` is inside the bounds (an absent number counts as 0), or the choice is one of these. */
  readonly when?: {
    readonly field: string;
    readonly atLeast?: number;
    readonly below?: number;
    readonly oneOf?: readonly string[];
  };
}

export interface RecordKindDefinition {
  /** Identifier from the glossary, singular, camelCase. */
  readonly name: string;
  /** Group in `permissions.ts`. `internal`: no surface reaches it. */
  readonly group:
    'plan' | 'followUp' | 'deviation' | 'restricted' | 'feedback' | 'control' | 'administration' | 'internal';
  readonly label: Label;
  readonly plural: Label;
  /** Which site holds the list, and the list's Swedish display name. */
  readonly list: { readonly site: 'board' | 'restricted'; readonly displayName: string };
  /** `AVV` gives references such as AVV-2026-0001; without it a record has no reference. */
  readonly refPrefix?: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  readonly states: Readonly<Record<string, Label>>;
  /** States in which a record may be created; the first is the default. */
  readonly initialStates: readonly string[];
  /** No fields change in these states, except through a transition. */
  readonly closedStates?: readonly string[];
  readonly transitions: readonly Transition[];
  /** The fields whose text becomes the record's title, first filled one wins; a choice gives its Swedish label. */
  readonly titleFields: readonly string[];
  /** Staff of the unit may comment and suggest (R21). Comments are rows of the envelope, not a field. */
  readonly commentable?: boolean;
  /** Closed states in which comments are still open: what applies is what staff have views on. */
  readonly commentsWhileClosed?: readonly string[];
}

/** Checks a definition while keeping its literal types, from which `FieldsOf` is made. */
export function defineRecordKind<const Definition extends RecordKindDefinition>(definition: Definition): Definition {
  return definition;
}

type FieldValue<Field> = Field extends { readonly type: 'choice'; readonly choices: infer C }
  ? keyof C & string
  : Field extends { readonly type: 'choices'; readonly choices: infer C }
    ? readonly (keyof C & string)[]
    : Field extends { readonly type: 'number' }
      ? number
      : Field extends { readonly type: 'boolean' }
        ? boolean
        : Field extends { readonly type: 'interval' }
          ? Interval
          : Field extends { readonly type: 'person' }
            ? Person
            : Field extends { readonly type: 'persons' }
              ? readonly Person[]
              : Field extends { readonly type: 'references' | 'words' }
                ? readonly string[]
                : Field extends { readonly type: 'rows'; readonly fields: infer R }
                  ? readonly ({ readonly id: string } & { readonly [N in keyof R]?: FieldValue<R[N]> })[]
                  : string;

/** The fields of a kind as a TypeScript type. Every field may be absent: what is required depends on the state. */
export type FieldsOf<Definition extends RecordKindDefinition> = {
  readonly [Name in keyof Definition['fields']]?: FieldValue<Definition['fields'][Name]>;
};

/** The values a field can hold, when the kind is not known. */
export type AnyFieldValue =
  | string
  | number
  | boolean
  | Interval
  | Person
  | readonly Person[]
  | readonly string[]
  | readonly Readonly<Record<string, unknown>>[];

export type AnyFields = Readonly<Record<string, AnyFieldValue | undefined>>;
