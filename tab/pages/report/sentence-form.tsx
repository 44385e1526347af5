import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { SyntheticEvent, ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeReadAnswer } from '../../../shared/api/contract.ts';
import { useReadSentence } from '../../api/write-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 720px)' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface SentenceFormProps {
  readonly onRead: (reading: IntakeReadAnswer) => void;
  /** Goes on to the form without reading, with the words as they are. */
  readonly onSkip: (words: string) => void;
}

/** One sentence in own words. The service reads it and stores nothing; without an answer the form opens by hand. */
export function SentenceForm({ onRead, onSkip }: SentenceFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const [words, setWords] = useState('');
  const read = useReadSentence();
  return (
    <form
      className={styles.form}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        if (words.trim() === '') onSkip('');
        else read.mutate(words, { onSuccess: onRead });
      }}
    >
      <Field hint={t('sentence.hint')} label={t('sentence.label')}>
        <Textarea
          name="sentence"
          onChange={(_, data) => {
            setWords(data.value);
          }}
          placeholder={t('sentence.example')}
          rows={4}
          value={words}
        />
      </Field>
      {read.error === null ? null : <FailureNotice failure={read.error} urgent />}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={read.isPending} type="submit">
          {t('sentence.go')}
        </Button>
        <Button
          disabled={read.isPending}
          onClick={() => {
            onSkip(words.trim());
          }}
        >
          {t('sentence.skip')}
        </Button>
      </div>
    </form>
  );
}
