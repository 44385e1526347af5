import { Button, Radio, RadioGroup, Field, makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { expectedResult as resultKind } from '../../../shared/records/expected-result.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import type { EditedRecord } from './editor-state.ts';
import { fieldPlace } from '../../components/field-place.ts';
import { IndicatorField } from './indicator-field.tsx';
import { PlanField } from './plan-field.tsx';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  legend: { fontWeight: tokens.fontWeightSemibold },
  kinds: { flexWrap: 'wrap' },
  numbers: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(140px, 100%), 1fr))',
    alignItems: 'start',
  },
  remove: { justifySelf: 'end' },
});

interface ExpectedResultCardProps {
  readonly result: EditedRecord;
  readonly number: number;
  readonly onRemoved: () => void;
}

/** One expected result: a target value with its figures, or a target picture or a state in words. */
export function ExpectedResultCard({ result, number, onRemoved }: ExpectedResultCardProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const announce = useAnnounce();
  const { mayEdit, dispatch, keep } = useEditor();
  const kind = fieldsOf(result)['resultKind'];
  const definition = resultKind.fields.resultKind;

  return (
    <fieldset className={styles.card} data-place={fieldPlace(result.id, 'card')}>
      <legend className={styles.legend}>{t('results.numbered', { number })}</legend>
      {mayEdit ? (
        <Field label={definition.label[language]} required>
          <RadioGroup
            className={styles.kinds}
            layout="horizontal"
            onBlur={keep}
            onChange={(_event, { value }) => dispatch({ kind: 'edited', id: result.id, field: 'resultKind', value })}
            value={typeof kind === 'string' ? kind : ''}
          >
            {Object.entries(definition.choices).map(([choice, label]) => (
              <Radio key={choice} label={label[language]} value={choice} />
            ))}
          </RadioGroup>
        </Field>
      ) : (
        <PlanField name="resultKind" record={result} />
      )}
      <PlanField name="text" record={result} />
      {kind === 'targetValue' ? (
        <>
          <IndicatorField result={result} />
          <div className={styles.numbers}>
            <PlanField name="baseline" record={result} />
            <PlanField name="target" record={result} />
          </div>
        </>
      ) : null}
      <PlanField name="improvement" record={result} />
      {mayEdit && result.saved === undefined ? (
        <Button
          appearance="subtle"
          className={styles.remove}
          icon={<Delete20Regular />}
          onClick={() => {
            dispatch({ kind: 'removed', id: result.id });
            announce(t('results.removed'));
            onRemoved();
          }}
        >
          {t('results.remove', { number })}
        </Button>
      ) : null}
    </fieldset>
  );
}
