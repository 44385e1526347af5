import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AllowedStep, RecordAnswer } from '../../../shared/api/contract.ts';
import { StepDialog } from '../../components/step-dialog/step-dialog.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface StepButtonsProps {
  readonly label: string;
  readonly record: RecordAnswer;
  /** Steps that have a place of their own on the page. */
  readonly without?: readonly string[];
}

/** A button for every step that the reader may take now; each opens its dialog. */
export function StepButtons({ label, record, without = [] }: StepButtonsProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const [taking, setTaking] = useState<{ readonly step: AllowedStep; readonly turn: number; readonly open: boolean }>();
  const turn = taking?.turn ?? 0;
  const steps = record.allowed.steps.filter(({ to }) => !without.includes(to));
  return (
    <>
      {steps.length === 0 ? null : (
        <div aria-label={label} className={styles.actions} role="group">
          {steps.map((step) => (
            <Button
              aria-haspopup="dialog"
              key={step.to}
              onClick={() => setTaking({ step, turn: turn + 1, open: true })}
            >
              {step.label[language]}
            </Button>
          ))}
        </div>
      )}
      {taking === undefined ? null : (
        <StepDialog
          key={turn}
          onClose={() => setTaking({ ...taking, open: false })}
          open={taking.open}
          record={record}
          step={taking.step}
        />
      )}
    </>
  );
}
