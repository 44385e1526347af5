import { Button, Checkbox, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { documentTypes } from '../../../shared/records/governing-document.ts';
import { documentValidities } from '../../../shared/rules/document-validity.ts';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { useMedia } from '../../components/use-media.ts';
import { useLanguage } from '../../host/host-context.ts';
import { documentFilterParameters } from './document-filter.ts';
import type { DocumentFilter } from './document-filter.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    alignItems: 'end',
  },
  select: { minWidth: 0 },
  summary: {
    cursor: 'pointer',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  inside: { marginTop: tokens.spacingVerticalM },
  clear: { justifySelf: 'start' },
});

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
  const wide = useMedia('(min-width: 640px)');
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
  const fields = (
    <div className={styles.fields}>
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
    </div>
  );
  return (
    <form
      aria-label={t('filter.label')}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      role="search"
    >
      <Field label={t('search')}>
        <Input
          contentBefore={<Search20Regular aria-hidden="true" />}
          maxLength={200}
          onChange={(_, { value }) => {
            change({ text: value });
          }}
          type="search"
          value={filter.text}
        />
      </Field>
      {wide ? (
        fields
      ) : (
        <details>
          <summary className={styles.summary}>{t('filter.label')}</summary>
          <div className={styles.inside}>{fields}</div>
        </details>
      )}
      {documentFilterParameters(filter).toString() !== '' ? (
        <Button className={styles.clear} onClick={clear}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </form>
  );
}
