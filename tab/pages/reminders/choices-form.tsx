import { Button, Checkbox, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyRemindersAnswer, ReminderChoices } from '../../../shared/api/reminder-contract.ts';
import { usePersons } from '../../api/read-hooks.ts';
import { useSaveReminderChoices } from '../../api/reminder-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
  },
  group: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'flex', flexWrap: 'wrap' },
  text: { margin: 0 },
});

/** Commitments, feedback and the like; what is acute has no box, since it always comes. */
const subjects = [
  'selfCheck',
  'deviation',
  'feedback',
  'commitment',
  'process',
  'governingDocument',
  'silentUnit',
  'meeting',
] as const;

type DayName = 'pausedUntil' | 'absentFrom' | 'absentTo' | 'meetingOn';

interface ChoicesFormProps {
  readonly answer: MyRemindersAnswer;
}

/** Pause, absence and deputy, what to be reminded of, and when the unit meets. */
export function ChoicesForm({ answer }: ChoicesFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('reminders');
  const [choices, setChoices] = useState(answer.choices);
  const persons = usePersons();
  const save = useSaveReminderChoices();
  const set = <Name extends keyof ReminderChoices>(name: Name, value: ReminderChoices[Name] | undefined) => {
    const { [name]: _before, ...rest } = choices;
    setChoices((value === undefined ? rest : { ...rest, [name]: value }) as ReminderChoices);
  };
  const days: readonly DayName[] = [
    'pausedUntil',
    'absentFrom',
    'absentTo',
    ...(answer.leadsUnit ? (['meetingOn'] as const) : []),
  ];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(choices);
      }}
    >
      <p className={styles.text}>{t('hours', { from: answer.hours.opensAt, to: answer.hours.closesAt })}</p>
      <div className={styles.fields}>
        {days.map((name) => (
          <Field key={name} label={t(name)}>
            <Input
              onChange={(_, data) => {
                set(name, data.value === '' ? undefined : data.value);
              }}
              type="date"
              value={choices[name] ?? ''}
            />
          </Field>
        ))}
        {answer.leadsUnit ? (
          <Field label={t('meetingEveryWeeks')}>
            <Input
              max={26}
              min={1}
              onChange={(_, data) => {
                set('meetingEveryWeeks', data.value === '' ? undefined : Number(data.value));
              }}
              type="number"
              value={choices.meetingEveryWeeks === undefined ? '' : String(choices.meetingEveryWeeks)}
            />
          </Field>
        ) : null}
        <Field label={t('deputy')}>
          <Select
            onChange={(_, data) => {
              set(
                'deputy',
                persons.data?.find(({ id }) => id === data.value),
              );
            }}
            value={choices.deputy?.id ?? ''}
          >
            <option value="">{t('noDeputy')}</option>
            {(persons.data ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <fieldset className={styles.group}>
        <legend>{t('muted')}</legend>
        {subjects.map((subject) => (
          <Checkbox
            checked={choices.muted.includes(subject)}
            key={subject}
            label={t(`subject.${subject}`)}
            onChange={(_, data) => {
              const others = choices.muted.filter((one) => one !== subject);
              set('muted', data.checked === true ? [...others, subject] : others);
            }}
          />
        ))}
      </fieldset>
      {save.error === null ? null : <FailureNotice failure={save.error} />}
      {save.isSuccess ? <Notice tone="success">{t('saved')}</Notice> : null}
      <div>
        <Button appearance="primary" disabled={save.isPending} type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
