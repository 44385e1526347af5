/** A reference as people say it: series, year and number (AVV-2026-0001). */
export interface Reference {
  readonly prefix: string;
  readonly year: number;
  readonly number: number;
}

/** `formatReference('AVV', 2026, 1)` gives `AVV-2026-0001`; numbers beyond 9999 simply grow. */
export function formatReference(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(4, '0')}`;
}

/**
 * Reads a reference as people type it: any case, spaces or other dashes, leading zeros or not (`avv 2026 1`).
 * Anything else is `undefined`.
 */
export function parseReference(text: string): Reference | undefined {
  const parts =
    /^\s*([a-zåäö]{2,5})[\s\u2010-\u2015\u2212_/-]*(20\d\d)[\s\u2010-\u2015\u2212_/-]+0*([1-9]\d{0,6})\s*$/iu.exec(
      text,
    );
  const [, prefix, year, number] = parts ?? [];
  if (prefix === undefined || year === undefined || number === undefined) return undefined;
  return { prefix: prefix.toUpperCase(), year: Number(year), number: Number(number) };
}
