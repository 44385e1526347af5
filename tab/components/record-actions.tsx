import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, RecordAnswer } from '../../shared/api/contract.ts';
import { useLanguage } from '../host/host-context.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface RecordActionsProps {
  readonly record: RecordAnswer;
  readonly onStep: (step: AllowedStep) => void;
  readonly onEdit: () => void;
}

/** A button for every step that the reader may take now; the service has judged which. */
export function RecordActions({ record, onStep, onEdit }: RecordActionsProps): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const { steps, edit } = record.allowed;
  if (steps.length === 0 && !edit) return null;
  return (
    <div aria-label={t('steps')} className={styles.actions} role="group">
      {steps.map((step, index) => (
        <Button
          appearance={index === 0 ? 'primary' : 'secondary'}
          aria-haspopup="dialog"
          key={step.to}
          onClick={() => {
            onStep(step);
          }}
        >
          {step.label[language]}
        </Button>
      ))}
      {edit ? (
        <Button icon={<Edit20Regular aria-hidden="true" />} onClick={onEdit}>
          {t('edit')}
        </Button>
      ) : null}
    </div>
  );
}
