import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import type { Comment } from '../../../shared/records/stored-record.ts';
import { useAnswerComment } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDate } from '../../components/format-date.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import { fieldPlace, focusPlace } from '../../components/field-place.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  item: {
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalM,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  kind: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Fields that hold words, into which a suggestion can be put. */
function isTextField(field: string): boolean {
  const fields: Readonly<Record<string, FieldDefinition>> = commitmentKind.fields;
  const type = fields[field]?.type;
  return type === 'text' || type === 'longText';
}

interface CommentListProps {
  readonly comments: readonly Comment[];
  readonly onStored: (record: RecordAnswer) => void;
}

/**
 * Comments and suggestions, oldest first. Who may change the commitment says of each suggestion
 * whether it was taken in; on a submitted one that is the manager.
 */
export function CommentList({ comments, onStored }: CommentListProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const announce = useAnnounce();
  const { commitment, mayEdit, dispatch } = useEditor();
  const answer = useAnswerComment('commitment', commitment.id);

  function insert(field: string, text: string): void {
    const before = fieldsOf(commitment)[field];
    const value = typeof before === 'string' && before.trim() ? `${before.trimEnd()}\n${text}` : text;
    dispatch({ kind: 'edited', id: commitment.id, field, value });
    focusPlace(fieldPlace(commitment.id, field));
    announce(t('comments.inserted'));
  }

  function reply(comment: Comment, outcome: 'taken' | 'declined'): void {
    answer.mutate({ commentId: comment.id, outcome }, { onSuccess: onStored });
  }

  return (
    <>
      {answer.error ? <FailureNotice failure={answer.error} urgent /> : null}
      <ul className={styles.list}>
        {comments.map((comment) => {
          const { field } = comment;
          const waits = comment.kind === 'suggestion' && comment.answer === undefined;
          return (
            <li className={styles.item} key={comment.id}>
              <span className={styles.head}>
                <span className={styles.kind}>{t(`comments.${comment.kind}`)}</span>{' '}
                {t('comments.by', { name: comment.by.name, time: formatDate(comment.at, language, 'moment') })}
              </span>
              <p className={styles.text}>{comment.text}</p>
              {comment.answer ? (
                <span className={styles.head}>
                  {t(`comments.${comment.answer.outcome}`, { name: comment.answer.by.name })}
                </span>
              ) : null}
              {waits && mayEdit ? (
                <div className={styles.actions}>
                  {field !== undefined && isTextField(field) ? (
                    <Button onClick={() => insert(field, comment.text)} size="small">
                      {t('comments.insert')}
                    </Button>
                  ) : null}
                  <Button disabledFocusable={answer.isPending} onClick={() => reply(comment, 'taken')} size="small">
                    {t('comments.take')}
                  </Button>
                  <Button disabledFocusable={answer.isPending} onClick={() => reply(comment, 'declined')} size="small">
                    {t('comments.decline')}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
