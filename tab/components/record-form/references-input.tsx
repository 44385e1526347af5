import { Button, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useRecords, useUnits } from '../../api/read-hooks.ts';
import { useLanguage } from '../../host/host-context.ts';
import { recordTitle } from '../record-title.ts';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';

const useStyles = makeStyles({
  select: { minWidth: 0 },
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
  },
  one: { minWidth: 0, maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'start' },
});

/** The service answers no more rows than this at once. */
const mostChoices = 200;

/** Several records of one kind, or units: choose one at a time; each chosen one can be taken away. */
export function ReferencesInput(props: InputProps<FieldOf<'references'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const choices = useChoices(field.to);
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const titles = new Map(choices.map(({ id, title }) => [id, title]));
  const left = choices.filter(({ id }) => !chosen.includes(id));
  return (
    <div>
      <Labelled input={props}>
        <Select
          className={styles.select}
          disabled={disabled === true}
          name={name}
          onBlur={onBlur}
          onChange={(_, data) => {
            if (data.value !== '') onChange([...chosen, data.value]);
          }}
          value=""
        >
          <option value="">{t(chosen.length === 0 ? 'form.choose' : 'form.addMore')}</option>
          {left.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Labelled>
      {chosen.length === 0 ? null : (
        <ul className={styles.chosen}>
          {chosen.map((id) => {
            const title = titles.get(id) ?? t('form.chosenAlready');
            return (
              <li key={id}>
                <Button
                  aria-label={t('form.removePerson', { name: title })}
                  className={styles.one}
                  disabled={disabled === true}
                  icon={<Dismiss16Regular aria-hidden="true" />}
                  iconPosition="after"
                  onClick={() => {
                    const next = chosen.filter((one) => one !== id);
                    onChange(next.length === 0 ? undefined : next);
                  }}
                  size="small"
                >
                  {title}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** Units in the order of the organisation, anything else by title. */
function useChoices(to: string): readonly { readonly id: string; readonly title: string }[] {
  const language = useLanguage();
  const ofUnits = to === 'organisationalUnit';
  const kind: KindName = isKindName(to) ? to : 'goal';
  const units = useUnits();
  const records = useRecords(kind, { sort: 'title', limit: mostChoices }, !ofUnits && isKindName(to));
  if (ofUnits) return (units.data ?? []).map(({ id, name }) => ({ id, title: name }));
  return (records.data?.rows ?? []).map((row) => ({
    id: row.id,
    title: recordTitle(row, definitionOf(kind), language),
  }));
}
