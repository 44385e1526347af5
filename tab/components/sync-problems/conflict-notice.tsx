import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordConflict } from '../../../shared/api/sync-contract.ts';
import { Notice } from '../notice.tsx';
import { useModal } from '../use-modal.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { matterOf } from './conflict-form.tsx';
import type { RecordPlace } from './use-settling.ts';

interface ConflictNoticeProps {
  readonly place: RecordPlace;
  readonly conflict: RecordConflict;
}

/** On the page of a record: something is to be decided, and the way to it. */
export function ConflictNotice({ place, conflict }: ConflictNoticeProps): ReactElement {
  const { t } = useTranslation('sync');
  const modal = useModal<undefined>();
  const matter = matterOf(conflict);
  return (
    <>
      <Notice
        actions={
          <Button aria-haspopup="dialog" onClick={() => modal.show(undefined)}>
            {t('conflicts.decide')}
          </Button>
        }
        title={t(`conflicts.titles.${matter}`)}
        tone="warning"
      >
        {matter === 'deleted' ? t('conflicts.gone') : null}
      </Notice>
      {modal.shown === undefined ? null : (
        <ConflictDialog
          conflictId={conflict.conflictId}
          key={modal.shown.turn}
          onClose={() => modal.close()}
          open={modal.isOpen}
          place={place}
        />
      )}
    </>
  );
}
