import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelfCheckStatisticsAnswer } from '../../../shared/api/self-check-contract.ts';
import { useSelfCheckStatistics } from '../../api/self-check-hooks.ts';
import { formatDate, formatNumber } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { MonthBar } from './month-bar.tsx';
import { addUp, inTimeShare } from './statistics-sums.ts';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Month by month: done in time, late or not at all, and how many were not approved. */
export function StatisticsView(): ReactElement {
  const statistics = useSelfCheckStatistics();
  return (
    <Loaded query={statistics} skeletonLines={8}>
      {({ months }) => <Statistics months={months} />}
    </Loaded>
  );
}

function Statistics({ months }: SelfCheckStatisticsAnswer): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const total = addUp(months);
  const share = inTimeShare(total);
  const most = Math.max(1, ...months.map(({ due }) => due));
  const cells = (of: typeof total) =>
    [of.due, of.inTime, of.late, of.missing, of.notApproved].map((count) => formatNumber(count, language));
  return (
    <Section heading={t('statistics.heading')}>
      <div data-ready="">
        {share === undefined ? (
          <p className={styles.text}>{t('statistics.none')}</p>
        ) : (
          <>
            <p className={styles.text}>{t('statistics.inTimeShare', { share })}</p>
            <PlainTable
              caption={t('statistics.caption')}
              columns={[
                t('statistics.month'),
                t('statistics.due'),
                t('statistics.inTime'),
                t('statistics.late'),
                t('statistics.missing'),
                t('statistics.notApproved'),
                t('statistics.picture'),
              ]}
              rows={[
                ...months.map((month) => ({
                  key: month.month,
                  cells: [
                    formatDate(`${month.month}-15`, language, 'month'),
                    ...cells(month),
                    <MonthBar key="bar" month={month} most={most} />,
                  ],
                })),
                { key: 'total', cells: [t('statistics.total'), ...cells(total), ''] },
              ]}
            />
          </>
        )}
      </div>
    </Section>
  );
}
