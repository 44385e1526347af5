/** What one time expression is made of, before it is known which day it means. */

export type PartOfDay = 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'evening' | 'night' | 'day';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export type DateReference =
  | { readonly type: 'dayOffset'; readonly days: number }
  /** 1 is Monday. `latest` "i måndags", `coming` "på måndag", `weekBefore` "förra måndagen", `bare` "måndag kväll". */
  | { readonly type: 'weekday'; readonly weekday: number; readonly which: 'latest' | 'coming' | 'weekBefore' | 'bare' }
  | { readonly type: 'calendar'; readonly day: number; readonly month?: number; readonly year?: number }
  /** With `weekday`: "tisdag v 44". */
  | { readonly type: 'week'; readonly week: number; readonly year?: number; readonly weekday?: number }
  | { readonly type: 'month'; readonly month: number; readonly year?: number }
  | {
      readonly type: 'offset';
      readonly unit: 'week' | 'month' | 'year';
      readonly count: number;
      readonly weekday?: number;
    }
  | { readonly type: 'weekend'; readonly weeks: number }
  /** First and last month; a span over New Year has a last month below the first. */
  | { readonly type: 'season'; readonly firstMonth: number; readonly lastMonth: number }
  | { readonly type: 'holiday'; readonly name: Holiday }
  | { readonly type: 'ago'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'ahead'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'justNow'; readonly minutes: number }
  | { readonly type: 'lastDays'; readonly days: number }
  /** "natten mot tisdag": the night that ends on that day. */
  | { readonly type: 'nightTowards'; readonly day: DateReference };

export type Holiday =
  | 'christmasEve' | 'christmasDay' | 'boxingDay' | 'newYearsEve' | 'newYearsDay' | 'epiphany' | 'goodFriday' | 'easterEve'
  | 'easterDay' | 'easterMonday' | 'easter' | 'walpurgis' | 'firstOfMay' | 'ascension' | 'nationalDay' | 'midsummerEve' | 'midsummerDay' | 'lucia'
  | 'christmas' | 'allSaints'; // prettier-ignore

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** Said with minutes (`21.30`, `halv nio`), not only the hour. */
  readonly hasMinutes: boolean;
  /** Said in words on a twelve-hour dial: "halv nio" may be morning or evening. */
  readonly inWords: boolean;
}

export interface Clock {
  readonly time: ClockTime;
  readonly until?: ClockTime;
  readonly isApproximate: boolean;
}

export interface TimePiece {
  /** How many words it takes. */
  readonly length: number;
  readonly date?: DateReference;
  readonly part?: PartOfDay;
  readonly clock?: Clock;
  /** "vid lunchen": a moment of the day that stands for a part of it; weaker than a date. */
  readonly isOccasion?: boolean;
  /** Only beside another piece: "kväll" after "igår", "runt 8" before "i morse". */
  readonly needsCompany?: boolean;
}
