import { makeStyles, tokens } from '@fluentui/react-components';
import { Archive20Regular } from '@fluentui/react-icons/svg/archive';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClipboardCheckmark20Regular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { Send20Regular } from '@fluentui/react-icons/svg/send';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import type { ReactElement } from 'react';
import { planStates } from '../../../shared/records/plan-states.ts';
import { useLanguage } from '../../host/host-context.ts';

type PlanState = keyof typeof planStates;

const icons = {
  draft: Edit20Regular,
  submitted: Send20Regular,
  returned: ArrowUndo20Regular,
  credibilityReviewed: ShieldCheckmark20Regular,
  adopted: CheckmarkCircle20Regular,
  followedUp: ClipboardCheckmark20Regular,
  archived: Archive20Regular,
} as const satisfies Readonly<Record<PlanState, unknown>>;

const useStyles = makeStyles({
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0 },
});

function isPlanState(status: string): status is PlanState {
  return Object.hasOwn(planStates, status);
}

/** The state of a goal or commitment: an icon and the word, never colour alone. */
export function PlanStatus({ status }: { readonly status: string }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  if (!isPlanState(status)) return <span className={styles.status}>{status}</span>;
  const Icon = icons[status];
  return (
    <span className={styles.status}>
      <Icon aria-hidden="true" className={styles.icon} />
      {planStates[status][language]}
    </span>
  );
}
