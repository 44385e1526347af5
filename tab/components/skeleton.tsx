import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { visuallyHidden } from './visually-hidden.ts';

const useStyles = makeStyles({
  block: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalM },
  line: { height: '20px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground5 },
});

/** Grey lines in the place of what is on its way, without motion. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  return (
    <div className={styles.block} role="status">
      <span style={visuallyHidden}>{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div aria-hidden="true" className={styles.line} key={index} style={{ width: `${String(90 - index * 12)}%` }} />
      ))}
    </div>
  );
}
