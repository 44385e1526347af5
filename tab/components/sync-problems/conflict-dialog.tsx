import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiFailure } from '../../api/api-failure.ts';
import { useAnnounce } from '../announcement.tsx';
import { FailureNotice } from '../failure-notice.tsx';
import { Skeleton } from '../skeleton.tsx';
import { ConflictForm } from './conflict-form.tsx';
import { useConflicts, useSettleConflict } from './use-settling.ts';
import type { RecordPlace } from './use-settling.ts';

interface ConflictDialogProps {
  readonly place: RecordPlace;
  readonly conflictId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One conflict to decide, on the page of its record or beside the other problems of the sync. Stays mounted while it closes. */
export function ConflictDialog({ place, conflictId, open, onClose }: ConflictDialogProps): ReactElement {
  const { t } = useTranslation('sync');
  const { t: shell } = useTranslation('tab');
  const announce = useAnnounce();
  const conflicts = useConflicts(place, open);
  const settle = useSettleConflict(place);
  const conflict = conflicts.data?.find((one) => one.conflictId === conflictId);
  const isMissing =
    conflicts.data !== undefined || (conflicts.error !== null && asApiFailure(conflicts.error).code === 'notFound');
  return (
    <Dialog onOpenChange={(_event, data) => (data.open || settle.isPending ? undefined : onClose())} open={open}>
      <DialogSurface>
        {conflict === undefined ? (
          <DialogBody>
            <DialogTitle>{t('conflicts.decide')}</DialogTitle>
            <DialogContent>
              {isMissing ? (
                t('conflicts.notYours')
              ) : conflicts.error === null ? (
                <Skeleton />
              ) : (
                <FailureNotice failure={conflicts.error} />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{shell('close')}</Button>
            </DialogActions>
          </DialogBody>
        ) : (
          <ConflictForm
            busy={settle.isPending}
            conflict={conflict}
            failure={settle.error}
            kind={place.kind}
            onClose={onClose}
            onSettle={(request) =>
              settle.mutate(
                { ...request, conflictId },
                {
                  onSuccess: () => {
                    announce(t('conflicts.saved'));
                    onClose();
                  },
                },
              )
            }
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}
