import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { QuestionFields } from '../self-check/question-fields.tsx';
import { asAsked } from './question-row.ts';
import type { QuestionRow } from './question-row.ts';

const useStyles = makeStyles({
  // As wide as a small phone.
  phone: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    maxWidth: '320px',
    padding: tokens.spacingHorizontalL,
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface QuestionPreviewProps {
  readonly rows: readonly QuestionRow[];
  /** The question that is being written; the first one unless it is there. */
  readonly at: string | undefined;
}

/** The question as it will be asked, on a phone. It can be answered to try it out. */
export function QuestionPreview({ rows, at }: QuestionPreviewProps): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === at),
  );
  const row = rows[index];
  if (row === undefined) return null;
  const asked = asAsked(row, t('rows.row', { number: index + 1 }));
  return (
    <div aria-label={t('question.preview')} role="group">
      <h3 className={styles.heading}>{t('question.preview')}</h3>
      <p className={styles.text}>{t('question.previewHelp')}</p>
      <div className={styles.phone}>
        <p className={styles.text}>{t('question.number', { number: index + 1, count: rows.length })}</p>
        <QuestionFields key={JSON.stringify(asked)} onAnswer={() => undefined} row={asked} />
      </div>
    </div>
  );
}
