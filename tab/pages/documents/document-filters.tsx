import { Checkbox, Field, Select, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { documentTypes } from '../../../shared/records/governing-document.ts';
import { documentValidities } from '../../../shared/rules/document-validity.ts';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { SearchForm } from '../../components/search-form.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { documentFilterParameters } from './document-filter.ts';
import type { DocumentFilter } from './document-filter.ts';

const useStyles = makeStyles({ select: { minWidth: 0 } });

const ticked = {
  concernsUs: (concernsUs: boolean) => ({ concernsUs }),
  overdue: (overdue: boolean) => ({ overdue }),
  untagged: (untagged: boolean) => ({ untagged }),
} as const;

interface DocumentFiltersProps {
  readonly filter: DocumentFilter;
  readonly areas: readonly string[];
  readonly change: (part: Partial<DocumentFilter>) => void;
  readonly clear: () => void;
}

/** Search and filters; every choice and every letter works at once, since the whole register is here. */
export function DocumentFilters({ filter, areas, change, clear }: DocumentFiltersProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const select = (
    name: 'type' | 'area' | 'validity',
    choices: readonly { readonly value: string; readonly text: string }[],
    pick: (value: string) => Partial<DocumentFilter>,
  ) => (
    <Field label={t(`filter.${name}`)}>
      <Select
        className={styles.select}
        onChange={(_, { value }) => {
          change(pick(value));
        }}
        value={filter[name]}
      >
        <option value="">{t('filter.all')}</option>
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <SearchForm
      clear={
        documentFilterParameters(filter).toString() === '' ? undefined : { label: t('filter.clear'), onClear: clear }
      }
      label={t('filter.label')}
      words={{
        label: t('search'),
        value: filter.text,
        onChange: (text) => {
          change({ text });
        },
      }}
    >
      {select(
        'type',
        Object.entries(documentTypes).map(([value, label]) => ({ value, text: label[language] })),
        (type) => ({ type }),
      )}
      {select(
        'area',
        areas.map((area) => ({ value: area, text: area })),
        (area) => ({ area }),
      )}
      <UnitSelect
        emptyText={t('filter.allUnits')}
        label={t('filter.unit')}
        onChange={(unit) => {
          change({ unit });
        }}
        value={filter.unit}
        withClosed
      />
      {select(
        'validity',
        documentValidities.map((value) => ({ value, text: t(`validities.${value}`) })),
        (value) => ({ validity: documentValidities.find((one) => one === value) ?? '' }),
      )}
      {(['concernsUs', 'overdue', 'untagged'] as const).map((name) => (
        <Checkbox
          checked={filter[name]}
          key={name}
          label={t(`filter.${name}`)}
          onChange={(_, { checked }) => {
            change(ticked[name](checked === true));
          }}
        />
      ))}
    </SearchForm>
  );
}
