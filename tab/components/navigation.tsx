import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { routes } from '../../shared/api/links.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', listStyleType: 'none', margin: 0, padding: 0, marginInline: '-8px' },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

const places = [
  { to: routes.myPart, text: 'nav.myPart' },
  { to: routes.commitments, text: 'nav.commitments' },
  { to: routes.cases, text: 'nav.cases' },
  { to: routes.report, text: 'nav.report' },
] as const;

function isHere(to: string, pathname: string): boolean {
  return to === routes.myPart ? pathname === to : pathname === to || pathname.startsWith(`${to}/`);
}

/** Plain links that wrap: they work at 320 px, at 400 % zoom and without a pointer. */
export function Navigation(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('nav.label')}>
      <ul className={styles.list}>
        {places.map(({ to, text }) => {
          const here = isHere(to, pathname);
          return (
            <li key={to}>
              <Link
                aria-current={here ? (pathname === to ? 'page' : 'true') : undefined}
                className={mergeClasses(styles.link, here && styles.current)}
                to={to}
              >
                {t(text)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
