import { Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionOf } from '../../../shared/records/index.ts';
import type { StatisticsQuery } from '../../api/read-hooks.ts';
import { useStatistics } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { BarTable } from '../../components/bar-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import type { CaseFilter } from './case-filter.ts';
import { subjectFields } from './case-filter.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    alignItems: 'end',
  },
  page: { display: 'grid', gap: tokens.spacingVerticalL },
  note: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground2 },
});

interface CaseStatisticsProps {
  readonly filter: CaseFilter;
  readonly change: (part: Partial<CaseFilter>) => void;
}

/** Counts by subject, state or unit. Cells too small to show are told as such, never as zero (permissions, statistics). */
export function CaseStatistics({ filter, change }: CaseStatisticsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const unitName = useUnitName();
  const definition = definitionOf(filter.kind);
  const subject = subjectFields[filter.kind] ?? 'status';
  const [chosen, setChosen] = useState<'subject' | 'status' | 'unit'>('subject');
  const by: StatisticsQuery['by'] = chosen === 'subject' ? subject : chosen;
  const statistics = useStatistics(filter.kind, {
    by,
    ...(filter.from === '' ? {} : { from: filter.from }),
    ...(filter.to === '' ? {} : { to: filter.to }),
  });

  function nameOf(value: string): string {
    if (by === 'unit') return unitName(value) ?? t('statistics.noValue');
    if (by === 'status') return definition.states[value]?.[language] ?? value;
    const field = definition.fields[by];
    const label = field?.type === 'choice' ? field.choices[value]?.[language] : undefined;
    return label ?? (value === '' ? t('statistics.noValue') : value);
  }

  return (
    <div className={styles.page}>
      <div className={styles.fields}>
        <Field label={t('statistics.by')}>
          <Select
            onChange={(_, data) => {
              setChosen(data.value === 'status' || data.value === 'unit' ? data.value : 'subject');
            }}
            value={chosen}
          >
            <option value="subject">{definition.fields[subject]?.label[language]}</option>
            <option value="status">{t('columns.status')}</option>
            <option value="unit">{t('columns.unit')}</option>
          </Select>
        </Field>
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
      </div>
      <Loaded query={statistics}>
        {({ cells }) => (
          <Section heading={t('statistics.heading', { kind: definition.plural[language] })}>
            {cells.length === 0 ? (
              <p className={styles.note}>{t('nothingHere')}</p>
            ) : (
              <BarTable
                bars={cells
                  .map((cell) => ({ name: nameOf(cell.value), count: cell.count }))
                  .toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0))}
                caption={t('statistics.heading', { kind: definition.plural[language] })}
                countHeading={t('statistics.count')}
                nameHeading={t('statistics.name')}
                tooFew={t('statistics.tooFew')}
              />
            )}
            {cells.some((cell) => cell.count === undefined) ? (
              <p className={styles.note}>{t('statistics.tooFewNote')}</p>
            ) : null}
          </Section>
        )}
      </Loaded>
    </div>
  );
}
