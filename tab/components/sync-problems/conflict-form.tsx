import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordConflict, SettleChoice, SettleRequest } from '../../../shared/api/sync-contract.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { useLanguage } from '../../host/host-context.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { FieldValue, valueText } from '../field-value.tsx';
import { problemText } from '../record-form/form-values.ts';
import { RecordFact } from '../record-fields.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
  facts: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  now: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** What a conflict is about, for the words around it. */
export const matterOf = ({ isDeleted, status }: RecordConflict): 'deleted' | 'status' | 'values' =>
  isDeleted ? 'deleted' : status === undefined ? 'values' : 'status';

interface ConflictFormProps {
  readonly kind: KindName;
  readonly conflict: RecordConflict;
  readonly busy: boolean;
  readonly failure: ApiFailure | null;
  readonly onSettle: (request: SettleRequest) => void;
  readonly onClose: () => void;
}

/** What was written here and did not stand, and what is to become of it: nothing is chosen beforehand. */
export function ConflictForm({ kind, conflict, busy, failure, onSettle, onClose }: ConflictFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const { t: shell } = useTranslation('tab');
  const [choice, setChoice] = useState<SettleChoice>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const language = useLanguage();
  const definition = definitionOf(kind);
  const { status, step, choices, ours, isDeleted, baseRevision } = conflict;
  const matter = matterOf(conflict);
  const statusText = (name: string): string => definition.states[name]?.[language] ?? name;
  const needsReason = choice !== undefined && choice !== 'values' && matter !== 'values';
  const reasonProblem = problemText(failure?.problems ?? [], 'reason');
  const elsewhere = (failure?.problems ?? []).filter(({ field }) => field !== 'reason');
  const labels: Readonly<Record<SettleChoice, string>> = {
    step: t('conflicts.choices.step', {
      step: step?.label[language] ?? '',
      status: status === undefined ? '' : statusText(status),
    }),
    values: t(status === undefined ? 'conflicts.choices.values' : 'conflicts.choices.onlyValues'),
    sharePoint: t(isDeleted ? 'conflicts.choices.deletion' : 'conflicts.choices.sharePoint'),
    record: t('conflicts.choices.record'),
  };
  const send = (): void => {
    setTried(true);
    if (busy || choice === undefined) return;
    const fields = choice === 'values' ? { fields: ours } : {};
    onSettle({ choice, baseRevision, ...fields, ...(needsReason ? { reason } : {}) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <DialogBody>
        <DialogTitle>{t(`conflicts.titles.${matter}`)}</DialogTitle>
        <DialogContent className={styles.content}>
          <p className={styles.text}>{t(`conflicts.about.${matter}`)}</p>
          <dl className={styles.facts}>
            {status === undefined ? null : <RecordFact label={t('conflicts.status')}>{statusText(status)}</RecordFact>}
            {Object.entries(definition.fields)
              .filter(([name]) => ours[name] !== undefined)
              .map(([name, field]) => {
                const now = valueText(field, conflict.now[name], language);
                return (
                  <RecordFact key={name} label={field.label[language]}>
                    <FieldValue field={field} value={ours[name]} />
                    {isDeleted ? null : (
                      <span className={styles.now}>
                        {now === '' ? t('conflicts.nowEmpty') : t('conflicts.nowIs', { value: now })}
                      </span>
                    )}
                  </RecordFact>
                );
              })}
          </dl>
          {status !== undefined && !isDeleted && step === undefined ? (
            <p className={styles.text}>{t('conflicts.noStep', { status: statusText(status) })}</p>
          ) : null}
          <Field
            label={t('conflicts.choose')}
            required
            validationMessage={isTried && choice === undefined ? t('conflicts.chooseFirst') : null}
          >
            <RadioGroup onChange={(_event, { value }) => setChoice(choices.find((one) => one === value))}>
              {choices.map((one) => (
                <Radio key={one} label={labels[one]} value={one} />
              ))}
            </RadioGroup>
          </Field>
          {needsReason ? (
            <Field
              hint={choice === 'step' && step?.needsReason === true ? t('conflicts.reasonShown') : null}
              label={t('conflicts.reason')}
              required
              validationMessage={reasonProblem ?? null}
            >
              <Textarea onChange={(_event, { value }) => setReason(value)} rows={3} value={reason} />
            </Field>
          ) : null}
          {failure === null ? null : <FailureNotice failure={failure} urgent />}
          {elsewhere.length === 0 ? null : (
            <ul>
              {elsewhere.map(({ field, problem, text }) => (
                <li key={`${field}.${problem}`}>
                  {definition.fields[field]?.label[language] ?? field}: {text}
                </li>
              ))}
            </ul>
          )}
        </DialogContent>
        <DialogActions>
          <Button disabledFocusable={busy} onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button appearance="primary" disabledFocusable={busy} type="submit">
            {t('conflicts.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
