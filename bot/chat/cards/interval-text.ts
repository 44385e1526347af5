import type { Language } from '../../../shared/api/contract.ts';
import type { Interval } from '../../../shared/records/record-kind.ts';
import type { Say } from '../say.ts';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;
const timeZone = 'Europe/Stockholm';

/** How an interval was understood, in words: "söndag 22 november kl. 21.30". Days and times are those of Stockholm. */
export function intervalText(interval: Interval, language: Language, say: Say): string {
  const from = new Date(interval.from);
  const to = new Date(interval.to);
  const lastMoment = new Date(Math.max(from.getTime(), to.getTime() - 1));
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const clock = (at: Date) =>
    format({ hour: '2-digit', minute: '2-digit' })
      .format(at)
      .replace(':', language === 'sv' ? '.' : ':');
  const sameDay = day.format(from) === day.format(lastMoment);

  switch (interval.precision) {
    case 'minute':
      return `${day.format(from)} ${say('time.at', { time: clock(from) })}`;
    case 'hour':
    case 'partOfDay':
      return sameDay
        ? `${day.format(from)} ${say('time.between', { from: clock(from), to: clock(to) })}`
        : say('time.between', {
            from: `${shortDay.format(from)} ${clock(from)} `,
            to: ` ${shortDay.format(to)} ${clock(to)}`,
          });
    case 'day':
      return sameDay
        ? day.format(from)
        : say('time.between', { from: `${shortDay.format(from)} `, to: ` ${shortDay.format(lastMoment)}` });
    case 'week':
      return say('time.between', { from: `${shortDay.format(from)} `, to: ` ${shortDay.format(lastMoment)}` });
    case 'month':
      return format({ month: 'long', year: 'numeric' }).format(from);
    case 'year':
      return format({ year: 'numeric' }).format(from);
  }
}

/** "22 nov. 2026" in Stockholm. */
export function dayText(at: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(at));
}
