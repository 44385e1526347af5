import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement, ReactNode } from 'react';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const icons = {
  info: Info20Regular,
  success: CheckmarkCircle20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
} as const;

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  info: { borderInlineStartColor: tokens.colorBrandStroke1 },
  success: { borderInlineStartColor: tokens.colorStatusSuccessBorderActive },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  error: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  icon: { flexShrink: 0 },
  body: { flex: '1 1 180px', minWidth: 0, display: 'grid', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
});

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** Buttons or links, after the text. */
  readonly actions?: ReactNode;
  /** Errors that come after something the person did are spoken at once. */
  readonly urgent?: boolean;
}

/** A message inside a page. The icon and the words carry the meaning; the colour only underlines it. */
export function Notice({ tone, title, children, actions, urgent = false }: NoticeProps): ReactElement {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} role={urgent ? 'alert' : undefined}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {title === undefined ? null : <span className={styles.title}>{title}</span>}
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {actions}
    </div>
  );
}
