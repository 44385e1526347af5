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
import type { SyntheticEvent, ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, FieldProblem, RecordAnswer } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { useTakeStep } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { changedFields, problemText } from '../../components/record-form/form-values.ts';
import { RecordForm } from '../../components/record-form/record-form.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
});

const noProblems: readonly FieldProblem[] = [];

interface StepDialogProps {
  readonly record: RecordAnswer;
  readonly step: AllowedStep;
  /** Closed before it is taken away, so that Fluent gives the page back to the keyboard and to screen readers. */
  readonly open: boolean;
  readonly onClose: () => void;
}

/**
 * Takes one step: the fields that belong to it, and the reason where one is asked for. Problems with fields that the step
 * does not show (something is missing in the case itself) are listed by their labels.
 */
export function StepDialog({ record, step, open, onClose }: StepDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const { t: shell } = useTranslation('tab');
  const language = useLanguage();
  const announce = useAnnounce();
  const definition = definitionOf(record.kind);
  const [base, setBase] = useState(record);
  const [values, setValues] = useState<FormValues>(() =>
    Object.fromEntries(step.fields.map((name) => [name, record.fields[name]])),
  );
  const [reason, setReason] = useState('');
  const take = useTakeStep(record.kind, record.id);
  const problems = take.error?.problems ?? noProblems;
  const elsewhere = problems.filter(
    (one) => one.field !== 'reason' && !step.fields.includes(one.field.split('.')[0] ?? ''),
  );
  const before = Object.fromEntries(step.fields.map((name) => [name, base.fields[name]]));

  function submit(): void {
    const fields = changedFields(before, values);
    take.mutate(
      {
        to: step.to,
        baseRevision: base.revision,
        ...(step.needsReason ? { reason } : {}),
        ...(Object.keys(fields).length === 0 ? {} : { fields }),
      },
      {
        onSuccess: (answer) => {
          const status = definition.states[answer.status]?.[language] ?? answer.status;
          announce(t('stepTaken', { status }));
          onClose();
        },
        onError: (failure) => {
          // What somebody else saved meanwhile becomes the new ground; what is written in this dialog stays.
          if (failure.current?.status === record.status) setBase(failure.current);
        },
      },
    );
  }

  return (
    <Dialog
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
      open={open}
    >
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{step.label[language]}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.text}>
                {t('stepLeadsTo', { status: definition.states[step.to]?.[language] ?? step.to })}
              </p>
              <RecordForm
                definition={definition}
                disabled={take.isPending}
                names={step.fields}
                onChange={(name, value) => {
                  setValues((earlier) => ({ ...earlier, [name]: value }));
                }}
                problems={problems}
                status={step.to}
                values={values}
              />
              {step.needsReason ? (
                <Field
                  label={t('reason')}
                  required
                  validationMessage={problemText(problems, 'reason') ?? null}
                  validationState={problemText(problems, 'reason') === undefined ? 'none' : 'error'}
                >
                  <Textarea
                    name="reason"
                    onChange={(_, data) => {
                      setReason(data.value);
                    }}
                    rows={4}
                    value={reason}
                  />
                </Field>
              ) : null}
              {take.error === null ? null : <FailureNotice failure={take.error} urgent />}
              {elsewhere.length === 0 ? null : (
                <ul>
                  {elsewhere.map((one) => (
                    <li key={`${one.field}.${one.problem}`}>
                      {definition.fields[one.field]?.label[language] ?? one.field}: {one.text}
                    </li>
                  ))}
                </ul>
              )}
            </DialogContent>
            <DialogActions>
              <Button disabled={take.isPending} onClick={onClose}>
                {shell('cancel')}
              </Button>
              <Button appearance="primary" disabled={take.isPending} type="submit">
                {step.label[language]}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
