import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { FieldProblem } from '../../../shared/api/contract.ts';
import type { RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import { isStateRequired } from '../../../shared/rules/required-fields.ts';
import { FieldInput } from './field-input.tsx';
import type { FormValues } from './form-values.ts';
import { problemText } from './form-values.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '720px' },
});

const noProblems: readonly FieldProblem[] = [];

interface RecordFormProps {
  readonly definition: RecordKindDefinition;
  /** The fields to show, in order. Names that the definition lacks, or that the service sets, are left out. */
  readonly names: readonly string[];
  readonly values: FormValues;
  /** `undefined` empties the field. `alsoEmptied`: parts of what the field named before, which go with it. */
  readonly onChange: (name: string, value: unknown, alsoEmptied: FormValues) => void;
  /** Called when focus leaves a field, with its name. */
  readonly onBlur?: ((name: string) => void) | undefined;
  /** The state that the record is in or on its way to: decides which fields are marked as required. */
  readonly status: string;
  /** Fresh problems move focus to the first field that has one. */
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly disabled?: boolean | undefined;
}

/** The inputs of a record, from its definition. Draws no `<form>` and no buttons: the page that uses it decides those. */
export function RecordForm({
  definition,
  names,
  values,
  onChange,
  onBlur,
  status,
  problems = noProblems,
  disabled,
}: RecordFormProps): ReactElement {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problems.length === 0) return;
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // A group of radio buttons carries the mark but takes no focus itself.
    const control =
      wrong?.matches('input, select, textarea') === true ? wrong : wrong?.querySelector<HTMLElement>('input');
    control?.focus();
  }, [problems]);

  return (
    <div className={styles.form} ref={box}>
      {names.map((name) => {
        const field = definition.fields[name];
        if (field === undefined || field.setBySystem === true) return null;
        return (
          <FieldInput
            disabled={disabled}
            field={field}
            key={name}
            name={name}
            onBlur={
              onBlur === undefined
                ? undefined
                : () => {
                    onBlur(name);
                  }
            }
            onChange={(value) => {
              onChange(name, value, partsIn(definition, name));
            }}
            problem={problemText(problems, name)}
            problems={problems}
            required={isStateRequired(field, status)}
            value={values[name]}
            values={values}
          />
        );
      })}
    </div>
  );
}

/** The fields that are parts of what the field names: an activity goes when its process is changed. */
function partsIn(definition: RecordKindDefinition, whole: string): FormValues {
  const parts = Object.entries(definition.fields).filter(
    ([, field]) => field.type === 'reference' && field.partOf?.field === whole,
  );
  return Object.fromEntries(parts.map(([name]) => [name, undefined]));
}
