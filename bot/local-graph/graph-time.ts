/** Times as SharePoint gives them: UTC, whole seconds. */

export function toGraphTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * A value for a date column. `yyyy-MM-dd` becomes midnight in the site's zone, which reads as the evening before in
 * UTC (`graph.md` 1.5).
 * @returns undefined when the text is no date
 */
export function parseDateValue(text: string, timeZone: string): string | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (day !== null) {
    const midnight = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
    if (new Date(midnight).toISOString().slice(0, 10) !== text) return undefined;
    return toGraphTime(new Date(midnight - offsetMs(midnight - offsetMs(midnight, timeZone), timeZone)));
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/i.test(text)) return undefined;
  const time = Date.parse(/(Z|[+-]\d{2}:\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : toGraphTime(new Date(time));
}

/** How far the zone is ahead of UTC at an instant. */
function offsetMs(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - time;
}
