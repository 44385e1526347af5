import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Counts } from './statistics-sums.ts';

const useStyles = makeStyles({
  svg: { display: 'block', width: '160px', height: '16px' },
  inTime: { fill: tokens.colorCompoundBrandBackground, forcedColorAdjust: 'none' },
  late: { fill: tokens.colorNeutralStroke1, forcedColorAdjust: 'none' },
  missing: { fill: 'none', stroke: tokens.colorNeutralForeground1, strokeWidth: '1px', strokeDasharray: '2 2' },
});

/** In time filled, late grey, missing an empty frame. The numbers beside it say all of this. */
export function MonthBar({ month, most }: { readonly month: Counts; readonly most: number }): ReactElement {
  const styles = useStyles();
  const scale = 158 / most;
  const late = month.inTime * scale;
  const missing = late + month.late * scale;
  return (
    <svg aria-hidden="true" className={styles.svg} viewBox="0 0 160 16">
      <rect className={styles.inTime} height="12" width={month.inTime * scale} x="1" y="2" />
      <rect className={styles.late} height="12" width={month.late * scale} x={1 + late} y="2" />
      <rect className={styles.missing} height="11" width={month.missing * scale} x={1 + missing} y="2.5" />
    </svg>
  );
}
