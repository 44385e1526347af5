import type { Language, RecordAnswer } from '../../../shared/api/contract.ts';
import { textOf } from './goal-tree.ts';

/** What a person needs to see of an expected result in one line (R19). */
export interface ExpectedResultSummary {
  readonly id: string;
  readonly resultKind: string;
  readonly text: string;
  /** Only for a target value: `88 → 92 %`, or `92 %` where nothing says where the unit starts from. */
  readonly figures?: { readonly baseline?: string; readonly target: string };
}

const formats = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
} as const;

/** A number as people of the language write it: `7,2` in Swedish, `7.2` in English. */
export function formatNumber(value: number, language: Language): string {
  return formats[language].format(value);
}

function measured(value: number, measureUnit: string, language: Language): string {
  const number = formatNumber(value, language);
  if (!measureUnit) return number;
  return measureUnit === '%' && language === 'en' ? `${number}%` : `${number}\u00a0${measureUnit}`;
}

/** Sums up one expected result; `indicators` gives the unit of measure. */
export function summariseExpectedResult(
  result: RecordAnswer,
  indicators: readonly RecordAnswer[],
  language: Language,
): ExpectedResultSummary {
  const { resultKind, target, baseline, indicator } = result.fields;
  const summary = {
    id: result.id,
    resultKind: textOf(resultKind),
    text: textOf(result.fields['text']) || result.title,
  };
  if (resultKind !== 'targetValue' || typeof target !== 'number') return summary;
  const measureUnit = textOf(indicators.find((one) => one.id === indicator)?.fields['measureUnit']);
  return {
    ...summary,
    figures: {
      ...(typeof baseline === 'number' ? { baseline: formatNumber(baseline, language) } : {}),
      target: measured(target, measureUnit, language),
    },
  };
}
