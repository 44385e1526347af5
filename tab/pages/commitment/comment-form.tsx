import { Button, Field, Radio, RadioGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useComment } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  send: { justifySelf: 'start' },
  kinds: { flexWrap: 'wrap' },
});

interface CommentFormProps {
  readonly commitmentId: string;
  /** The field that it is about; absent for the commitment as a whole. */
  readonly field?: string | undefined;
  readonly onStored: (record: RecordAnswer) => void;
}

/** A comment or a suggestion of other words (R21). What was written stays until the service has it. */
export function CommentForm({ commitmentId, field, onStored }: CommentFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const announce = useAnnounce();
  const comment = useComment('commitment', commitmentId);
  const [id, setId] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<'comment' | 'suggestion'>('comment');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = asked && !text.trim();

  function send(): void {
    setAsked(true);
    if (!text.trim() || comment.isPending) return;
    comment.mutate(
      { id, kind, text, ...(field === undefined ? {} : { field }) },
      {
        onSuccess: (record) => {
          onStored(record);
          setId(crypto.randomUUID());
          setText('');
          setAsked(false);
          announce(t('comments.sent'));
        },
      },
    );
  }

  return (
    <div className={styles.form}>
      {comment.error ? <FailureNotice failure={comment.error} urgent /> : null}
      <Field label={t('comments.kind')}>
        <RadioGroup
          className={styles.kinds}
          layout="horizontal"
          onChange={(_event, { value }) => setKind(value === 'suggestion' ? 'suggestion' : 'comment')}
          value={kind}
        >
          <Radio label={t('comments.comment')} value="comment" />
          <Radio label={t('comments.suggestion')} value="suggestion" />
        </RadioGroup>
      </Field>
      <Field
        hint={t('comments.hint')}
        label={t('comments.text')}
        validationMessage={isMissing ? t('comments.textMissing') : null}
        validationState={isMissing ? 'error' : 'none'}
      >
        <Textarea onChange={(_event, { value }) => setText(value)} resize="vertical" rows={3} value={text} />
      </Field>
      <Button className={styles.send} disabledFocusable={comment.isPending} onClick={send}>
        {t('comments.send')}
      </Button>
    </div>
  );
}
