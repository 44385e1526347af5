import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, FieldProblem, StepRequest } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { Notice } from '../../components/notice.tsx';
import { changedFields } from '../../components/record-form/form-values.ts';
import { StepForm } from '../../components/step-dialog/step-form.tsx';
import type { StepInput } from '../../components/step-dialog/step-form.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Steps that have words of their own; any other is called by its button. */
const explained = ['submitted', 'credibilityReviewed', 'returned', 'adopted', 'draft', 'archived'] as const;

interface StepDialogProps {
  readonly step: AllowedStep;
  readonly isOpen: boolean;
  readonly hasUnsaved: boolean;
  /** What the service said about the fields of this dialog. */
  readonly problems: readonly FieldProblem[];
  readonly refusal: string | undefined;
  readonly busy: boolean;
  readonly onTake: (input: Pick<StepRequest, 'reason' | 'fields'>) => void;
  readonly onClose: () => void;
}

/** Asks for what a step of the plan needs (a reason, the day of a decision) and tells what it leads to. */
export function StepDialog(props: StepDialogProps): ReactElement {
  const { step, isOpen, hasUnsaved, problems, refusal, busy, onTake, onClose } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const [missing, setMissing] = useState<readonly FieldProblem[]>();
  const words = explained.find((one) => one === step.to);

  function submit({ reason, values }: StepInput): void {
    if (step.needsReason && !reason?.trim()) {
      setMissing([{ field: 'reason', problem: 'required', text: t('steps.reasonMissing') }]);
      return;
    }
    setMissing(undefined);
    const fields = changedFields({}, values);
    onTake({ ...(reason === undefined ? {} : { reason }), ...(Object.keys(fields).length === 0 ? {} : { fields }) });
  }

  return (
    <StepForm
      busy={busy}
      definition={definitionOf('commitment')}
      onClose={onClose}
      onTake={submit}
      open={isOpen}
      problems={missing ?? problems}
      reasonLabel={t('steps.reason')}
      step={step}
      title={words ? t(`steps.${words}.title`) : step.label[language]}
      values={{}}
    >
      {refusal === undefined ? null : (
        <Notice tone="error" urgent>
          {refusal}
        </Notice>
      )}
      {words ? <p className={styles.text}>{t(`steps.${words}.text`)}</p> : null}
      {hasUnsaved ? <p className={styles.text}>{t('steps.saveFirst')}</p> : null}
    </StepForm>
  );
}
