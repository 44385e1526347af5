import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLanguage } from '../host/host-context.ts';
import { formatNumber } from './format-date.ts';
import { visuallyHidden } from './visually-hidden.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    textAlign: 'start',
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  count: { textAlign: 'end', padding: tokens.spacingHorizontalS, width: '90px' },
  bar: {
    width: '45%',
    padding: tokens.spacingHorizontalS,
    '@media (max-width: 500px)': { display: 'none' },
  },
  svg: { display: 'block', width: '100%', height: '16px' },
  fill: { fill: tokens.colorCompoundBrandBackground, forcedColorAdjust: 'none' },
  line: { fill: tokens.colorNeutralStroke1 },
});

export interface Bar {
  readonly name: string;
  /** Absent where the number is too small to show. */
  readonly count?: number | undefined;
}

interface BarTableProps {
  readonly caption: string;
  readonly nameHeading: string;
  readonly countHeading: string;
  /** What stands in the place of a hidden number. */
  readonly tooFew: string;
  readonly bars: readonly Bar[];
}

/** A bar chart and its table in one: the numbers carry everything, the bars only show it, and are left out where narrow. */
export function BarTable({ caption, nameHeading, countHeading, tooFew, bars }: BarTableProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const most = Math.max(1, ...bars.map((bar) => bar.count ?? 0));
  return (
    <table className={styles.table}>
      <caption style={visuallyHidden}>{caption}</caption>
      <thead>
        <tr>
          <th className={styles.head} scope="col">
            {nameHeading}
          </th>
          <th className={styles.count} scope="col">
            {countHeading}
          </th>
          <td aria-hidden="true" className={styles.bar} />
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.name}>
            <th className={styles.name} scope="row">
              {bar.name}
            </th>
            <td className={styles.count}>{bar.count === undefined ? tooFew : formatNumber(bar.count, language)}</td>
            <td aria-hidden="true" className={styles.bar}>
              <svg aria-hidden="true" className={styles.svg} preserveAspectRatio="none" viewBox="0 0 100 16">
                <rect className={styles.line} height="16" width="0.3" />
                <rect className={styles.fill} height="12" width={((bar.count ?? 0) / most) * 100} y="2" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
