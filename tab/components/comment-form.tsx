import { Button, Field, Radio, RadioGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { useComment } from '../api/write-hooks.ts';
import { useAnnounce } from './announcement.tsx';
import { FailureNotice } from './failure-notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  send: { justifySelf: 'start' },
  kinds: { flexWrap: 'wrap' },
});

interface CommentFormProps {
  readonly record: Pick<RecordAnswer, 'kind' | 'id'>;
  /** The field that it is about; absent for the record as a whole. */
  readonly field?: string | undefined;
  /** `about` is asked above the two sorts; `missing` is said when nothing is written. */
  readonly words: Readonly<Record<'about' | 'comment' | 'suggestion' | 'text' | 'missing' | 'send' | 'sent', string>>;
  readonly hint?: string;
  readonly onStored: (record: RecordAnswer) => void;
}

/** A comment or a suggestion (R21, R63). What was written stays until the service has it. */
export function CommentForm({ record, field, words, hint, onStored }: CommentFormProps): ReactElement {
  const styles = useStyles();
  const announce = useAnnounce();
  const comment = useComment(record.kind, record.id);
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
        onSuccess: (stored) => {
          onStored(stored);
          setId(crypto.randomUUID());
          setText('');
          setAsked(false);
          announce(words.sent);
        },
      },
    );
  }

  return (
    <div className={styles.form}>
      {comment.error === null ? null : <FailureNotice failure={comment.error} urgent />}
      <Field label={words.about}>
        <RadioGroup
          className={styles.kinds}
          layout="horizontal"
          onChange={(_event, { value }) => setKind(value === 'suggestion' ? 'suggestion' : 'comment')}
          value={kind}
        >
          <Radio label={words.comment} value="comment" />
          <Radio label={words.suggestion} value="suggestion" />
        </RadioGroup>
      </Field>
      <Field
        hint={hint ?? null}
        label={words.text}
        validationMessage={isMissing ? words.missing : null}
        validationState={isMissing ? 'error' : 'none'}
      >
        <Textarea onChange={(_event, { value }) => setText(value)} resize="vertical" rows={3} value={text} />
      </Field>
      <Button className={styles.send} disabledFocusable={comment.isPending} onClick={send}>
        {words.send}
      </Button>
    </div>
  );
}
