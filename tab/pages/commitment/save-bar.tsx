import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep } from '../../../shared/api/contract.ts';
import { formatDate } from '../../components/format-date.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { AutosaveState } from '../../api/autosave.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    zIndex: 10,
    // On a low window (400 % zoom) it would cover what is being written.
    '@media (min-height: 560px)': { position: 'sticky', top: 0 },
  },
  state: { flex: '1 1 180px', minWidth: 0 },
  trouble: { fontWeight: tokens.fontWeightSemibold },
});

/** Steps that lead on towards an adopted plan; the others take the commitment back or away. */
const onward: readonly string[] = ['submitted', 'credibilityReviewed', 'adopted'];

interface SaveBarProps {
  readonly mayEdit: boolean;
  readonly hasUnsaved: boolean;
  readonly autosave: AutosaveState;
  readonly busy: boolean;
  readonly steps: readonly AllowedStep[];
  readonly onSave: () => void;
  readonly onStep: (step: AllowedStep) => void;
}

/** What is saved and what is not, and what can be done with the commitment as a whole. */
export function SaveBar({ mayEdit, hasUnsaved, autosave, busy, steps, onSave, onStep }: SaveBarProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');

  function say(): string {
    if (!hasUnsaved) return t('editor.nothingToSave');
    switch (autosave.kind) {
      case 'saved':
        return t('editor.draft.saved', { time: formatDate(autosave.at, language, 'time') });
      case 'saving':
        return t('editor.draft.saving');
      case 'failed':
        return t('editor.draft.failed');
      default:
        return t('editor.draft.waiting');
    }
  }

  return (
    <div aria-label={t('editor.actions')} className={styles.bar} role="group">
      {mayEdit ? (
        <>
          <span className={mergeClasses(styles.state, autosave.kind === 'failed' && hasUnsaved && styles.trouble)}>
            {say()}
          </span>
          <Button appearance={hasUnsaved ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={onSave}>
            {busy ? t('editor.saving') : t('editor.save')}
          </Button>
        </>
      ) : null}
      {steps.map((step) => (
        <Button
          appearance={!hasUnsaved && onward.includes(step.to) ? 'primary' : 'secondary'}
          disabledFocusable={busy}
          key={step.to}
          onClick={() => onStep(step)}
        >
          {step.label[language]}
        </Button>
      ))}
    </div>
  );
}
