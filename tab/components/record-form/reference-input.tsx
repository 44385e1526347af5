import { Select, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useRecords } from '../../api/read-hooks.ts';
import { useLanguage } from '../../host/host-context.ts';
import { recordTitle } from '../record-title.ts';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';

/** Kinds with more records than a select can hold get an input of their own on their page. */
const mostChoices = 200;

const useStyles = makeStyles({ select: { minWidth: 0 } });

/** Another record, chosen by its title; a part of another record once that one is chosen, in the order it has there. */
export function ReferenceInput(props: InputProps<FieldOf<'reference'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled, values } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const kind: KindName = isKindName(field.to) ? field.to : 'goal';
  const { partOf } = field;
  const whole = partOf === undefined ? undefined : values?.[partOf.field];
  const waits = partOf !== undefined && (typeof whole !== 'string' || whole === '');
  const records = useRecords(
    kind,
    {
      sort: 'title',
      limit: mostChoices,
      ...(partOf === undefined || typeof whole !== 'string' ? {} : { where: { [partOf.by]: whole } }),
    },
    isKindName(field.to) && !waits,
  );
  const chosen = typeof value === 'string' ? value : '';
  const rows = waits ? [] : (records.data?.rows ?? []).filter((row) => row.id === chosen || isOffered(row));
  const ordered = partOf === undefined ? rows : rows.toSorted((one, other) => orderOf(one) - orderOf(other));
  const wholeKind = partOf === undefined ? '' : definitionOf(kind).fields[partOf.by]?.label[language].toLowerCase();
  return (
    <Labelled input={props}>
      <Select
        className={styles.select}
        disabled={disabled === true || (waits && chosen === '')}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value);
        }}
        value={chosen}
      >
        <option value="">{waits ? t('form.wholeFirst', { whole: wholeKind }) : t('form.choose')}</option>
        {chosen === '' || ordered.some((row) => row.id === chosen) ? null : (
          <option value={chosen}>{t('form.chosenAlready')}</option>
        )}
        {ordered.map((row) => (
          <option key={row.id} value={row.id}>
            {recordTitle(row, definitionOf(kind), language)}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

/** What was replaced or taken out is kept where it stands, but nobody chooses it anew. */
function isOffered({ status }: RecordAnswer): boolean {
  return status !== 'superseded' && status !== 'removed';
}

function orderOf({ fields }: RecordAnswer): number {
  return Number(fields['order'] ?? Number.MAX_SAFE_INTEGER);
}
