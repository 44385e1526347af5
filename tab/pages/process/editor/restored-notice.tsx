import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../components/format-date.ts';
import { Notice } from '../../../components/notice.tsx';
import { useLanguage } from '../../../host/host-context.ts';

interface RestoredNoticeProps {
  /** Absent for work that the service never got. */
  readonly at: string | undefined;
  /** Somebody has saved since the draft was begun. */
  readonly isOlder: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** A draft of an earlier visit was put back; the person may throw it away. */
export function RestoredNotice({ at, isOlder, onKeep, onDiscard }: RestoredNoticeProps): ReactElement {
  const { t } = useTranslation('processEditor');
  const language = useLanguage();
  return (
    <Notice
      actions={
        <>
          <Button onClick={onKeep}>{t('draft.keep')}</Button>
          <Button onClick={onDiscard}>{t('draft.discard')}</Button>
        </>
      }
      title={at === undefined ? t('draft.titleHere') : t('draft.title', { time: formatDate(at, language, 'moment') })}
      tone="info"
    >
      {t(isOlder ? 'draft.older' : 'draft.text')}
    </Notice>
  );
}
