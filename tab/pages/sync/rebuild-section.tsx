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
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { useRebuild } from './use-sync.ts';

const useStyles = makeStyles({ text: { margin: 0, marginBottom: tokens.spacingVerticalM } });

/** Reads everything from SharePoint again, after a question. */
export function RebuildSection(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const { t: shell } = useTranslation('tab');
  const [asking, setAsking] = useState(false);
  const rebuild = useRebuild();
  return (
    <Section heading={t('rebuild.heading')}>
      <p className={styles.text}>{t('rebuild.text')}</p>
      {rebuild.error === null ? null : <FailureNotice failure={rebuild.error} urgent />}
      {rebuild.data === undefined ? null : (
        <Notice tone={rebuild.data.complete ? 'success' : 'warning'} urgent>
          {t(rebuild.data.complete ? 'rebuild.done' : 'rebuild.incomplete')}
        </Notice>
      )}
      <Button aria-haspopup="dialog" disabledFocusable={rebuild.isPending} onClick={() => setAsking(true)}>
        {t(rebuild.isPending ? 'rebuild.working' : 'rebuild.start')}
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
