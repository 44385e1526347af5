import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { routes } from '../../shared/api/links.ts';
import type { Role } from '../../shared/records/record-kind.ts';
import { useMe } from '../api/read-hooks.ts';

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

interface Place {
  readonly to: string;
  readonly text: string;
  /** Whom the page is for; everybody unless told. */
  readonly roles?: readonly Role[];
}

const places = [
  { to: routes.myPart, text: 'nav.myPart' },
  { to: routes.commitments, text: 'nav.commitments' },
  { to: routes.cases, text: 'nav.cases' },
  { to: routes.processes, text: 'nav.processes' },
  { to: routes.selfChecks, text: 'nav.selfChecks' },
  { to: routes.documents, text: 'nav.documents' },
  { to: routes.report, text: 'nav.report' },
  { to: routes.reminders, text: 'nav.reminders' },
  { to: routes.sync, text: 'nav.sync', roles: ['admin', 'qualityCoordinator'] },
] as const satisfies readonly Place[];

function isHere(to: string, pathname: string): boolean {
  return to === routes.myPart ? pathname === to : pathname === to || pathname.startsWith(`${to}/`);
}

/** Plain links that wrap: they work at 320 px, at 400 % zoom and without a pointer. */
export function Navigation(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const { pathname } = useLocation();
  const held = new Set(useMe().data?.roles.map(({ role }) => role));
  const shown = places.filter((place) => !('roles' in place) || place.roles.some((role) => held.has(role)));
  return (
    <nav aria-label={t('nav.label')}>
      <ul className={styles.list}>
        {shown.map(({ to, text }) => {
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
