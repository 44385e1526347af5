import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Comment20Regular } from '@fluentui/react-icons/svg/comment';
import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useEditor } from './editor-context.ts';
import { CommitmentCommentForm } from './commitment-comment-form.tsx';
import { CommentList } from './comment-list.tsx';

const useStyles = makeStyles({
  toggle: { justifySelf: 'start', minWidth: 0 },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
});

interface FieldCommentsProps {
  readonly field: string;
  readonly label: string;
}

/** What has been said about one field, folded away; open from the start where a suggestion waits for an answer. */
export function FieldComments({ field, label }: FieldCommentsProps): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const { commitment, saved, mayComment, mayEdit, dispatch } = useEditor();
  const comments = (saved.comments ?? []).filter((comment) => comment.field === field);
  const waits = comments.some((comment) => comment.kind === 'suggestion' && comment.answer === undefined);
  const [isOpen, setOpen] = useState(waits && mayEdit);
  const panelId = useId();
  if (!mayComment && comments.length === 0) return null;

  const onStored = (record: RecordAnswer): void => dispatch({ kind: 'arrived', records: [record] });
  const count = comments.length === 0 ? undefined : t('comments.count', { count: comments.length });
  return (
    <>
      <Button
        appearance="subtle"
        aria-controls={isOpen ? panelId : undefined}
        aria-expanded={isOpen}
        aria-label={
          count === undefined
            ? t('comments.openOn', { field: label })
            : t('comments.countOn', { field: label, comments: count })
        }
        className={styles.toggle}
        icon={<Comment20Regular />}
        onClick={() => setOpen(!isOpen)}
        size="small"
      >
        {count ?? t('comments.open')}
      </Button>
      {isOpen ? (
        <div className={styles.panel} id={panelId}>
          {comments.length > 0 ? <CommentList comments={comments} onStored={onStored} /> : null}
          {mayComment ? <CommitmentCommentForm commitmentId={commitment.id} field={field} onStored={onStored} /> : null}
        </div>
      ) : null}
    </>
  );
}
