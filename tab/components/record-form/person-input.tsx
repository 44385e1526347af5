import { Button, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/records/record-kind.ts';
import { usePersons } from '../../api/read-hooks.ts';
import { FailureNotice } from '../failure-notice.tsx';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';

const useStyles = makeStyles({
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
  },
});

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}

/** One person of the board's. Nobody is typed in by hand: a name alone gives or takes no rights. */
export function PersonInput(props: InputProps<FieldOf<'person'>>): ReactElement {
  const { name, value, onChange, onBlur, disabled } = props;
  const { t } = useTranslation('tab');
  const persons = usePersons();
  const chosen = isPerson(value) ? value : undefined;
  const known = persons.data ?? [];
  const listed = chosen === undefined || known.some((one) => one.id === chosen.id) ? known : [chosen, ...known];
  return (
    <>
      <Labelled input={props}>
        <Select
          disabled={disabled === true}
          name={name}
          onBlur={onBlur}
          onChange={(_, data) => {
            onChange(listed.find((one) => one.id === data.value));
          }}
          value={chosen?.id ?? ''}
        >
          <option value="">{t('form.choose')}</option>
          {listed.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </Labelled>
      {persons.error === null ? null : <FailureNotice failure={persons.error} onRetry={() => void persons.refetch()} />}
    </>
  );
}

/** Several persons: choose one at a time; each chosen one can be taken away. */
export function PersonsInput(props: InputProps<FieldOf<'persons'>>): ReactElement {
  const { name, value, onChange, onBlur, disabled } = props;
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const persons = usePersons();
  const chosen = Array.isArray(value) ? value.filter(isPerson) : [];
  const left = (persons.data ?? []).filter((one) => !chosen.some((other) => other.id === one.id));
  return (
    <div>
      <Labelled input={props}>
        <Select
          disabled={disabled === true}
          name={name}
          onBlur={onBlur}
          onChange={(_, data) => {
            const person = left.find((one) => one.id === data.value);
            if (person !== undefined) onChange([...chosen, { id: person.id, name: person.name }]);
          }}
          value=""
        >
          <option value="">{t(chosen.length === 0 ? 'form.choose' : 'form.addPerson')}</option>
          {left.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </Labelled>
      {persons.error === null ? null : <FailureNotice failure={persons.error} onRetry={() => void persons.refetch()} />}
      {chosen.length === 0 ? null : (
        <ul className={styles.chosen}>
          {chosen.map((person) => (
            <li key={person.id}>
              <Button
                aria-label={t('form.removePerson', { name: person.name })}
                disabled={disabled === true}
                icon={<Dismiss16Regular aria-hidden="true" />}
                iconPosition="after"
                onClick={() => {
                  const next = chosen.filter((one) => one.id !== person.id);
                  onChange(next.length === 0 ? undefined : next);
                }}
                size="small"
              >
                {person.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
