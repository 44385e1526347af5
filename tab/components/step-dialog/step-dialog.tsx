import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, FieldProblem, RecordAnswer } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { useTakeStep } from '../../api/write-hooks.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useAnnounce } from '../announcement.tsx';
import { FailureNotice } from '../failure-notice.tsx';
import { changedFields } from '../record-form/form-values.ts';
import { StepForm } from './step-form.tsx';
import type { StepInput } from './step-form.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

const noProblems: readonly FieldProblem[] = [];

interface StepDialogProps {
  readonly record: RecordAnswer;
  readonly step: AllowedStep;
  readonly open: boolean;
  /** "Skäl" unless told. */
  readonly reasonLabel?: string;
  readonly onClose: () => void;
}

/**
 * Takes one step of a record of any kind. Problems with fields that the step does not show (something is missing in the
 * record itself) are listed by their labels.
 */
export function StepDialog({ record, step, open, reasonLabel, onClose }: StepDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const language = useLanguage();
  const announce = useAnnounce();
  const definition = definitionOf(record.kind);
  const [base, setBase] = useState(record);
  const take = useTakeStep(record.kind, record.id);
  const problems = take.error?.problems ?? noProblems;
  const statusText = (status: string): string => definition.states[status]?.[language] ?? status;
  const ofStep = (from: RecordAnswer) => Object.fromEntries(step.fields.map((name) => [name, from.fields[name]]));

  function submit({ reason, values }: StepInput): void {
    const fields = changedFields(ofStep(base), values);
    take.mutate(
      {
        to: step.to,
        baseRevision: base.revision,
        ...(reason === undefined ? {} : { reason }),
        ...(Object.keys(fields).length === 0 ? {} : { fields }),
      },
      {
        onSuccess: (answer) => {
          announce(t('step.taken', { status: statusText(answer.status) }));
          onClose();
        },
        onError: (failure) => {
          // What somebody else saved meanwhile becomes the new ground; what is written in this dialog stays.
          if (failure.current?.status === record.status) setBase(failure.current);
        },
      },
    );
  }

  const elsewhere = problems.filter(
    (one) => one.field !== 'reason' && !step.fields.includes(one.field.split('.')[0] ?? ''),
  );
  const refusal = (
    <>
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
    </>
  );
  return (
    <StepForm
      busy={take.isPending}
      definition={definition}
      onClose={onClose}
      onTake={submit}
      open={open}
      problems={problems}
      reasonLabel={reasonLabel ?? t('step.reason')}
      refusal={refusal}
      step={step}
      title={step.label[language]}
      values={ofStep(record)}
    >
      <p className={styles.text}>{t('step.leadsTo', { status: statusText(step.to) })}</p>
    </StepForm>
  );
}
