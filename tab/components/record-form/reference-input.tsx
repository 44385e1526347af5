import { Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useRecords } from '../../api/read-hooks.ts';
import { useLanguage } from '../../host/host-context.ts';
import { recordTitle } from '../record-title.ts';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';

/** Kinds with more records than a select can hold get an input of their own on their page. */
const mostChoices = 200;

/** Another record, chosen by its title. */
export function ReferenceInput(props: InputProps<FieldOf<'reference'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const kind: KindName = isKindName(field.to) ? field.to : 'goal';
  const records = useRecords(kind, { sort: 'title', limit: mostChoices }, isKindName(field.to));
  const chosen = typeof value === 'string' ? value : '';
  const rows = records.data?.rows ?? [];
  return (
    <Labelled input={props}>
      <Select
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value);
        }}
        value={chosen}
      >
        <option value="">{t('form.choose')}</option>
        {chosen === '' || rows.some((row) => row.id === chosen) ? null : (
          <option value={chosen}>{t('form.chosenAlready')}</option>
        )}
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {recordTitle(row, definitionOf(kind), language)}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}
