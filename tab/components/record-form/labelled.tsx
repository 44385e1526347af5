import type { FieldProps } from '@fluentui/react-components';
import { Field, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLanguage } from '../../host/host-context.ts';
import type { InputProps } from './input-props.ts';

const useStyles = makeStyles({
  help: { color: tokens.colorNeutralForeground2 },
  field: { minWidth: 0 },
});

interface LabelledProps {
  readonly input: Pick<InputProps, 'field' | 'required' | 'problem'>;
  /** In the place of the definition's label, where one field has two controls. */
  readonly label?: string | undefined;
  readonly children: FieldProps['children'];
}

/** Label, help and problem around one control, tied together for screen readers by Fluent's Field. */
export function Labelled({ input, label, children }: LabelledProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { field, required, problem } = input;
  return (
    <Field
      className={styles.field}
      hint={field.help === undefined ? null : { children: field.help[language], className: styles.help }}
      label={label ?? field.label[language]}
      required={required}
      validationMessage={problem ?? null}
      validationState={problem === undefined ? 'none' : 'error'}
    >
      {children}
    </Field>
  );
}
