import type { SelfCheckStatisticsAnswer } from '../../../shared/api/self-check-contract.ts';

export type Counts = Omit<SelfCheckStatisticsAnswer['months'][number], 'month'>;

export function addUp(months: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => months.reduce((total, month) => total + month[name], 0);
  return {
    due: sum('due'),
    inTime: sum('inTime'),
    late: sum('late'),
    missing: sum('missing'),
    notApproved: sum('notApproved'),
  };
}

/** Whole per cent; undefined when nothing was due. */
export function inTimeShare({ due, inTime }: Counts): number | undefined {
  return due === 0 ? undefined : Math.round((inTime / due) * 100);
}
