import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../../shared/api/contract.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';
import { problemText, problemsOfRow } from '../../components/record-form/form-values.ts';
import { fieldPlace, focusPlace } from '../commitment/field-place.ts';
import { moveRow } from '../commitment/move-row.ts';
import { newQuestion, partsOf, withPart } from './question-row.ts';
import type { QuestionRow } from './question-row.ts';

const field = 'questions';

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
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', justifyContent: 'end' },
  add: { justifySelf: 'start' },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface QuestionListProps {
  readonly rows: readonly QuestionRow[];
  readonly onChange: (rows: readonly QuestionRow[]) => void;
  /** The question that is being written, for the preview. */
  readonly onAt: (id: string) => void;
  readonly problems: readonly FieldProblem[];
  readonly disabled: boolean;
}

/** The questions, added, moved and taken away by buttons; focus follows what was moved. */
export function QuestionList({ rows, onChange, onAt, problems, disabled }: QuestionListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const announce = useAnnounce();
  const [focusNext, setFocusNext] = useState<string | undefined>(undefined);
  const place = (row: string, part: string): string => fieldPlace(field, `${row}.${part}`);
  const addPlace = fieldPlace(field, 'add');
  const whole = problemText(problems, field);

  // A row that moves in the document loses focus; the button that moved it gets it back.
  useEffect(() => {
    if (focusNext !== undefined && focusPlace(focusNext)) setFocusNext(undefined);
  }, [focusNext, rows]);

  function move(index: number, by: 1 | -1): void {
    const row = rows[index];
    if (!row) return;
    const number = index + by + 1;
    onChange(moveRow(rows, index, index + by));
    announce(t('rows.moved', { number, count: rows.length }));
    // At the end of the list the button that was pressed is disabled: the other one takes over.
    const atEnd = number === 1 || number === rows.length;
    setFocusNext(place(row.id, (by === 1) === atEnd ? 'up' : 'down'));
  }

  function remove(index: number): void {
    onChange(rows.toSpliced(index, 1));
    announce(t('rows.removed'));
    const neighbour = rows[index + 1] ?? rows[index - 1];
    setFocusNext(neighbour ? place(neighbour.id, 'text') : addPlace);
  }

  function add(): void {
    const id = crypto.randomUUID();
    onChange([...rows, newQuestion(id)]);
    onAt(id);
    setFocusNext(place(id, 'text'));
  }

  return (
    <div className={styles.rows}>
      {whole === undefined ? null : <p role="alert">{whole}</p>}
      {rows.length === 0 ? <p className={styles.help}>{t('rows.none')}</p> : null}
      {rows.map((row, index) => {
        const number = index + 1;
        const inRow = problemsOfRow(problems, field, row.id);
        return (
          <fieldset className={styles.row} key={row.id} onFocus={() => onAt(row.id)}>
            <legend className={styles.legend}>{t('rows.row', { number })}</legend>
            <div className={styles.cells}>
              {partsOf(row).map(([part, definition]) => (
                <div className={definition.type === 'longText' ? styles.wide : undefined} key={part}>
                  <FieldInput
                    disabled={disabled}
                    field={definition}
                    name={place(row.id, part)}
                    onChange={(value) =>
                      onChange(rows.map((one) => (one.id === row.id ? withPart(one, part, value) : one)))
                    }
                    problem={problemText(inRow, part)}
                    problems={[]}
                    required={part === 'text' || part === 'answerKind'}
                    value={row[part]}
                  />
                </div>
              ))}
            </div>
            <div className={styles.buttons}>
              <Button
                appearance="subtle"
                aria-label={t('rows.up', { number })}
                disabled={disabled || index === 0}
                icon={<ArrowUp20Regular />}
                name={place(row.id, 'up')}
                onClick={() => move(index, -1)}
              />
              <Button
                appearance="subtle"
                aria-label={t('rows.down', { number })}
                disabled={disabled || number === rows.length}
                icon={<ArrowDown20Regular />}
                name={place(row.id, 'down')}
                onClick={() => move(index, 1)}
              />
              <Button
                appearance="subtle"
                aria-label={t('rows.remove', { number })}
                disabled={disabled}
                icon={<Delete20Regular />}
                onClick={() => remove(index)}
              />
            </div>
          </fieldset>
        );
      })}
      <Button className={styles.add} disabled={disabled} icon={<Add20Regular />} name={addPlace} onClick={add}>
        {t('rows.add')}
      </Button>
    </div>
  );
}
