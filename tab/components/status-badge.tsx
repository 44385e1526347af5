import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { KindName } from '../../shared/records/index.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { useLanguage } from '../host/host-context.ts';

const useStyles = makeStyles({
  badge: {
    display: 'inline-block',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
  },
});

/** The state of a record in words; all states look alike, so that no meaning hangs on colour. */
export function StatusBadge({ kind, status }: { readonly kind: KindName; readonly status: string }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  return <span className={styles.badge}>{definitionOf(kind).states[status]?.[language] ?? status}</span>;
}
