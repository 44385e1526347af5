import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import type { ComponentType, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../host/host-context.ts';
import { problemsOfRow, problemText } from './form-values.ts';
import type { FieldOf, InputProps } from './input-props.ts';

const useStyles = makeStyles({
  rows: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  legend: { padding: 0 },
  help: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    margin: 0,
  },
  button: { justifySelf: 'start' },
});

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

interface RowsInputProps extends InputProps<FieldOf<'rows'>> {
  /** Draws one cell; given in, since a cell is a field like any other. */
  readonly cellInput: ComponentType<InputProps>;
}

/** Rows that can be added and taken away, each a small form of its own with an id that never changes. */
export function RowsInput(props: RowsInputProps): ReactElement {
  const { cellInput: CellInput, name, field, value, onChange, onBlur, disabled, problems } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const rows = Array.isArray(value) ? value.filter(isRow) : [];
  const whole = problemText(problems, name);
  return (
    <fieldset className={styles.rows} onBlur={onBlur}>
      <legend className={styles.legend}>{field.label[language]}</legend>
      {field.help === undefined ? null : <p className={styles.help}>{field.help[language]}</p>}
      {whole === undefined ? null : <p role="alert">{whole}</p>}
      {rows.map((row, index) => (
        <div aria-label={t('form.row', { number: index + 1 })} className={styles.row} key={row.id} role="group">
          {Object.entries(field.fields).map(([cell, definition]) => (
            <CellInput
              disabled={disabled === true}
              field={definition}
              key={cell}
              name={`${name}.${row.id}.${cell}`}
              onChange={(next) => {
                onChange(rows.map((one) => (one.id === row.id ? { ...one, [cell]: next } : one)));
              }}
              problem={problemText(problemsOfRow(problems, name, row.id), cell)}
              problems={[]}
              required={definition.required === 'always'}
              value={row[cell]}
            />
          ))}
          <Button
            appearance="subtle"
            aria-label={t('form.removeRow', { number: index + 1 })}
            className={styles.button}
            disabled={disabled === true}
            icon={<Delete20Regular aria-hidden="true" />}
            onClick={() => {
              const next = rows.filter((one) => one.id !== row.id);
              onChange(next.length === 0 ? undefined : next);
            }}
          >
            {t('form.remove')}
          </Button>
        </div>
      ))}
      <Button
        className={styles.button}
        disabled={disabled === true}
        icon={<Add20Regular aria-hidden="true" />}
        onClick={() => {
          onChange([...rows, { id: crypto.randomUUID() }]);
        }}
      >
        {t('form.addRow')}
      </Button>
    </fieldset>
  );
}
