import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { recordTitle } from '../../components/record-title.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { UnsavedMarker } from '../../components/unsaved-marker.tsx';
import { visuallyHidden } from '../../components/visually-hidden.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { CaseFilter, SortField } from './case-filter.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  ref: { width: '150px' },
  created: { width: '130px' },
  status: { width: '170px' },
  head: { textAlign: 'start', padding: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  sort: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 0,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

const columns = ['ref', 'title', 'unit', 'status', 'createdAt'] as const satisfies readonly SortField[];

interface CaseTableProps {
  readonly rows: readonly RecordAnswer[];
  readonly filter: CaseFilter;
  readonly change: (part: Partial<CaseFilter>) => void;
}

/** The page as a plain table: screen readers know it, and 50 rows need no virtual scrolling. The service sorts. */
export function CaseTable({ rows, filter, change }: CaseTableProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const unitName = useUnitName();
  const definition = definitionOf(filter.kind);
  const widths: Partial<Record<SortField, string>> = {
    ref: styles.ref,
    status: styles.status,
    createdAt: styles.created,
  };
  return (
    <table className={styles.table}>
      <caption style={visuallyHidden}>{definition.plural[language]}</caption>
      <colgroup>
        {columns.map((column) => (
          <col className={widths[column]} key={column} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => {
            const sorted = filter.sort === column;
            const Arrow = filter.descending ? ArrowDown16Regular : ArrowUp16Regular;
            return (
              <th
                aria-sort={sorted ? (filter.descending ? 'descending' : 'ascending') : 'none'}
                className={styles.head}
                key={column}
                scope="col"
              >
                <button
                  className={styles.sort}
                  onClick={() => {
                    change({ sort: column, descending: sorted ? !filter.descending : column === 'createdAt' });
                  }}
                  type="button"
                >
                  {t(`columns.${column}`)}
                  {sorted ? <Arrow aria-hidden="true" /> : null}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={record.id}>
            <td className={styles.cell}>{record.ref}</td>
            <th className={styles.cell} scope="row">
              <TextLink to={routeOfRecord(record.kind, record.id)}>
                {recordTitle(record, definition, language)}
              </TextLink>
            </th>
            <td className={styles.cell}>{record.unitId === undefined ? null : unitName(record.unitId)}</td>
            <td className={styles.cell}>
              {record.status === '' ? null : <StatusBadge kind={record.kind} status={record.status} />}{' '}
              <UnsavedMarker record={record} />
            </td>
            <td className={styles.cell}>
              {formatDate(record.createdAt, language, record.view === 'anonymised' ? 'month' : 'shortDay')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
