import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeAnswer, UnitAnswer } from '../../../shared/api/contract.ts';

/** Whose a new self-check may be: a manager's units, or, for a coordinator, any and the board's own (`''`). */
export function ownersFor(me: Pick<MeAnswer, 'roles'>, units: readonly UnitAnswer[]): readonly string[] {
  const active = units.filter(({ active: open, unitKind }) => open && unitKind !== 'board').map(({ id }) => id);
  if (me.roles.some(({ role }) => role === 'qualityCoordinator')) return ['', ...active];
  const led = new Set(me.roles.flatMap(({ role, unitId }) => (role === 'unitManager' ? (unitId ?? []) : [])));
  return active.filter((id) => led.has(id));
}

interface OwnerSelectProps {
  readonly owners: readonly string[];
  readonly units: readonly UnitAnswer[];
  readonly value: string;
  readonly onChange: (owner: string) => void;
  readonly disabled: boolean;
}

/** Chosen once: a self-check stays where it was made. */
export function OwnerSelect({ owners, units, value, onChange, disabled }: OwnerSelectProps): ReactElement {
  const { t } = useTranslation('selfChecks');
  return (
    <Field label={t('definition.owner')}>
      <Select disabled={disabled} name="owner" onChange={(_, data) => onChange(data.value)} value={value}>
        {owners.map((id) => (
          <option key={id} value={id}>
            {id === '' ? t('definition.wholeBoard') : units.find((unit) => unit.id === id)?.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
