import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SelfCheckCalendarItem } from '../../../shared/api/self-check-contract.ts';
import { routeOfRecord, routes } from '../../../shared/api/links.ts';
import { useSelfCheckYear } from '../../api/self-check-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { todayInStockholm } from './today.ts';
import { UnitFilter, useChosenUnit } from './unit-filter.tsx';
import { monthOf, standings, yearRows } from './year-table.ts';
import type { MonthCounts } from './year-table.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  switches: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingVerticalM },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  // Beside twelve months the longest word would be broken.
  name: { display: 'block', minWidth: '150px' },
  counts: { display: 'grid', whiteSpace: 'nowrap' },
  late: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
});

/** The whole year: a table of months, or the same as a list. */
export function YearView(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const today = todayInStockholm();
  const [parameters] = useSearchParams();
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(parameters.get('year'));
  const year = Number.isInteger(asked) && Math.abs(asked - thisYear) <= 5 ? asked : thisYear;
  const asList = parameters.get('as') === 'list';
  const answer = useSelfCheckYear(year);
  const address = (part: Readonly<Record<string, string>>): string => {
    const next = new URLSearchParams(parameters);
    for (const [name, value] of Object.entries(part)) next.set(name, value);
    return `${routes.selfChecks}?${next.toString()}`;
  };
  return (
    <div className={styles.view}>
      <div className={styles.switches}>
        <ChoiceLinks
          label={t('year.choose')}
          links={[year - 1, year, year + 1].map((one) => ({
            to: address({ year: String(one) }),
            text: String(one),
            current: one === year,
          }))}
        />
        <ChoiceLinks
          label={t('year.as')}
          links={[
            { to: address({ as: 'months' }), text: t('year.asTable'), current: !asList },
            { to: address({ as: 'list' }), text: t('year.asList'), current: asList },
          ]}
        />
      </div>
      <Loaded query={answer} skeletonLines={8}>
        {({ items, year: shown }) => <Year asList={asList} items={items} today={today} year={shown} />}
      </Loaded>
    </div>
  );
}

interface YearProps {
  readonly items: readonly SelfCheckCalendarItem[];
  readonly year: number;
  readonly today: string;
  readonly asList: boolean;
}

function Year({ items, year, today, asList }: YearProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const chosen = useChosenUnit(items);
  const shown = items.filter(
    ({ unitId, status }) => status !== 'cancelled' && (chosen === undefined || unitId === chosen),
  );
  return (
    <div className={styles.view} data-ready="">
      <UnitFilter items={items} />
      {shown.length === 0 ? (
        <p className={styles.text}>{t('year.none')}</p>
      ) : asList ? (
        <YearList items={shown} year={year} />
      ) : (
        <Section heading={t('year.heading', { year })}>
          <p className={styles.text}>{t('year.help')}</p>
          <YearTable items={shown} today={today} year={year} />
        </Section>
      )}
    </div>
  );
}

function YearTable({ items, year, today }: Omit<YearProps, 'asList'>): ReactElement {
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const months = Array.from({ length: 12 }, (_, month) => formatDate(dayIn(year, month), language, 'shortMonth'));
  return (
    <PlainTable
      caption={t('year.caption', { year })}
      columns={[t('year.name'), ...months]}
      rows={yearRows(items, today).map(({ key, name, months: counts }) => ({
        key,
        cells: [
          <Name key="name" name={name} />,
          ...counts.map((of, month) => <Counts counts={of} key={months[month]} />),
        ],
      }))}
    />
  );
}

function Name({ name }: { readonly name: string }): ReactElement {
  const styles = useStyles();
  return <span className={styles.name}>{name}</span>;
}

function Counts({ counts }: { readonly counts: MonthCounts }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  return (
    <span className={styles.counts}>
      {standings.map((standing) => {
        const count = counts[standing];
        return count === undefined ? null : (
          <span className={standing === 'late' ? styles.late : undefined} key={standing}>
            {t(`year.${standing}`, { count })}
          </span>
        );
      })}
    </span>
  );
}

function YearList({ items, year }: Pick<YearProps, 'items' | 'year'>): ReactElement {
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const unitName = useUnitName();
  return (
    <>
      {[...Map.groupBy(items, monthOf)].map(([month, of]) => {
        const name = formatDate(dayIn(year, month), language, 'month');
        return (
          <Section heading={name} key={month}>
            <PlainTable
              caption={name}
              columns={[t('year.name'), t('unit'), t('year.due'), t('year.status')]}
              rows={of.map((item) => ({
                key: item.id,
                cells: [
                  item.occurrence ? (
                    <TextLink key="name" to={routeOfRecord('selfCheckOccurrence', item.id)}>
                      {item.name}
                    </TextLink>
                  ) : (
                    item.name
                  ),
                  item.unitId === undefined ? '' : (unitName(item.unitId) ?? ''),
                  formatDate(item.dueOn, language, 'shortDay'),
                  <StatusBadge key="status" kind="selfCheckOccurrence" status={item.status} />,
                ],
              }))}
            />
          </Section>
        );
      })}
    </>
  );
}

function dayIn(year: number, month: number): string {
  return `${String(year)}-${String(month + 1).padStart(2, '0')}-15`;
}
