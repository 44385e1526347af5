import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { expectedResult } from '../../../shared/records/expected-result.ts';
import { useLanguage } from '../../host/host-context.ts';
import { textOf } from '../commitments/goal-tree.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import type { EditedRecord } from './editor-state.ts';
import { fieldPlace, focusPlace } from '../../components/field-place.ts';
import { PlanField } from './plan-field.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  choice: { flex: '1 1 220px', minWidth: 0 },
  select: { minWidth: 0 },
  own: {
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  back: { justifySelf: 'start' },
});

/** `Sjukfrånvaro (procent)`: the figures beside it say no unit of their own. */
function nameOf(indicator: RecordAnswer): string {
  const name = textOf(indicator.fields['name']) || indicator.title;
  const unit = textOf(indicator.fields['measureUnit']);
  return unit ? `${name} (${unit})` : name;
}

/** What the target value is measured by: an indicator that exists, or a new one that is saved with the result. */
export function IndicatorField({ result }: { readonly result: EditedRecord }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { indicators, newIndicators, mayEdit, mayCreateIndicator, dispatch, keep } = useEditor();
  const [focusNext, setFocusNext] = useState<string | undefined>(undefined);
  const chosen = textOf(fieldsOf(result)['indicator']);
  const own = newIndicators.find((one) => one.id === chosen);
  const label = expectedResult.fields.indicator.label[language];
  const choose = (id: string | undefined): void =>
    dispatch({ kind: 'edited', id: result.id, field: 'indicator', value: id });

  useEffect(() => {
    if (focusNext !== undefined && focusPlace(focusNext)) setFocusNext(undefined);
  }, [focusNext, own]);

  function create(): void {
    const id = crypto.randomUUID();
    dispatch({ kind: 'added', record: { kind: 'indicator', id, edits: {}, conflicts: [] } });
    choose(id);
    setFocusNext(fieldPlace(id, 'name'));
  }

  if (own) {
    return (
      <fieldset className={styles.own}>
        <legend>{t('results.newIndicatorTitle')}</legend>
        <PlanField name="name" record={own} />
        <PlanField name="measureUnit" record={own} />
        <PlanField name="direction" record={own} />
        <PlanField name="source" record={own} />
        <Button
          appearance="subtle"
          className={styles.back}
          onClick={() => {
            choose(undefined);
            dispatch({ kind: 'removed', id: own.id });
            setFocusNext(fieldPlace(result.id, 'indicator'));
          }}
        >
          {t('results.dropIndicator')}
        </Button>
      </fieldset>
    );
  }
  if (!mayEdit) {
    const indicator = indicators.find((one) => one.id === chosen);
    return (
      <div>
        <strong>{label}</strong>
        <div>{indicator ? nameOf(indicator) : t('results.noIndicator')}</div>
      </div>
    );
  }
  return (
    <div className={styles.row}>
      <Field className={styles.choice} label={label}>
        <Select
          className={styles.select}
          name={fieldPlace(result.id, 'indicator')}
          onBlur={keep}
          onChange={(_event, { value }) => choose(value || undefined)}
          value={chosen}
        >
          <option value="">{t('results.noIndicator')}</option>
          {indicators.map((indicator) => (
            <option key={indicator.id} value={indicator.id}>
              {nameOf(indicator)}
            </option>
          ))}
        </Select>
      </Field>
      {mayCreateIndicator ? (
        <Button icon={<Add20Regular />} onClick={create}>
          {t('results.newIndicator')}
        </Button>
      ) : null}
    </div>
  );
}
