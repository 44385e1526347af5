import { Checkbox, Radio, RadioGroup, Select, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../host/host-context.ts';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';

const useStyles = makeStyles({ group: { display: 'grid', minWidth: 0 } });

/** One of a list. The browser's own select: it works by keyboard, on phones and with every screen reader. */
export function ChoiceInput(props: InputProps<FieldOf<'choice'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  const language = useLanguage();
  const { t } = useTranslation('tab');
  return (
    <Labelled input={props}>
      <Select
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value);
        }}
        value={typeof value === 'string' ? value : ''}
      >
        <option value="">{t('form.choose')}</option>
        {Object.entries(field.choices).map(([choice, label]) => (
          <option key={choice} value={choice}>
            {label[language]}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

/** Any number of a list, as checkboxes in a named group. */
export function ChoicesInput(props: InputProps<FieldOf<'choices'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  const styles = useStyles();
  const language = useLanguage();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <Labelled input={{ ...props, required: false }}>
      <div className={styles.group} role="group">
        {Object.entries(field.choices).map(([choice, label]) => (
          <Checkbox
            checked={chosen.includes(choice)}
            disabled={disabled === true}
            key={choice}
            label={label[language]}
            name={name}
            onBlur={onBlur}
            onChange={(_, data) => {
              const next = data.checked === true ? [...chosen, choice] : chosen.filter((one) => one !== choice);
              onChange(next.length === 0 ? undefined : next);
            }}
          />
        ))}
      </div>
    </Labelled>
  );
}

/** A step on a scale, by its name; the last choice takes the answer back. */
export function ScaleInput(props: InputProps<FieldOf<'number'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled, required } = props;
  const language = useLanguage();
  const { t } = useTranslation('tab');
  return (
    <Labelled input={props}>
      <RadioGroup
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : Number(data.value));
        }}
        value={typeof value === 'number' ? String(value) : ''}
      >
        {Object.entries(field.scale ?? {}).map(([step, label]) => (
          <Radio key={step} label={label[language]} value={step} />
        ))}
        {required ? null : <Radio label={t('form.notSaid')} value="" />}
      </RadioGroup>
    </Labelled>
  );
}

export function BooleanInput(props: InputProps<FieldOf<'boolean'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  const language = useLanguage();
  return (
    <Checkbox
      checked={value === true}
      disabled={disabled === true}
      label={field.label[language]}
      name={name}
      onBlur={onBlur}
      onChange={(_, data) => {
        onChange(data.checked === true);
      }}
    />
  );
}
