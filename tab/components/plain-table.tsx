import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  row: { ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  head: {
    textAlign: 'start',
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: '90px',
    overflowWrap: 'anywhere',
  },
});

interface PlainTableProps {
  /** What the table holds, for those who do not see where it stands. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its heading. A row with an id can be gone to, and then has the focus. */
  readonly rows: readonly { readonly key: string; readonly id?: string; readonly cells: readonly ReactNode[] }[];
}

/** A table to read; wide ones scroll by themselves, also by keyboard. */
export function PlainTable({ caption, columns, rows }: PlainTableProps): ReactElement {
  const styles = useStyles();
  return (
    <div aria-label={caption} className={styles.scroll} role="region" tabIndex={0}>
      <table aria-label={caption} className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th className={styles.head} key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, id, cells: [first, ...rest] }) => (
            <tr className={styles.row} id={id} key={key} tabIndex={id === undefined ? undefined : -1}>
              <th className={styles.cell} scope="row">
                {first}
              </th>
              {rest.map((cell, index) => (
                <td className={styles.cell} key={columns[index + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
