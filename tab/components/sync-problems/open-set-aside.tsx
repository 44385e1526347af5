import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { SetAsideItem } from '../../../shared/api/sync-contract.ts';
import { Notice } from '../notice.tsx';
import { useModal } from '../use-modal.ts';
import { SetAsideDialog } from './set-aside-dialog.tsx';
import { sortOfReason } from './set-aside-reason.ts';
import { useRecordSetAside } from './use-settling.ts';

/** On the page of a record: what somebody wrote in SharePoint that the rules refused, for whoever may change the record. */
export function OpenSetAside({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const { t } = useTranslation('sync');
  const setAside = useRecordSetAside(record, record.view === 'full');
  const modal = useModal<SetAsideItem>();
  const [first] = setAside.data ?? [];
  return (
    <>
      {first === undefined ? null : (
        <Notice
          actions={
            <Button aria-haspopup="dialog" onClick={() => modal.show(first)}>
              {t('setAside.settle')}
            </Button>
          }
          title={t('setAside.heading')}
          tone="warning"
        >
          {t('setAside.onRecord', { reason: t(`setAside.reasons.${sortOfReason(first.reason)}`).toLowerCase() })}
        </Notice>
      )}
      {modal.shown === undefined ? null : (
        <SetAsideDialog
          item={modal.shown.value}
          key={modal.shown.turn}
          onClose={() => modal.close()}
          open={modal.isOpen}
          place={record}
        />
      )}
    </>
  );
}
