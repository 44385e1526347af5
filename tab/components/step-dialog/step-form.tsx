import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, FieldProblem } from '../../../shared/api/contract.ts';
import type { RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { FormValues } from '../record-form/form-values.ts';
import { problemText } from '../record-form/form-values.ts';
import { RecordForm } from '../record-form/record-form.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

/** What the dialog collected; `values` are those of the step's fields, changed or not. */
export interface StepInput {
  readonly reason?: string;
  readonly values: FormValues;
}

interface StepFormProps {
  readonly definition: RecordKindDefinition;
  readonly step: AllowedStep;
  readonly title: string;
  /** What stands above the fields: what the step leads to. */
  readonly children: ReactNode;
  /** What stands below them: why the step was refused. */
  readonly refusal?: ReactNode;
  readonly reasonLabel: string;
  /** What the step's fields hold when the dialog opens. */
  readonly values: FormValues;
  readonly problems: readonly FieldProblem[];
  readonly busy: boolean;
  /** Closed before it is taken away, so that Fluent gives the page back to the keyboard and to screen readers. */
  readonly open: boolean;
  readonly onTake: (input: StepInput) => void;
  readonly onClose: () => void;
}

/** The dialog of a step: its fields, the reason where one is asked for, and the button that takes it. */
export function StepForm(props: StepFormProps): ReactElement {
  const { definition, step, title, children, refusal, reasonLabel, problems, busy, open, onTake, onClose } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const [values, setValues] = useState(props.values);
  const [reason, setReason] = useState('');
  const reasonProblem = problemText(problems, 'reason');
  const form = useRef<HTMLFormElement>(null);

  // The form moves to the first wrong field by itself; the reason stands outside it.
  useEffect(() => {
    if (problems.length > 0 && problems.every(({ field }) => field === 'reason'))
      form.current?.querySelector<HTMLElement>('[name="reason"]')?.focus();
  }, [problems]);

  return (
    <Dialog onOpenChange={(_event, data) => (data.open || busy ? undefined : onClose())} open={open}>
      <DialogSurface>
        <form
          noValidate
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) onTake({ values, ...(step.needsReason ? { reason } : {}) });
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              <RecordForm
                definition={definition}
                disabled={busy}
                names={step.fields}
                onChange={(name, value, alsoEmptied) =>
                  setValues((earlier) => ({ ...earlier, ...alsoEmptied, [name]: value }))
                }
                problems={problems}
                status={step.to}
                values={values}
              />
              {step.needsReason ? (
                <Field
                  label={reasonLabel}
                  required
                  validationMessage={reasonProblem ?? null}
                  validationState={reasonProblem === undefined ? 'none' : 'error'}
                >
                  <Textarea
                    name="reason"
                    onChange={(_event, data) => setReason(data.value)}
                    resize="vertical"
                    rows={4}
                    value={reason}
                  />
                </Field>
              ) : null}
              {refusal}
            </DialogContent>
            <DialogActions>
              <Button disabledFocusable={busy} onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button appearance="primary" disabledFocusable={busy} type="submit">
                {step.label[language]}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
