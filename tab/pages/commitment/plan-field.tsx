import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { valueText } from '../../components/field-value.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';
import { problemText } from '../../components/record-form/form-values.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import type { EditedRecord } from './editor-state.ts';
import { fieldPlace } from '../../components/field-place.ts';
import type { FieldValue } from './field-value.ts';

const useStyles = makeStyles({
  field: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  value: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
  empty: { color: tokens.colorNeutralForeground2, margin: 0 },
});

interface PlanFieldProps {
  readonly record: EditedRecord;
  readonly name: string;
  /** Under the control: comments on the field. */
  readonly children?: ReactNode;
}

/** One field of one of the editor's records: a control where the person may change it, else its text. */
export function PlanField({ record, name, children }: PlanFieldProps): ReactElement | null {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { mayEdit, problems, dispatch, keep } = useEditor();
  const field: FieldDefinition | undefined = definitionOf(record.kind).fields[name];
  if (!field) return null;
  const value = fieldsOf(record)[name];

  if (!mayEdit) {
    const text = valueText(field, value, language);
    return (
      <div className={styles.field}>
        <span className={styles.label}>{field.label[language]}</span>
        <p className={text ? styles.value : styles.empty}>{text || t('editor.notWritten')}</p>
        {children}
      </div>
    );
  }
  const own = problems.filter((one) => one.recordId === record.id);
  return (
    <div className={styles.field}>
      <FieldInput
        field={field}
        name={fieldPlace(record.id, name)}
        onBlur={keep}
        onChange={(next) => dispatch({ kind: 'edited', id: record.id, field: name, value: next as FieldValue })}
        problem={problemText(own, name)}
        problems={own}
        required={field.required === 'always'}
        value={value}
      />
      {children}
    </div>
  );
}
