import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  title: {
    margin: 0,
    flex: '1 1 240px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** The first render of the tab leaves focus to the browser; `default` is the router's key for that place. */
const firstPlace = 'default';

interface PageTitleProps {
  readonly title: string;
  /** Buttons that belong to the whole page. */
  readonly children?: ReactNode;
}

/**
 * The page's one h1. Names the browser tab, and takes focus when the person came here by a link inside the tab, so that
 * screen readers say where they are (a hash router changes pages without the browser knowing).
 */
export function PageTitle({ title, children }: PageTitleProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const arrivedAt = useRef<string | undefined>(key === firstPlace ? pathname : undefined);

  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);

  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [pathname]);

  return (
    <div className={styles.row}>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
