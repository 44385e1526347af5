import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useRefreshProcess } from '../../api/process-hooks.ts';
import { useAnswerComment } from '../../api/write-hooks.ts';
import { CommentForm } from '../../components/comment-form.tsx';
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
  const words = {
    about: t('comments.kind'),
    comment: t('comments.comment'),
    suggestion: t('comments.suggestion'),
    text: t('comments.text'),
    missing: t('comments.missing'),
    send: t('comments.send'),
    sent: t('comments.sent'),
  };
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
      {record.allowed.comment ? <CommentForm onStored={refresh} record={record} words={words} /> : null}
    </div>
  );
}
