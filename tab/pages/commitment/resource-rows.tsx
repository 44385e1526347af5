import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { valueText } from '../../components/field-value.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';
import { problemsOfRow, problemText } from '../../components/record-form/form-values.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import { fieldPlace, focusPlace } from './field-place.ts';
import type { FieldValue } from './field-value.ts';
import { moveRow } from './move-row.ts';

const field = 'resourceUse';

const useStyles = makeStyles({
  rows: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  cells: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', justifyContent: 'end' },
  add: { justifySelf: 'start' },
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
  const announce = useAnnounce();
  const { commitment, mayEdit, problems, dispatch, keep } = useEditor();
  const [focusNext, setFocusNext] = useState<string | undefined>(undefined);
  const value = fieldsOf(commitment)[field];
  const rows = Array.isArray(value) ? (value as readonly unknown[]).filter(isResourceRow) : [];
  const definition = commitmentKind.fields.resourceUse;
  const cells: readonly (readonly [string, FieldDefinition])[] = Object.entries(definition.fields);
  const place = (row: string, part: string): string => fieldPlace(commitment.id, `${field}.${row}.${part}`);

  // A row that moves in the document loses focus; the button that moved it gets it back.
  useEffect(() => {
    if (focusNext !== undefined && focusPlace(focusNext)) setFocusNext(undefined);
  }, [focusNext, value]);

  const become = (next: readonly ResourceRow[]): void =>
    dispatch({ kind: 'edited', id: commitment.id, field, value: next as FieldValue });

  function move(index: number, by: 1 | -1): void {
    const row = rows[index];
    if (!row) return;
    const number = index + by + 1;
    become(moveRow(rows, index, index + by));
    announce(t('resources.moved', { number, count: rows.length }));
    // At the end of the list the button that was pressed is disabled: the other one takes over.
    const atEnd = number === 1 || number === rows.length;
    setFocusNext(place(row.id, (by === 1) === atEnd ? 'up' : 'down'));
  }

  function remove(index: number): void {
    become(rows.toSpliced(index, 1));
    announce(t('resources.removed'));
    const neighbour = rows[index + 1] ?? rows[index - 1];
    setFocusNext(neighbour ? place(neighbour.id, 'resourceKind') : fieldPlace(commitment.id, `${field}.add`));
  }

  function add(): void {
    const id = crypto.randomUUID();
    become([...rows, { id }]);
    setFocusNext(place(id, 'resourceKind'));
  }

  const own = problems.filter((one) => one.recordId === commitment.id);
  return (
    <div className={styles.rows}>
      <h3 className={styles.heading}>{definition.label[language]}</h3>
      <p className={styles.help}>{definition.help[language]}</p>
      {rows.length === 0 ? <p className={styles.help}>{t('resources.none')}</p> : null}
      {rows.map((row, index) => {
        const number = index + 1;
        const inRow = problemsOfRow(own, field, row.id);
        return (
          <fieldset className={styles.row} key={row.id}>
            <legend className={styles.legend}>{t('resources.row', { number })}</legend>
            {mayEdit ? (
              <>
                <div className={styles.cells}>
                  {cells.map(([cell, cellField]) => (
                    <div className={cellField.type === 'longText' ? styles.wide : undefined} key={cell}>
                      <FieldInput
                        field={cellField}
                        name={place(row.id, cell)}
                        onBlur={keep}
                        onChange={(next) =>
                          become(rows.map((one) => (one.id === row.id ? { ...one, [cell]: next } : one)))
                        }
                        problem={problemText(inRow, cell)}
                        problems={[]}
                        required={cellField.required === 'always'}
                        value={row[cell]}
                      />
                    </div>
                  ))}
                </div>
                <div className={styles.buttons}>
                  <Button
                    appearance="subtle"
                    aria-label={t('resources.up', { number })}
                    disabled={index === 0}
                    icon={<ArrowUp20Regular />}
                    name={place(row.id, 'up')}
                    onClick={() => move(index, -1)}
                  />
                  <Button
                    appearance="subtle"
                    aria-label={t('resources.down', { number })}
                    disabled={number === rows.length}
                    icon={<ArrowDown20Regular />}
                    name={place(row.id, 'down')}
                    onClick={() => move(index, 1)}
                  />
                  <Button
                    appearance="subtle"
                    aria-label={t('resources.remove', { number })}
                    icon={<Delete20Regular />}
                    onClick={() => remove(index)}
                  />
                </div>
              </>
            ) : (
              cells.map(([cell, cellField]) => {
                const text = valueText(cellField, row[cell], language);
                return text ? (
                  <div key={cell}>
                    {cellField.label[language]}: {text}
                  </div>
                ) : null;
              })
            )}
          </fieldset>
        );
      })}
      {mayEdit ? (
        <Button
          className={styles.add}
          icon={<Add20Regular />}
          name={fieldPlace(commitment.id, `${field}.add`)}
          onClick={add}
        >
          {t('resources.add')}
        </Button>
      ) : null}
    </div>
  );
}
