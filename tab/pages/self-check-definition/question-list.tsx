import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../../shared/api/contract.ts';
import { fieldPlace } from '../../components/field-place.ts';
import { MovableRows } from '../../components/movable-rows.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';
import { problemText, problemsOfRow } from '../../components/record-form/form-values.ts';
import { newQuestion, partsOf, withPart } from './question-row.ts';
import type { QuestionRow } from './question-row.ts';

const field = 'questions';

const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
});

interface QuestionListProps {
  readonly rows: readonly QuestionRow[];
  readonly onChange: (rows: readonly QuestionRow[]) => void;
  /** The question that is being written, for the preview. */
  readonly onAt: (id: string) => void;
  readonly problems: readonly FieldProblem[];
  readonly disabled: boolean;
}

/** The questions of a self-check, as rows. */
export function QuestionList({ rows, onChange, onAt, problems, disabled }: QuestionListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const place = (row: string, part: string): string => fieldPlace(field, `${row}.${part}`);
  const whole = problemText(problems, field);
  return (
    <MovableRows
      addPlace={fieldPlace(field, 'add')}
      disabled={disabled}
      firstPart="text"
      heading={whole === undefined ? null : <p role="alert">{whole}</p>}
      mayEdit
      newRow={newQuestion}
      onAt={onAt}
      onChange={onChange}
      place={place}
      rows={rows}
      text={(key, values) => t(`rows.${key}`, { ...values })}
    >
      {(row) => {
        const inRow = problemsOfRow(problems, field, row.id);
        return (
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
        );
      }}
    </MovableRows>
  );
}
