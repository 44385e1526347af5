import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RecordAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { commitment } from '../../../shared/records/commitment.ts';
import { asApiFailure } from '../../api/api-failure.ts';
import { useCreateRecord } from '../../api/write-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { boardGoals, goalName } from './goal-tree.ts';

const useStyles = makeStyles({
  fields: { display: 'grid', gap: tokens.spacingVerticalM },
  select: { minWidth: 0 },
});

interface NewCommitmentDialogProps {
  readonly goals: readonly RecordAnswer[];
  /** The goal that is chosen from the start. */
  readonly goalId?: string | undefined;
  readonly year: number;
  /** The units that the person may write for; the first is chosen from the start. */
  readonly units: readonly UnitAnswer[];
  readonly isOpen: boolean;
  readonly onClose: (then?: () => void) => void;
}

/** Asks only for what a draft must have, stores it, and goes on in the editor. */
export function NewCommitmentDialog(props: NewCommitmentDialogProps): ReactElement {
  const { goals, year, units, isOpen, onClose } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const create = useCreateRecord('commitment');
  const choices = boardGoals(goals);
  // One id for all tries of this dialog: a repeated call stores one commitment.
  const [id] = useState(() => crypto.randomUUID());
  const [goalId, setGoalId] = useState(props.goalId ?? choices[0]?.id ?? '');
  const [unitId, setUnitId] = useState(units[0]?.id ?? '');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const { text: textField } = commitment.fields;
  const problems = create.error ? asApiFailure(create.error).problems : [];
  const textProblem =
    problems.find((one) => one.field === 'text')?.text ?? (asked && !text.trim() ? t('create.textMissing') : undefined);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setAsked(true);
    if (!text.trim()) {
      document.getElementById('new-commitment-text')?.focus();
      return;
    }
    create.mutate(
      { id, unitId, fields: { goal: goalId, year, text } },
      { onSuccess: (stored) => onClose(() => void navigate(routeOfRecord('commitment', stored.id))) },
    );
  }

  return (
    <Dialog onOpenChange={(_event, { open }) => (open ? undefined : onClose())} open={isOpen}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('create.title', { year })}</DialogTitle>
            <DialogContent className={styles.fields}>
              {create.error && !textProblem ? <FailureNotice failure={create.error} urgent /> : null}
              <Field label={commitment.fields.goal.label[language]} required>
                <Select className={styles.select} onChange={(_event, { value }) => setGoalId(value)} value={goalId}>
                  {choices.map((goal) => (
                    <option key={goal.id} value={goal.id}>
                      {goalName(goal)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label={t('create.unit')} required>
                <Select className={styles.select} onChange={(_event, { value }) => setUnitId(value)} value={unitId}>
                  {units.map((unit) => (
                    <option key={unit.id} value={unit.id}>
                      {unit.name}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                hint={textField.help[language]}
                label={textField.label[language]}
                required
                {...(textProblem ? { validationMessage: textProblem } : {})}
              >
                <Textarea
                  id="new-commitment-text"
                  maxLength={textField.maxLength}
                  onChange={(_event, { value }) => setText(value)}
                  resize="vertical"
                  rows={4}
                  value={text}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={() => onClose()}>{t('create.cancel')}</Button>
              <Button appearance="primary" disabledFocusable={create.isPending} type="submit">
                {create.isPending ? t('create.saving') : t('create.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
