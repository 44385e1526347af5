import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcuts } from './keys.ts';

const useStyles = makeStyles({
  keys: {
    display: 'grid',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  key: { fontFamily: tokens.fontFamilyBase, fontWeight: tokens.fontWeightSemibold },
});

/** Every key of the editor, always in sight. */
export const Shortcuts = memo(function Shortcuts(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  const lines = [
    ...shortcuts.map(({ act, shown }) => [t(`keys.${shown}`), t(`actions.${act}`)] as const),
    [t('keys.arrows'), t('keys.ofArrows')] as const,
    [t('keys.undo'), t('bar.undo')] as const,
    [t('keys.redo'), t('bar.redo')] as const,
    [t('keys.save'), t('bar.save')] as const,
  ];
  return (
    <ul className={styles.keys}>
      {lines.map(([key, what]) => (
        <li key={key}>
          <kbd className={styles.key}>{key}</kbd> {what}
        </li>
      ))}
    </ul>
  );
});
