import { Button, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer, StoredAnswer } from '../../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { isFailing, missingAnswers } from '../../../shared/rules/self-check-answers.ts';
import type { SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';
import { useSubmitSelfCheck } from '../../api/self-check-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { answerText } from './answer-text.ts';
import { useLocalInput } from './use-local-input.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '640px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, ':focus': { outline: 'none' } },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere', display: 'grid', whiteSpace: 'pre-wrap' },
  answer: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
  short: { maxWidth: '220px' },
  submit: { minHeight: '44px', justifySelf: 'start', minWidth: 'min(100%, 200px)' },
});

interface AnswerSummaryProps {
  readonly record: RecordAnswer;
  readonly rows: readonly SelfCheckAnswer[];
  readonly personId: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly saving: ReactNode;
  readonly flush: () => Promise<boolean>;
  readonly onQuestion: (place: number) => void;
  readonly onSubmitted: (answer: StoredAnswer) => void;
}

/** All answers before they are handed in: what fails, what is missing, and the way back to each question. */
export function AnswerSummary(props: AnswerSummaryProps): ReactElement {
  const { record, rows, personId, heading, saving, flush, onQuestion, onSubmitted } = props;
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const { sample } = record.fields as FieldsOfKind<'selfCheckOccurrence'>;
  const [words, setWords] = useLocalInput(personId, `self-check.${record.id}.summary`);
  const [busy, setBusy] = useState(false);
  const submit = useSubmitSelfCheck(record.id);
  const missing = missingAnswers(rows);
  const failing = rows.filter(isFailing).length;
  const firstMissing = rows.findIndex(({ id }) => id === missing[0]?.id);

  async function handIn(): Promise<void> {
    setBusy(true);
    try {
      // What is left unsaved is told by the note above; handing in without it would lose it.
      if (!(await flush())) return;
      const count = Number(words['sampledCount'] ?? '');
      await submit
        .mutateAsync({
          ...(words['comment'] === undefined ? {} : { comment: words['comment'] }),
          ...(words['sampledUnits'] === undefined ? {} : { sampledUnits: words['sampledUnits'] }),
          ...(words['sampledCount'] !== undefined && Number.isInteger(count) ? { sampledCount: count } : {}),
        })
        .then(
          (answer) => {
            setWords({});
            onSubmitted(answer);
          },
          // Shown from `submit.error`.
          () => undefined,
        );
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section heading={t('question.heading')}>
      <form
        className={styles.content}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void handIn();
        }}
      >
        <h3 className={styles.heading} ref={heading} tabIndex={-1}>
          {t('summary.heading')}
        </h3>
        <ol className={styles.list}>
          {rows.map((row, index) => (
            <li className={styles.item} key={row.id}>
              <span className={styles.words}>
                <span>{row.text}</span>
                <span className={styles.answer}>
                  {answerText(row, language) ?? t('summary.unanswered')}
                  {isFailing(row) ? ` (${t('summary.failed')})` : ''}
                </span>
              </span>
              <Button
                aria-label={t('summary.change', { number: index + 1 })}
                onClick={() => onQuestion(index)}
                size="small"
              >
                {t('summary.changeShort')}
              </Button>
            </li>
          ))}
        </ol>
        {missing.length > 0 ? (
          <Notice
            actions={<Button onClick={() => onQuestion(firstMissing)}>{t('summary.goToMissing')}</Button>}
            tone="warning"
          >
            {t('summary.missing', { count: missing.length })}
          </Notice>
        ) : failing > 0 ? (
          <Notice tone="warning">{t('summary.willOpen', { count: failing })}</Notice>
        ) : rows.length > 0 ? (
          <Notice tone="success">{t('summary.allGood')}</Notice>
        ) : null}
        {sample === undefined ? null : (
          <>
            <Field label={t('summary.sampledCount')}>
              <Input
                className={styles.short}
                inputMode="numeric"
                onChange={(_, { value }) => setWords({ ...words, sampledCount: value.replaceAll(/\D/g, '') })}
                value={words['sampledCount'] ?? ''}
              />
            </Field>
            <Field
              hint={{ children: t('summary.sampledHelp'), className: styles.hint }}
              label={t('summary.sampledUnits')}
            >
              <Textarea
                onChange={(_, { value }) => setWords({ ...words, sampledUnits: value })}
                resize="vertical"
                value={words['sampledUnits'] ?? ''}
              />
            </Field>
          </>
        )}
        <Field label={t('summary.comment')}>
          <Textarea
            onChange={(_, { value }) => setWords({ ...words, comment: value })}
            resize="vertical"
            rows={3}
            value={words['comment'] ?? ''}
          />
        </Field>
        {saving}
        {submit.error === null ? null : <FailureNotice failure={submit.error} urgent />}
        <Button
          appearance="primary"
          className={styles.submit}
          disabledFocusable={busy || missing.length > 0}
          type="submit"
        >
          {t('summary.submit')}
        </Button>
      </form>
    </Section>
  );
}
