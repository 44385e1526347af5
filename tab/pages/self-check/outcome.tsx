import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { isFailing } from '../../../shared/rules/self-check-answers.ts';
import type { SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';
import { useRecord } from '../../api/read-hooks.ts';
import { formatDate } from '../../components/format-date.ts';
import { Section } from '../../components/section.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { answerText } from './answer-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  answer: { fontWeight: tokens.fontWeightSemibold },
  more: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  texts: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** Every question with its answer, who gave it, and the deviation that it led to. */
export function Answers({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const { answers = [] } = record.fields as FieldsOfKind<'selfCheckOccurrence'>;
  if (answers.length === 0) return null;
  return (
    <Section heading={t('outcome.answers')}>
      <ol className={styles.list}>
        {answers.map((row) => (
          <Answer key={row.id} row={row} />
        ))}
      </ol>
    </Section>
  );
}

function Answer({ row }: { readonly row: SelfCheckAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const { answeredBy, answeredAt, remark, deviation } = row;
  return (
    <li className={styles.item}>
      <span>{row.text}</span>
      <span className={styles.answer}>
        {answerText(row, language) ?? t('summary.unanswered')}
        {isFailing(row) ? ` (${t('summary.failed')})` : ''}
      </span>
      {remark === undefined ? null : <span>{remark}</span>}
      {answeredBy === undefined || answeredAt === undefined ? null : (
        <span className={styles.more}>
          {t('outcome.by', { name: answeredBy.name, at: formatDate(answeredAt, language, 'moment') })}
        </span>
      )}
      {deviation === undefined ? null : <DeviationLink id={deviation} />}
    </li>
  );
}

/** By its reference, for those who may see it. */
export function DeviationLink({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const deviation = useRecord('deviation', id);
  if (deviation.data === undefined && deviation.error !== null) {
    return <span className={styles.more}>{t('outcome.unreadable')}</span>;
  }
  return (
    <span>
      <TextLink to={routeOfRecord('deviation', id)}>{deviation.data?.ref ?? t('outcome.deviation')}</TextLink>
    </span>
  );
}

/** What was written when it was handed in, and afterwards. */
export function OutcomeTexts({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const fields = record.fields as FieldsOfKind<'selfCheckOccurrence'>;
  const texts = [
    [t('summary.sampledCount'), fields.sampledCount === undefined ? undefined : String(fields.sampledCount)],
    [t('summary.sampledUnits'), fields.sampledUnits],
    [t('outcome.comment'), fields.comment],
    [t('outcome.reviewComment'), fields.reviewComment],
    [t('outcome.effect'), fields.effect],
  ].filter(([, text]) => text !== undefined);
  if (texts.length === 0) return null;
  return (
    <Section heading={t('one.history')}>
      <dl className={styles.texts}>
        {texts.map(([name, text]) => (
          <div key={name}>
            <dt className={styles.more}>{name}</dt>
            <dd className={styles.value}>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
