import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReminderRulesRequest } from '../../../shared/api/reminder-contract.ts';
import { useSaveReminderRules } from '../../api/reminder-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    alignItems: 'end',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
  },
  text: { margin: 0 },
});

const numbers = ['opensAt', 'closesAt', 'digestFrom', 'snoozes', 'silentDays', 'commitmentDays'] as const;

interface RulesFormProps {
  readonly rules: ReminderRulesRequest;
}

/** Hours and ladders from a day on: a new set of rules, never a change of those that have counted. */
export function RulesForm({ rules: given }: RulesFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('reminders');
  const [rules, setRules] = useState({ ...given, validFrom: new Date().toISOString().slice(0, 10) });
  const save = useSaveReminderRules();
  const setRung = (subject: string, index: number, days: number) => {
    const rungs = (rules.ladders[subject] ?? []).map((rung, at) => (at === index ? { ...rung, days } : rung));
    setRules({ ...rules, ladders: { ...rules.ladders, [subject]: rungs } });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(rules);
      }}
    >
      <p className={styles.text}>{t('rulesHelp')}</p>
      <div className={styles.fields}>
        <Field label={t('validFrom')}>
          <Input
            onChange={(_, data) => {
              setRules({ ...rules, validFrom: data.value });
            }}
            required
            type="date"
            value={rules.validFrom}
          />
        </Field>
        {numbers.map((name) => (
          <Field key={name} label={t(name)}>
            <Input
              onChange={(_, data) => {
                setRules({ ...rules, [name]: Number(data.value) });
              }}
              required
              type="number"
              value={String(rules[name])}
            />
          </Field>
        ))}
        {Object.entries(rules.ladders).flatMap(([subject, rungs]) =>
          rungs.map((rung, index) => (
            <Field
              key={`${subject} ${String(index)}`}
              label={t('rung', {
                subject: t(`subject.${subject}`),
                to: rung.to.map((audience) => t(`to.${audience}`)).join(', '),
              })}
            >
              <Input
                onChange={(_, data) => {
                  setRung(subject, index, Number(data.value));
                }}
                required
                type="number"
                value={String(rung.days)}
              />
            </Field>
          )),
        )}
      </div>
      {save.error === null ? null : <FailureNotice failure={save.error} />}
      {save.isSuccess ? <Notice tone="success">{t('rulesSaved')}</Notice> : null}
      <div>
        <Button disabled={save.isPending} type="submit">
          {t('saveRules')}
        </Button>
      </div>
    </form>
  );
}
