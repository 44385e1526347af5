import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncAnswer } from '../../../shared/api/sync-contract.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useProblemsFile } from './use-sync.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  text: { margin: 0 },
});

/** Everything that a person has to settle, to keep or to send on; nothing when there is nothing. */
export function FileSection({ counts }: Pick<SyncAnswer, 'counts'>): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const file = useProblemsFile();
  if (counts.unsendable + counts.conflicts + counts.setAside === 0) return null;
  return (
    <div className={styles.box}>
      {file.error === null ? null : <FailureNotice failure={file.error} urgent />}
      <p className={styles.text}>{t('file.text')}</p>
      <Button disabledFocusable={file.isPending} onClick={() => file.mutate()}>
        {t('file.save')}
      </Button>
    </div>
  );
}
