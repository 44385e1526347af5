import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer, StoredAnswer } from '../../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { nextUnanswered } from '../../../shared/rules/self-check-answers.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { Section } from '../../components/section.tsx';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { AnswerSummary } from './answer-summary.tsx';
import { withPending } from './answer-text.ts';
import { QuestionFields } from './question-fields.tsx';
import { SavingNote } from './saving-note.tsx';
import { useAnswerSaving } from './use-answer-saving.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '640px' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    ':focus': { outline: 'none' },
  },
  bar: { width: '100%', height: '8px', accentColor: tokens.colorCompoundBrandBackground },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  // For a thumb, and so that the two never wrap at 320 px.
  button: { flex: '1 1 120px', maxWidth: '240px', minHeight: '44px' },
});

interface AnswerFlowProps {
  readonly record: RecordAnswer;
  readonly personId: string;
  readonly onSubmitted: (answer: StoredAnswer) => void;
}

/** One question after the other, then all of them with the button that hands in. Answers are kept as they are given. */
export function AnswerFlow({ record, personId, onSubmitted }: AnswerFlowProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const announce = useAnnounce();
  const { saving, state, pending } = useAnswerSaving(record.id, personId, () => announce(t('saving.masked')));
  const rows = ((record.fields as FieldsOfKind<'selfCheckOccurrence'>).answers ?? []).map((row) =>
    withPending(row, pending[row.id]),
  );
  /** The question on show; past the last one stands the summary. */
  const [place, setPlace] = useState(() => {
    const first = nextUnanswered(rows);
    return first === undefined ? rows.length : rows.findIndex(({ id }) => id === first.id);
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useLeaveWarning(state.kind !== 'saved');

  // Whoever turned a page is told which one they came to.
  useEffect(() => {
    if (!moved.current) return;
    heading.current?.focus();
  }, [place]);

  function goTo(next: number): void {
    moved.current = true;
    void saving?.flush();
    setPlace(next);
  }

  const row = rows[place];
  if (row === undefined) {
    return (
      <AnswerSummary
        flush={() => saving?.flush() ?? Promise.resolve(true)}
        heading={heading}
        onQuestion={goTo}
        onSubmitted={onSubmitted}
        personId={personId}
        record={record}
        rows={rows}
        saving={<SavingNote onRetry={() => void saving?.flush()} state={state} />}
      />
    );
  }
  return (
    <Section heading={t('question.heading')}>
      <div className={styles.content}>
        <h3 className={styles.number} ref={heading} tabIndex={-1}>
          {t('question.number', { number: place + 1, count: rows.length })}
        </h3>
        <progress aria-hidden="true" className={styles.bar} max={rows.length} value={place} />
        <QuestionFields key={row.id} onAnswer={(given, when) => saving?.note(row.id, given, when)} row={row} />
        <div className={styles.buttons}>
          <Button className={styles.button} disabled={place === 0} onClick={() => goTo(place - 1)}>
            {t('question.previous')}
          </Button>
          <Button appearance="primary" className={styles.button} onClick={() => goTo(place + 1)}>
            {t(place + 1 === rows.length ? 'question.toSummary' : 'question.next')}
          </Button>
        </div>
        <SavingNote onRetry={() => void saving?.flush()} state={state} />
      </div>
    </Section>
  );
}
