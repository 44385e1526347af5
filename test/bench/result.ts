/** What a benchmark answers: rows that compare things of the same run, and how they were measured. */
export interface BenchResult {
  readonly notes: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** The value below which the share `p` (0–1) of the samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
