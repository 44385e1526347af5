import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../api/read-hooks.ts';
import { formatNumber } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RecordItem, RecordList } from '../../components/record-item.tsx';
import { Section } from '../../components/section.tsx';
import { useMedia } from '../../components/use-media.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { CaseFilter } from './case-filter.ts';
import { caseQuery, isFiltered, rowsPerPage } from './case-filter.ts';
import { CaseTable } from './case-table.tsx';
import { Pager } from './pager.tsx';

const useStyles = makeStyles({
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
  older: { opacity: 0.6 },
});

interface CaseListProps {
  readonly filter: CaseFilter;
  readonly change: (part: Partial<CaseFilter>) => void;
  readonly address: (part: Partial<CaseFilter>) => string;
}

/** One page of cases: a table where there is room, else a list. The page before stays, paler, while the next one comes. */
export function CaseList({ filter, change, address }: CaseListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const wide = useMedia('(min-width: 860px)');
  const cases = useRecords(filter.kind, caseQuery(filter));
  return (
    <Loaded query={cases} skeletonLines={8}>
      {({ rows, total, offset }) => (
        <Section
          aside={
            <span role="status">
              {total === 0
                ? t('none')
                : t('range', {
                    from: formatNumber(offset + 1, language),
                    to: formatNumber(offset + rows.length, language),
                    total: formatNumber(total, language),
                  })}
            </span>
          }
          heading={t('hits')}
        >
          {rows.length === 0 ? (
            <p className={styles.empty}>{t(isFiltered(filter) ? 'noHits' : 'nothingHere')}</p>
          ) : (
            <div aria-busy={cases.isPlaceholderData} className={mergeClasses(cases.isPlaceholderData && styles.older)}>
              {wide ? (
                <CaseTable change={change} filter={filter} rows={rows} />
              ) : (
                <RecordList>
                  {rows.map((record) => (
                    <RecordItem key={record.id} record={record} />
                  ))}
                </RecordList>
              )}
            </div>
          )}
          {total > rowsPerPage ? (
            <Pager address={address} page={filter.page} pages={Math.ceil(total / rowsPerPage)} />
          ) : null}
        </Section>
      )}
    </Loaded>
  );
}
