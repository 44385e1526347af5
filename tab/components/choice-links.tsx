import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    paddingInline: `calc(${tokens.spacingHorizontalM} - 1px)`,
    paddingBlock: `calc(${tokens.spacingVerticalXS} - 1px)`,
  },
});

export interface ChoiceLink {
  readonly to: string;
  readonly text: string;
  readonly current: boolean;
}

/** A switch between faces of one page, as links: each face has an address. */
export function ChoiceLinks({
  label,
  links,
}: {
  readonly label: string;
  readonly links: readonly ChoiceLink[];
}): ReactElement {
  const styles = useStyles();
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {links.map(({ to, text, current }) => (
          <li key={to}>
            <Link
              aria-current={current ? 'true' : undefined}
              className={mergeClasses(styles.link, current && styles.current)}
              to={to}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
