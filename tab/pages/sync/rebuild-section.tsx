import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RebuildState } from '../../../shared/api/sync-contract.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDate } from '../../components/format-date.ts';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { useRebuild } from './use-sync.ts';

const useStyles = makeStyles({ text: { margin: 0, marginBottom: tokens.spacingVerticalM } });

/** Reads everything from SharePoint again, after a question; tells how far it is, and when it was done last. */
export function RebuildSection({ state }: { readonly state: RebuildState }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const { t: shell } = useTranslation('tab');
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const rebuild = useRebuild();
  const { left, lists, doneAt } = state;
  const isWorking = left > 0;
  return (
    <Section heading={t('rebuild.heading')}>
      <p className={styles.text}>{t('rebuild.text')}</p>
      {rebuild.error === null ? null : <FailureNotice failure={rebuild.error} urgent />}
      {isWorking ? <Notice tone="info">{t('rebuild.left', { left, lists })}</Notice> : null}
      {rebuild.isSuccess && !isWorking ? (
        <Notice tone="success" urgent>
          {t('rebuild.done')}
        </Notice>
      ) : null}
      {doneAt === undefined ? null : (
        <p className={styles.text}>{t('rebuild.doneAt', { at: formatDate(doneAt, language, 'moment') })}</p>
      )}
      <Button aria-haspopup="dialog" disabledFocusable={rebuild.isPending || isWorking} onClick={() => setAsking(true)}>
        {t(rebuild.isPending || isWorking ? 'rebuild.working' : 'rebuild.start')}
      </Button>
      <Dialog onOpenChange={(_event, { open }) => setAsking(open)} open={asking}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t('rebuild.confirm')}</DialogTitle>
            <DialogContent>{t('rebuild.text')}</DialogContent>
            <DialogActions>
              <Button onClick={() => setAsking(false)}>{shell('cancel')}</Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setAsking(false);
                  rebuild.mutate();
                }}
              >
                {t('rebuild.start')}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </Section>
  );
}
