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
import type { ReactElement, SyntheticEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, FieldProblem } from '../../../shared/api/contract.ts';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { isStateRequired } from '../../../shared/rules/required-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';
import { problemText } from '../../components/record-form/form-values.ts';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** Steps that have words of their own; any other is called by its button. */
const explained = ['submitted', 'credibilityReviewed', 'returned', 'adopted', 'draft', 'archived'] as const;

export interface StepInput {
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

interface StepDialogProps {
  readonly step: AllowedStep;
  readonly isOpen: boolean;
  readonly hasUnsaved: boolean;
  /** What the service said about the fields of this dialog. */
  readonly problems: readonly FieldProblem[];
  readonly refusal: string | undefined;
  readonly busy: boolean;
  readonly onTake: (input: StepInput) => void;
  readonly onClose: () => void;
}

const fieldsOfKind: Readonly<Record<string, FieldDefinition>> = commitmentKind.fields;

/** Asks for what a step needs (a reason, the day of a decision) and tells what it leads to. */
export function StepDialog(props: StepDialogProps): ReactElement {
  const { step, isOpen, hasUnsaved, problems, refusal, busy, onTake, onClose } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const [reason, setReason] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, unknown>>>({});
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const words = explained.find((one) => one === step.to);
  const reasonProblem =
    problemText(problems, 'reason') ??
    (asked && step.needsReason && !reason.trim() ? t('steps.reasonMissing') : undefined);

  useEffect(() => {
    if (!asked && problems.length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked, problems]);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (busy) return;
    if (step.needsReason && !reason.trim()) {
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    onTake({
      ...(step.needsReason ? { reason } : {}),
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
    });
  }

  return (
    <Dialog onOpenChange={(_event, { open }) => (open || busy ? undefined : onClose())} open={isOpen}>
      <DialogSurface>
        <form noValidate onSubmit={submit} ref={form}>
          <DialogBody>
            <DialogTitle>{words ? t(`steps.${words}.title`) : step.label[language]}</DialogTitle>
            <DialogContent className={styles.content}>
              {refusal === undefined ? null : (
                <Notice tone="error" urgent>
                  {refusal}
                </Notice>
              )}
              {words ? <p className={styles.text}>{t(`steps.${words}.text`)}</p> : null}
              {hasUnsaved ? <p className={styles.text}>{t('steps.saveFirst')}</p> : null}
              {step.fields.map((name) => {
                const field = fieldsOfKind[name];
                return field ? (
                  <FieldInput
                    field={field}
                    key={name}
                    name={`step.${name}`}
                    onChange={(value) => setFields({ ...fields, [name]: value })}
                    problem={problemText(problems, name)}
                    problems={problems}
                    required={isStateRequired(field, step.to)}
                    value={fields[name]}
                  />
                ) : null;
              })}
              {step.needsReason ? (
                <Field
                  label={t('steps.reason')}
                  required
                  validationMessage={reasonProblem ?? null}
                  validationState={reasonProblem === undefined ? 'none' : 'error'}
                >
                  <Textarea
                    name="step.reason"
                    onChange={(_event, { value }) => setReason(value)}
                    resize="vertical"
                    rows={4}
                    value={reason}
                  />
                </Field>
              ) : null}
            </DialogContent>
            <DialogActions>
              <Button disabledFocusable={busy} onClick={onClose}>
                {t('steps.cancel')}
              </Button>
              <Button appearance="primary" disabledFocusable={busy} type="submit">
                {busy ? t('steps.working') : step.label[language]}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
