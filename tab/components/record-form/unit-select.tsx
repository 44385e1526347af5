import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitAnswer } from '../../../shared/api/contract.ts';
import { useUnits } from '../../api/read-hooks.ts';

/** Units in the order of the organisation, each with its depth: the first level is 0. */
export function unitsInOrder(units: readonly UnitAnswer[]): readonly { unit: UnitAnswer; depth: number }[] {
  const children = new Map<string | undefined, UnitAnswer[]>();
  const known = new Set(units.map((unit) => unit.id));
  for (const unit of units) {
    const parent = unit.parentId !== undefined && known.has(unit.parentId) ? unit.parentId : undefined;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const below = (parent: string | undefined, depth: number): { unit: UnitAnswer; depth: number }[] =>
    (children.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(undefined, 0);
}

interface UnitSelectProps {
  readonly label: string;
  /** Empty when none is chosen. */
  readonly value: string;
  readonly onChange: (unitId: string) => void;
  /** What the empty choice is called: "Välj enhet", "Alla enheter". */
  readonly emptyText: string;
  readonly required?: boolean;
  readonly problem?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Show units that are closed, too: for searching, not for reporting. */
  readonly withClosed?: boolean;
}

/** A unit of the organisation, indented by level. */
export function UnitSelect(props: UnitSelectProps): ReactElement {
  const { label, value, onChange, emptyText, required, problem, disabled, withClosed = false } = props;
  const units = useUnits();
  const { t } = useTranslation('tab');
  const rows = unitsInOrder(units.data ?? []);
  return (
    <Field
      label={label}
      required={required ?? false}
      validationMessage={problem ?? null}
      validationState={problem === undefined ? 'none' : 'error'}
    >
      <Select
        disabled={disabled}
        name="unitId"
        onChange={(_, data) => {
          onChange(data.value);
        }}
        value={value}
      >
        <option value="">{emptyText}</option>
        {rows
          .filter(({ unit }) => withClosed || unit.active || unit.id === value)
          .map(({ unit, depth }) => (
            <option key={unit.id} value={unit.id}>
              {'\u2003'.repeat(Math.max(0, depth - 1))}
              {unit.active ? unit.name : t('form.closedUnit', { name: unit.name })}
            </option>
          ))}
      </Select>
    </Field>
  );
}
