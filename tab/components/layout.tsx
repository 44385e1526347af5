import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/read-hooks.ts';
import { Navigation } from './navigation.tsx';
import { SettingsButton } from './settings-button.tsx';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: '-60px',
    zIndex: 1001,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    ':focus': { top: tokens.spacingVerticalS },
  },
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    maxWidth: '1200px',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalL,
    paddingTop: tokens.spacingVerticalS,
  },
  names: { flex: '1 1 160px', minWidth: 0, display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  app: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  board: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300, alignSelf: 'center' },
  navigation: { flexBasis: '100%' },
  main: {
    maxWidth: '1200px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL} 80px`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':focus': { outline: 'none' },
  },
});

const mainId = 'content';

/** The frame of every page: skip link, names, navigation on top (no rail of our own beside Teams'), content. */
export function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const me = useMe();
  return (
    <div className={styles.page}>
      <a
        className={styles.skip}
        href={`#${mainId}`}
        onClick={(event) => {
          // The hash belongs to the router, so the jump is made by hand.
          event.preventDefault();
          document.getElementById(mainId)?.focus();
        }}
      >
        {t('skipToContent')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <div className={styles.names}>
            <span className={styles.app}>{t('appName')}</span>
            <span className={styles.board}>{me.data?.board.name}</span>
          </div>
          <SettingsButton />
          <div className={styles.navigation}>
            <Navigation />
          </div>
        </div>
      </header>
      <main className={styles.main} id={mainId} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
