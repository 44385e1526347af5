import { Button, Checkbox, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionOf } from '../../../shared/records/index.ts';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useMedia } from '../../components/use-media.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { CaseFilter } from './case-filter.ts';
import { isFiltered, subjectFields, withoutFilters } from './case-filter.ts';

const searchAfterMs = 300;

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    alignItems: 'end',
  },
  summary: {
    cursor: 'pointer',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  inside: { marginTop: tokens.spacingVerticalM },
  clear: { justifySelf: 'start' },
});

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  readonly change: (part: Partial<CaseFilter>) => void;
}

/** Search and filters. Every choice works at once; words are sought when typing pauses. */
export function CaseFilters({ filter, change }: CaseFiltersProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const wide = useMedia('(min-width: 640px)');
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

  const filters = (
    <div className={styles.fields}>
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
    </div>
  );

  return (
    <form
      aria-label={t('filter.label')}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change({ text: words });
      }}
      role="search"
    >
      {filter.kind === 'misconductCase' ? null : (
        <Field label={t('filter.text')}>
          <Input
            contentBefore={<Search20Regular aria-hidden="true" />}
            maxLength={200}
            onChange={(_, data) => {
              setWords(data.value);
            }}
            type="search"
            value={words}
          />
        </Field>
      )}
      {wide ? (
        filters
      ) : (
        <details>
          <summary className={styles.summary}>{t('filter.label')}</summary>
          <div className={styles.inside}>{filters}</div>
        </details>
      )}
      {isFiltered(filter) ? (
        <Button
          className={styles.clear}
          onClick={() => {
            setWords('');
            change(withoutFilters(filter));
          }}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </form>
  );
}
