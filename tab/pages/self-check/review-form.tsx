import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useReviewSelfCheck } from '../../api/self-check-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Section } from '../../components/section.tsx';
import { useLocalInput } from './use-local-input.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '640px' },
  text: { margin: 0 },
  button: { justifySelf: 'start', minHeight: '44px' },
});

/** The manager's review, with a comment if there is something to say. */
export function ReviewForm({
  record,
  personId,
}: {
  readonly record: RecordAnswer;
  readonly personId: string;
}): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const announce = useAnnounce();
  const [words, setWords] = useLocalInput(personId, `self-check.${record.id}.review`);
  const review = useReviewSelfCheck(record.id);
  return (
    <Section heading={t('review.heading')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { comment } = words;
          review.mutate(
            { baseRevision: record.revision, ...(comment === undefined ? {} : { reviewComment: comment }) },
            {
              onSuccess: () => {
                setWords({});
                announce(t('review.done'));
              },
            },
          );
        }}
      >
        <p className={styles.text}>{t('review.help')}</p>
        <Field label={t('review.comment')}>
          <Textarea
            onChange={(_, { value }) => setWords({ comment: value })}
            resize="vertical"
            rows={3}
            value={words['comment'] ?? ''}
          />
        </Field>
        {review.error === null ? null : <FailureNotice failure={review.error} urgent />}
        <Button appearance="primary" className={styles.button} disabledFocusable={review.isPending} type="submit">
          {t('review.submit')}
        </Button>
      </form>
    </Section>
  );
}
