import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { TextLink } from '../../components/text-link.tsx';
import { ExpectedResultLine } from './expected-result-line.tsx';
import { planSortColumns } from './plan-filter.ts';
import type { PlanFilter, PlanSortColumn } from './plan-filter.ts';
import type { PlanRow } from './plan-rows.ts';
import { PlanStatus } from './plan-status.tsx';

const narrow = '@media (max-width: 899px)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  body: { [narrow]: { display: 'block' } },
  head: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: tokens.spacingVerticalXS,
      paddingBlock: tokens.spacingVerticalM,
    },
  },
  heading: { textAlign: 'start', padding: tokens.spacingHorizontalS, verticalAlign: 'bottom' },
  cell: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalS,
    overflowWrap: 'break-word',
    hyphens: 'auto',
    [narrow]: { display: 'block', padding: 0, overflowWrap: 'anywhere' },
  },
  first: { [narrow]: { order: -1 } },
  label: {
    display: 'none',
    [narrow]: { display: 'inline', color: tokens.colorNeutralForeground2, marginInlineEnd: tokens.spacingHorizontalXS },
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingVerticalXS,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  results: { display: 'grid', gap: tokens.spacingVerticalXXS },
  link: { fontWeight: tokens.fontWeightSemibold },
});

interface PlanTableProps {
  readonly rows: readonly PlanRow[];
  readonly sort: PlanFilter['sort'];
  readonly onSort: (sort: PlanFilter['sort']) => void;
}

/**
 * The same commitments as the tree, as a table; below 900 px each row is a stack of labelled values. The roles are
 * written out because a browser drops them with `display: block`.
 */
export function PlanTable({ rows, sort, onSort }: PlanTableProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');

  function heading(column: PlanSortColumn): ReactElement {
    const sorted = sort.column === column;
    const Arrow = sort.descending ? ArrowDown16Regular : ArrowUp16Regular;
    return (
      <th
        aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
        className={styles.heading}
        key={column}
        role="columnheader"
        scope="col"
      >
        <button
          className={styles.sort}
          onClick={() => onSort({ column, descending: sorted && !sort.descending })}
          type="button"
        >
          {t(`column.${column}`)}
          {sorted ? <Arrow aria-hidden="true" /> : null}
        </button>
      </th>
    );
  }

  function cell(column: PlanSortColumn, content: ReactNode): ReactElement {
    return (
      <td className={styles.cell} role="cell">
        <span aria-hidden="true" className={styles.label}>
          {t(`column.${column}`)}:
        </span>
        {content}
      </td>
    );
  }

  return (
    <table aria-label={t('table.label')} className={styles.table} role="table">
      <thead className={styles.head} role="rowgroup">
        <tr role="row">{planSortColumns.map(heading)}</tr>
      </thead>
      <tbody className={styles.body} role="rowgroup">
        {rows.map((row) => (
          <tr className={styles.row} key={row.record.id} role="row">
            {cell('goal', row.goalName || t('tree.withoutGoal'))}
            <th className={mergeClasses(styles.cell, styles.first)} role="rowheader" scope="row">
              <TextLink className={styles.link} to={routeOfRecord('commitment', row.record.id)}>
                {row.text}
              </TextLink>
            </th>
            {cell('unit', row.unitName)}
            {cell(
              'result',
              row.results.length === 0 ? (
                t('result.none')
              ) : (
                <div className={styles.results}>
                  {row.results.map((result) => (
                    <ExpectedResultLine key={result.id} result={result} />
                  ))}
                </div>
              ),
            )}
            {cell('status', <PlanStatus status={row.record.status} />)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
