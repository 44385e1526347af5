import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { CommentForm } from '../../components/comment-form.tsx';

interface CommitmentCommentFormProps {
  readonly commitmentId: string;
  readonly field?: string | undefined;
  readonly onStored: (record: RecordAnswer) => void;
}

/** A comment on a commitment, or a suggestion of other words for one of its fields (R21). */
export function CommitmentCommentForm({ commitmentId, field, onStored }: CommitmentCommentFormProps): ReactElement {
  const { t } = useTranslation('plan');
  return (
    <CommentForm
      field={field}
      hint={t('comments.hint')}
      onStored={onStored}
      record={{ kind: 'commitment', id: commitmentId }}
      words={{
        about: t('comments.kind'),
        comment: t('comments.comment'),
        suggestion: t('comments.suggestion'),
        text: t('comments.text'),
        missing: t('comments.textMissing'),
        send: t('comments.send'),
        sent: t('comments.sent'),
      }}
    />
  );
}
