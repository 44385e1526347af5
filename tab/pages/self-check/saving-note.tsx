import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import type { SavingState } from './answer-saving.ts';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Whether the service has what was answered. */
export function SavingNote({
  state,
  onRetry,
}: {
  readonly state: SavingState;
  readonly onRetry: () => void;
}): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  if (state.kind === 'failed') {
    return (
      <Notice actions={<Button onClick={onRetry}>{t('saving.retry')}</Button>} tone="warning" urgent>
        {t('saving.failed')}
      </Notice>
    );
  }
  if (state.kind === 'refused') {
    return (
      <Notice tone="error" urgent>
        {t('saving.refused')} {state.text}
      </Notice>
    );
  }
  return <p className={styles.text}>{t(state.kind === 'saved' ? 'saving.saved' : 'saving.waiting')}</p>;
}
