import { Field, Select, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useUnitName } from '../../api/use-unit-name.ts';

const useStyles = makeStyles({ unit: { maxWidth: '420px' } });

type OfUnit = { readonly unitId?: string };

/** The unit that the address names, where something of it is on show; undefined means all. */
export function useChosenUnit(items: readonly OfUnit[]): string | undefined {
  const [parameters] = useSearchParams();
  const chosen = parameters.get('unit');
  return items.find(({ unitId }) => unitId !== undefined && unitId === chosen)?.unitId;
}

/** Narrows to one unit, for those who see several. */
export function UnitFilter({ items }: { readonly items: readonly OfUnit[] }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const unitName = useUnitName();
  const chosen = useChosenUnit(items);
  const [parameters, setParameters] = useSearchParams();
  const ids = [...new Set(items.flatMap(({ unitId }) => unitId ?? []))];
  if (ids.length < 2) return null;
  const named = ids
    .map((id) => [id, unitName(id) ?? id] as const)
    .toSorted(([, left], [, right]) => left.localeCompare(right, 'sv'));
  return (
    <Field className={styles.unit} label={t('unit')}>
      <Select
        onChange={(_, { value }) => {
          const next = new URLSearchParams(parameters);
          if (value === '') next.delete('unit');
          else next.set('unit', value);
          setParameters(next, { replace: true });
        }}
        value={chosen ?? ''}
      >
        <option value="">{t('allUnits')}</option>
        {named.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
