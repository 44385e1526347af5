import type { Language } from '../../../shared/api/contract.ts';
import type { Interval } from '../../../shared/records/record-kind.ts';
import type { Say } from '../say.ts';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;
const timeZone = 'Europe/Stockholm';

type Shape = 'day' | 'shortDay' | 'clock' | 'month' | 'year' | 'date';

const shapes: Readonly<Record<Shape, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  clock: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: making one costs more than the rest of a card. */
function formatOf(language: Language, shape: Shape): Intl.DateTimeFormat {
  const key = `${language} ${shape}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...shapes[shape] });
  formats.set(key, format);
  return format;
}

/** How an interval was understood, in words: "söndag 22 november kl. 21.30". Days and times are those of Stockholm. */
export function intervalText(interval: Interval, language: Language, say: Say): string {
  const from = new Date(interval.from);
  const to = new Date(interval.to);
  const lastMoment = new Date(Math.max(from.getTime(), to.getTime() - 1));
  const day = formatOf(language, 'day');
  const shortDay = formatOf(language, 'shortDay');
  const clock = (at: Date) =>
    formatOf(language, 'clock')
      .format(at)
      .replace(':', language === 'sv' ? '.' : ':');
  const isSameDay = () => day.format(from) === day.format(lastMoment);

  switch (interval.precision) {
    case 'minute':
      return `${day.format(from)} ${say('time.at', { time: clock(from) })}`;
    case 'hour':
    case 'partOfDay':
      return isSameDay()
        ? `${day.format(from)} ${say('time.between', { from: clock(from), to: clock(to) })}`
        : say('time.between', {
            from: `${shortDay.format(from)} ${clock(from)} `,
            to: ` ${shortDay.format(to)} ${clock(to)}`,
          });
    case 'day':
      return isSameDay()
        ? day.format(from)
        : say('time.between', { from: `${shortDay.format(from)} `, to: ` ${shortDay.format(lastMoment)}` });
    case 'week':
      return say('time.between', { from: `${shortDay.format(from)} `, to: ` ${shortDay.format(lastMoment)}` });
    case 'month':
      return formatOf(language, 'month').format(from);
    case 'year':
      return formatOf(language, 'year').format(from);
  }
}

/** "22 nov. 2026" in Stockholm. */
export function dayText(at: string, language: Language): string {
  return formatOf(language, 'date').format(new Date(at));
}
