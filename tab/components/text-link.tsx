import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    textUnderlineOffset: '2px',
    display: 'inline-block',
    minHeight: '24px',
    overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusSmall,
    },
  },
});

interface TextLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly lang?: string | undefined;
}

/** A link inside the tab, underlined so that colour is not its only sign. */
export function TextLink({ to, children, className, lang }: TextLinkProps): ReactElement {
  const styles = useStyles();
  return (
    <Link className={mergeClasses(styles.link, className)} lang={lang} to={to}>
      {children}
    </Link>
  );
}
