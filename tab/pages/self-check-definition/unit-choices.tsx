import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../api/read-hooks.ts';

const useStyles = makeStyles({
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  help: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  units: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
  },
});

interface UnitChoicesProps {
  readonly value: unknown;
  /** `undefined` when none is left. */
  readonly onChange: (units: readonly string[] | undefined) => void;
  readonly problem: string | undefined;
  readonly disabled: boolean;
}

/** Where a self-check of the board's is carried out: any of the units that do the work. */
export function UnitChoices({ value, onChange, problem, disabled }: UnitChoicesProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const units = useUnits();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const shown = (units.data ?? []).filter(
    ({ id, active, unitKind }) =>
      chosen.includes(id) || (active && unitKind !== 'board' && unitKind !== 'administration'),
  );
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{t('definition.units')}</legend>
      <p className={styles.help}>{chosen.length === 0 ? t('definition.noUnits') : t('definition.unitsHelp')}</p>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <div className={styles.units}>
        {shown.map(({ id, name }) => (
          <Checkbox
            checked={chosen.includes(id)}
            key={id}
            label={name}
            name={`units.${id}`}
            onChange={(_, { checked }) => {
              const next = checked === true ? [...chosen, id] : chosen.filter((one) => one !== id);
              onChange(next.length === 0 ? undefined : next);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
