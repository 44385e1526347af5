import { Button, Field, Radio, RadioGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useRefreshProcess } from '../../api/process-hooks.ts';
import { useAnswerComment, useComment } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDate } from '../../components/format-date.ts';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  item: {
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  kinds: { flexWrap: 'wrap' },
  send: { justifySelf: 'start' },
});

interface RecordCommentsProps {
  /** The process, or one of its activities. */
  readonly record: RecordAnswer;
  readonly processId: string;
}

/** What staff have said and suggested, oldest first, and a place to say more (R21, R63). */
export function RecordComments({ record, processId }: RecordCommentsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const refresh = useRefreshProcess(processId);
  const answer = useAnswerComment(record.kind, record.id);
  const comments = record.comments ?? [];
  return (
    <div className={styles.box}>
      {answer.error === null ? null : <FailureNotice failure={answer.error} urgent />}
      {comments.length === 0 ? <p className={styles.text}>{t('comments.none')}</p> : null}
      <ul className={styles.list}>
        {comments.map((comment) => (
          <li className={styles.item} key={comment.id}>
            <p className={styles.text}>
              {t(`comments.by.${comment.kind}`, {
                name: comment.by.name,
                time: formatDate(comment.at, language, 'moment'),
              })}
            </p>
            <p className={styles.text}>{comment.text}</p>
            {comment.answer === undefined ? null : (
              <p className={styles.text}>{t(`comments.${comment.answer.outcome}`, { name: comment.answer.by.name })}</p>
            )}
            {comment.kind === 'suggestion' && comment.answer === undefined && record.allowed.edit ? (
              <div className={styles.actions}>
                {(['taken', 'declined'] as const).map((outcome) => (
                  <Button
                    disabledFocusable={answer.isPending}
                    key={outcome}
                    onClick={() => answer.mutate({ commentId: comment.id, outcome }, { onSuccess: refresh })}
                    size="small"
                  >
                    {t(`comments.say.${outcome}`)}
                  </Button>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {record.allowed.comment ? <Writer onStored={refresh} record={record} /> : null}
    </div>
  );
}

/** What was written stays until the service has it. */
function Writer({ record, onStored }: { readonly record: RecordAnswer; readonly onStored: () => void }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const announce = useAnnounce();
  const comment = useComment(record.kind, record.id);
  const [id, setId] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<'comment' | 'suggestion'>('comment');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = asked && text.trim() === '';

  function send(): void {
    setAsked(true);
    if (text.trim() === '' || comment.isPending) return;
    comment.mutate(
      { id, kind, text },
      {
        onSuccess: () => {
          onStored();
          setId(crypto.randomUUID());
          setText('');
          setAsked(false);
          announce(t('comments.sent'));
        },
      },
    );
  }

  return (
    <div className={styles.box}>
      {comment.error === null ? null : <FailureNotice failure={comment.error} urgent />}
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
        label={t('comments.text')}
        validationMessage={isMissing ? t('comments.missing') : null}
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
