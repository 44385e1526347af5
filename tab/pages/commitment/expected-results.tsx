import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../components/record-form/form-values.ts';
import { useEditor } from './editor-context.ts';
import type { EditedRecord } from './editor-state.ts';
import { ExpectedResultCard } from './expected-result-card.tsx';
import { fieldPlace, focusPlace } from '../../components/field-place.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  problem: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  add: { justifySelf: 'start' },
});

/** A result that starts with what everybody has to say anyway: what it belongs to. */
function newResult(commitmentId: string): EditedRecord {
  return {
    kind: 'expectedResult',
    id: crypto.randomUUID(),
    edits: {
      commitment: { from: undefined, to: commitmentId },
      resultKind: { from: undefined, to: 'targetValue' },
    },
    conflicts: [],
  };
}

/** The expected results of the commitment (R19), each a record of its own. */
export function ExpectedResults(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const { commitment, results, mayEdit, problems, dispatch } = useEditor();
  const [focusNext, setFocusNext] = useState<string | undefined>(undefined);
  const problem = problemText(
    problems.filter((one) => one.recordId === commitment.id),
    'expectedResults',
  );

  useEffect(() => {
    if (focusNext !== undefined && focusPlace(focusNext)) setFocusNext(undefined);
  }, [focusNext, results]);

  return (
    <div className={styles.list}>
      {results.length === 0 ? <p className={styles.text}>{t('results.none')}</p> : null}
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {results.map((result, index) => (
        <ExpectedResultCard
          key={result.id}
          number={index + 1}
          onRemoved={() => setFocusNext(fieldPlace(commitment.id, 'results.add'))}
          result={result}
        />
      ))}
      {mayEdit ? (
        <Button
          className={styles.add}
          icon={<Add20Regular />}
          name={fieldPlace(commitment.id, 'results.add')}
          onClick={() => {
            const record = newResult(commitment.id);
            dispatch({ kind: 'added', record });
            setFocusNext(fieldPlace(record.id, 'card'));
          }}
        >
          {t('results.add')}
        </Button>
      ) : null}
    </div>
  );
}
