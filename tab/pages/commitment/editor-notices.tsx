import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { planStates } from '../../../shared/records/plan-states.ts';
import type { Label } from '../../../shared/records/record-kind.ts';
import { useHistory } from '../../api/read-hooks.ts';
import { formatDate } from '../../components/format-date.ts';
import { Notice } from '../../components/notice.tsx';
import { useLanguage } from '../../host/host-context.ts';

/** Why a returned commitment came back: the reason that was given, who gave it and when. */
export function ReturnedReason({ commitment }: { readonly commitment: RecordAnswer }): ReactElement | null {
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const isReturned = commitment.status === 'returned';
  const history = useHistory('commitment', commitment.id, isReturned);
  const entry = history.data?.find((one) => one.action === 'stepTaken' && one.toStatus === 'returned');
  if (!isReturned || !entry) return null;
  const day = formatDate(entry.at, language);
  return (
    <Notice title={t('editor.returned', { name: entry.by.name, day })} tone="warning">
      {entry.reason}
    </Notice>
  );
}

const states: Readonly<Record<string, Label>> = planStates;

/** Says why nothing can be changed, where that is so. */
export function ReadOnlyReason({ commitment }: { readonly commitment: RecordAnswer }): ReactElement | null {
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { allowed, status } = commitment;
  if (allowed.edit) return null;
  const isOpen = ['draft', 'submitted', 'returned'].includes(status);
  if (isOpen)
    return <Notice tone="info">{t(allowed.comment ? 'editor.readOnly.comment' : 'editor.readOnly.read')}</Notice>;
  return <Notice tone="info">{t('editor.readOnly.closed', { status: states[status]?.[language] ?? status })}</Notice>;
}

interface RestoredNoticeProps {
  readonly at: string | undefined;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** A draft was put back; the person may throw it away. */
export function RestoredNotice({ at, onDiscard, onKeep }: RestoredNoticeProps): ReactElement {
  const language = useLanguage();
  const { t } = useTranslation('plan');
  return (
    <Notice
      actions={
        <>
          <Button onClick={onKeep}>{t('editor.restored.keep')}</Button>
          <Button onClick={onDiscard}>{t('editor.restored.discard')}</Button>
        </>
      }
      title={
        at === undefined
          ? t('editor.restored.titleHere')
          : t('editor.restored.title', { time: formatDate(at, language, 'moment') })
      }
      tone="info"
    >
      {t('editor.restored.text')}
    </Notice>
  );
}
