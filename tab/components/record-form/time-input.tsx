import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interval } from '../../../shared/records/record-kind.ts';
import { useLanguage } from '../../host/host-context.ts';
import { formatInterval } from '../format-date.ts';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';
import { intervalOf, stockholmDayAndTime, stockholmInstant } from './stockholm-time.ts';

const useStyles = makeStyles({
  pair: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  control: { flex: '0 1 180px', minWidth: 0 },
  read: { margin: 0, flexBasis: '100%', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A day in Stockholm, `yyyy-MM-dd`, by the browser's own date control. */
export function DateInput(props: InputProps<FieldOf<'date'>>): ReactElement {
  const { name, value, onChange, onBlur, disabled } = props;
  return (
    <Labelled input={props}>
      <Input
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value);
        }}
        type="date"
        value={typeof value === 'string' ? value : ''}
      />
    </Labelled>
  );
}

/** A moment, typed as Stockholm's clocks show it and kept in UTC. */
export function DateTimeInput(props: InputProps<FieldOf<'dateTime'>>): ReactElement {
  const { name, value, onChange, onBlur, disabled } = props;
  const shown = typeof value === 'string' ? stockholmDayAndTime(value) : undefined;
  return (
    <Labelled input={props}>
      <Input
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          const [day = '', time = ''] = data.value.split('T');
          onChange(stockholmInstant(day, time));
        }}
        type="datetime-local"
        value={shown === undefined ? '' : `${shown.day}T${shown.time}`}
      />
    </Labelled>
  );
}

function isInterval(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value && 'precision' in value;
}

/**
 * When something happened: a day, and a time where it is known. An interval that is less exact than a day (a month, "i
 * natt") is shown in words and stays as it is until a day is chosen.
 */
export function IntervalInput(props: InputProps<FieldOf<'interval'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled, problem, required } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const interval = isInterval(value) ? value : undefined;
  const from = interval === undefined ? undefined : stockholmDayAndTime(interval.from);
  const [loneTime, setLoneTime] = useState('');
  const exact = interval?.precision === 'minute' || interval?.precision === 'day';
  const withinDay = exact || interval?.precision === 'hour' || interval?.precision === 'partOfDay';
  const day = withinDay ? (from?.day ?? '') : '';
  const time = interval?.precision === 'minute' ? (from?.time ?? '') : loneTime;

  function change(nextDay: string, nextTime: string): void {
    setLoneTime(nextDay === '' ? nextTime : '');
    onChange(nextDay === '' ? undefined : intervalOf(nextDay, nextTime));
  }

  return (
    <fieldset className={styles.pair} onBlur={onBlur}>
      <legend className={styles.legend}>{field.label[language]}</legend>
      <Field
        className={styles.control}
        label={t('form.day')}
        required={required}
        validationMessage={problem ?? null}
        validationState={problem === undefined ? 'none' : 'error'}
      >
        <Input
          disabled={disabled === true}
          name={`${name}.day`}
          onChange={(_, data) => {
            change(data.value, time);
          }}
          type="date"
          value={day}
        />
      </Field>
      <Field className={styles.control} label={t('form.time')}>
        <Input
          disabled={disabled === true}
          name={`${name}.time`}
          onChange={(_, data) => {
            change(day, data.value);
          }}
          type="time"
          value={time}
        />
      </Field>
      {interval === undefined || exact ? null : (
        <p className={styles.read}>{t('form.readAs', { when: formatInterval(interval, language) })}</p>
      )}
    </fieldset>
  );
}
