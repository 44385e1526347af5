import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { fieldPlace } from '../../components/field-place.ts';
import { valueText } from '../../components/field-value.tsx';
import { MovableRows } from '../../components/movable-rows.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';
import { problemsOfRow, problemText } from '../../components/record-form/form-values.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import type { FieldValue } from './field-value.ts';

const field = 'resourceUse';

const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ResourceRow {
  readonly id: string;
  readonly [cell: string]: unknown;
}

function isResourceRow(row: unknown): row is ResourceRow {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string';
}

/** How competence, premises, collaboration, material, energy and money are used (R22): rows, moved by buttons. */
export function ResourceRows(): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { commitment, mayEdit, problems, dispatch, keep } = useEditor();
  const value = fieldsOf(commitment)[field];
  const rows = Array.isArray(value) ? (value as readonly unknown[]).filter(isResourceRow) : [];
  const definition = commitmentKind.fields.resourceUse;
  const cells: readonly (readonly [string, FieldDefinition])[] = Object.entries(definition.fields);
  const place = (row: string, part: string): string => fieldPlace(commitment.id, `${field}.${row}.${part}`);
  const own = problems.filter((one) => one.recordId === commitment.id);
  const become = (next: readonly ResourceRow[]): void =>
    dispatch({ kind: 'edited', id: commitment.id, field, value: next as FieldValue });

  return (
    <MovableRows
      addPlace={fieldPlace(commitment.id, `${field}.add`)}
      firstPart="resourceKind"
      heading={
        <>
          <h3 className={styles.heading}>{definition.label[language]}</h3>
          <p className={styles.help}>{definition.help[language]}</p>
        </>
      }
      mayEdit={mayEdit}
      newRow={(id): ResourceRow => ({ id })}
      onChange={become}
      place={place}
      rows={rows}
      text={(key, values) => t(`resources.${key}`, { ...values })}
    >
      {(row) => {
        const inRow = problemsOfRow(own, field, row.id);
        if (!mayEdit)
          return cells.map(([cell, cellField]) => {
            const text = valueText(cellField, row[cell], language);
            return text ? (
              <div key={cell}>
                {cellField.label[language]}: {text}
              </div>
            ) : null;
          });
        return (
          <div className={styles.cells}>
            {cells.map(([cell, cellField]) => (
              <div className={cellField.type === 'longText' ? styles.wide : undefined} key={cell}>
                <FieldInput
                  field={cellField}
                  name={place(row.id, cell)}
                  onBlur={keep}
                  onChange={(next) => become(rows.map((one) => (one.id === row.id ? { ...one, [cell]: next } : one)))}
                  problem={problemText(inRow, cell)}
                  problems={[]}
                  required={cellField.required === 'always'}
                  value={row[cell]}
                />
              </div>
            ))}
          </div>
        );
      }}
    </MovableRows>
  );
}
