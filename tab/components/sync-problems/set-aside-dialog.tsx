import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAsideItem, SettleSetAsideRequest } from '../../../shared/api/sync-contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useAnnounce } from '../announcement.tsx';
import { FailureNotice } from '../failure-notice.tsx';
import { valueText } from '../field-value.tsx';
import { problemText } from '../record-form/form-values.ts';
import { useSettleSetAside } from './use-settling.ts';
import type { RecordPlace } from './use-settling.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  values: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

interface SetAsideDialogProps {
  readonly item: SetAsideItem;
  /** The record on whose page this is; absent on the administrator's page. */
  readonly place?: RecordPlace;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Why it is done with, and which of the values that were written in SharePoint are right after all. Stays mounted while it closes. */
export function SetAsideDialog({ item, place, open, onClose }: SetAsideDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const { t: shell } = useTranslation('tab');
  const language = useLanguage();
  const announce = useAnnounce();
  const settle = useSettleSetAside(place);
  const [reason, setReason] = useState('');
  const [take, setTake] = useState<readonly string[]>([]);
  const { fields } = definitionOf(item.kind);
  const offered = Object.entries(item.values ?? {});
  const send = (): void => {
    const request: SettleSetAsideRequest = {
      reason,
      ...(take.length === 0 ? {} : { take }),
      ...(item.baseRevision === undefined ? {} : { baseRevision: item.baseRevision }),
    };
    settle.mutate(
      { setAsideId: item.setAsideId, request },
      {
        onSuccess: () => {
          announce(t('setAside.settled'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog onOpenChange={(_event, data) => (data.open ? undefined : onClose())} open={open}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('setAside.confirm')}</DialogTitle>
          <DialogContent className={styles.content}>
            {settle.error === null ? null : <FailureNotice failure={settle.error} urgent />}
            {offered.length === 0 ? null : (
              <fieldset className={styles.values}>
                <legend className={styles.legend}>{t('setAside.take')}</legend>
                <p className={styles.text}>{t('setAside.takeHint')}</p>
                {offered.map(([name, value]) => {
                  const field = fields[name];
                  if (field === undefined) return null;
                  return (
                    <Checkbox
                      checked={take.includes(name)}
                      key={name}
                      label={`${field.label[language]}: ${valueText(field, value, language)}`}
                      onChange={(_event, { checked }) =>
                        setTake(checked === true ? [...take, name] : take.filter((one) => one !== name))
                      }
                    />
                  );
                })}
              </fieldset>
            )}
            <Field
              label={t('setAside.reason')}
              required
              validationMessage={problemText(settle.error?.problems ?? [], 'reason') ?? null}
            >
              <Textarea onChange={(_event, { value }) => setReason(value)} rows={3} value={reason} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{shell('cancel')}</Button>
            <Button appearance="primary" disabledFocusable={settle.isPending} onClick={send}>
              {t('setAside.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
