import type { FieldProblem } from '../../../shared/api/contract.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import type { FormValues } from './form-values.ts';

/** What every input of a form is given. `Shape` is the part of the definition language that it draws. */
export interface InputProps<Shape extends FieldDefinition = FieldDefinition> {
  /** Unique on the page; becomes the control's `name`. */
  readonly name: string;
  readonly field: Shape;
  readonly value: unknown;
  /** `undefined` empties the field. */
  readonly onChange: (value: unknown) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly required: boolean;
  readonly disabled?: boolean | undefined;
  /** What is wrong with the field as a whole. */
  readonly problem?: string | undefined;
  /** What the form holds, for inputs whose choices depend on another field. */
  readonly values?: FormValues | undefined;
  /** Everything that is wrong with the record, for inputs with rows. */
  readonly problems: readonly FieldProblem[];
}

export type FieldOf<Type extends FieldDefinition['type']> = Extract<FieldDefinition, { readonly type: Type }>;
