import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionOf } from '../../../shared/records/index.ts';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { SearchForm } from '../../components/search-form.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { CaseFilter } from './case-filter.ts';
import { isFiltered, subjectFields, withoutFilters } from './case-filter.ts';

const searchAfterMs = 300;

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  readonly change: (part: Partial<CaseFilter>) => void;
}

/** Search and filters. Every choice works at once; words are sought when typing pauses. */
export function CaseFilters({ filter, change }: CaseFiltersProps): ReactElement {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const definition = definitionOf(filter.kind);
  const subjectName = subjectFields[filter.kind];
  const subject = subjectName === undefined ? undefined : definition.fields[subjectName];
  const [words, setWords] = useState(filter.text);
  const sought = useDebounced(words, searchAfterMs);

  useEffect(() => {
    if (sought !== filter.text && sought === words) change({ text: sought });
    // Only what was typed starts a search; a filter that changed otherwise must not start it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sought]);

  return (
    <SearchForm
      clear={
        isFiltered(filter)
          ? {
              label: t('filter.clear'),
              onClear: () => {
                setWords('');
                change(withoutFilters(filter));
              },
            }
          : undefined
      }
      label={t('filter.label')}
      onSubmit={() => {
        change({ text: words });
      }}
      {...(filter.kind === 'misconductCase'
        ? {}
        : { words: { label: t('filter.text'), value: words, onChange: setWords } })}
    >
      <UnitSelect
        emptyText={t('filter.allUnits')}
        label={t('filter.unit')}
        onChange={(unit) => {
          change({ unit });
        }}
        value={filter.unit}
        withClosed
      />
      <Field label={t('filter.status')}>
        <Select
          onChange={(_, data) => {
            change({ status: data.value });
          }}
          value={filter.status}
        >
          <option value="">{t('filter.allStates')}</option>
          <option value="open">{t('filter.open')}</option>
          {Object.entries(definition.states).map(([state, label]) => (
            <option key={state} value={state}>
              {label[language]}
            </option>
          ))}
        </Select>
      </Field>
      {subject?.type === 'choice' ? (
        <Field label={subject.label[language]}>
          <Select
            onChange={(_, data) => {
              change({ subject: data.value });
            }}
            value={filter.subject}
          >
            <option value="">{t('filter.all')}</option>
            {Object.entries(subject.choices).map(([choice, label]) => (
              <option key={choice} value={choice}>
                {label[language]}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field label={t('filter.from')}>
        <Input
          onChange={(_, data) => {
            change({ from: data.value });
          }}
          type="date"
          value={filter.from}
        />
      </Field>
      <Field label={t('filter.to')}>
        <Input
          onChange={(_, data) => {
            change({ to: data.value });
          }}
          type="date"
          value={filter.to}
        />
      </Field>
      <Checkbox
        checked={filter.mine}
        label={t('filter.mine')}
        onChange={(_, data) => {
          change({ mine: data.checked === true });
        }}
      />
    </SearchForm>
  );
}
