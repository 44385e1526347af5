import type { Language } from '../../shared/api/contract.ts';
import type { Interval } from '../../shared/records/record-kind.ts';

const timeZone = 'Europe/Stockholm';
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Making a formatter costs about as much as a hundred uses of it. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${language}.${style}`;
  let found = made.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locales[language], { ...styles[style], timeZone });
    made.set(key, found);
  }
  return found;
}

/** An ISO instant, or a `yyyy-MM-dd` day, as people in Stockholm say it. What is no date is shown as it stands. */
export function formatDate(value: string, language: Language, style: keyof typeof styles = 'day'): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : formatter(language, style).format(date);
}

/** A stretch of time, no more exact than it was stated. */
export function formatInterval(interval: Interval, language: Language): string {
  const from = new Date(interval.from);
  // `to` is where the stretch ends; the last moment inside it is what a person would name.
  const last = new Date(Math.max(from.getTime(), new Date(interval.to).getTime() - 1));
  switch (interval.precision) {
    case 'minute':
      return formatter(language, 'moment').format(from);
    case 'hour':
    case 'partOfDay':
      return formatter(language, 'moment').formatRange(from, new Date(interval.to));
    case 'day':
    case 'week':
      return formatter(language, 'day').formatRange(from, last);
    case 'month':
      return formatter(language, 'month').formatRange(from, last);
    case 'year':
      return formatter(language, 'year').formatRange(from, last);
  }
}

/** `12 345` in Swedish, `12,345` in English. */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(locales[language]);
}
