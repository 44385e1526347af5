import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { findTime, type TimeDirection } from '../../../../../shared/intake/time/find-time.ts';
import { splitWords } from '../../../../../shared/intake/words.ts';

const zone = 'Europe/Stockholm';

/** Reads `text` written at `now` (Stockholm) and gives the interval in Stockholm time. */
function read(text: string, now: string, direction: TimeDirection = 'past'): readonly string[] | undefined {
  const found = findTime(text, splitWords(text), DateTime.fromISO(now, { zone }).toJSDate(), direction);
  if (found?.occurredAt === undefined) return undefined;
  const { from, to, precision } = found.occurredAt;
  const local = (iso: string): string => DateTime.fromISO(iso, { zone }).toFormat('yyyy-MM-dd HH:mm');
  return [found.when, local(from), local(to), precision];
}

/** Sunday afternoon. */
const sunday = '2026-11-22T15:30';

test.each([
  ['idag', '2026-11-22 00:00', '2026-11-22 15:30', 'day'],
  ['igår', '2026-11-21 00:00', '2026-11-22 00:00', 'day'],
  ['i går eftermiddag', '2026-11-21 12:00', '2026-11-21 18:00', 'partOfDay'],
  ['igår em', '2026-11-21 12:00', '2026-11-21 18:00', 'partOfDay'],
  ['i förrgår', '2026-11-20 00:00', '2026-11-21 00:00', 'day'],
  ['i morse', '2026-11-22 05:00', '2026-11-22 10:00', 'partOfDay'],
  ['kl 08 i morse', '2026-11-22 08:00', '2026-11-22 09:00', 'hour'],
  ['igår kväll ca 21.30', '2026-11-21 21:00', '2026-11-21 22:00', 'hour'],
  ['igår kl 21.30', '2026-11-21 21:30', '2026-11-21 21:31', 'minute'],
  ['i natt', '2026-11-21 22:00', '2026-11-22 06:00', 'partOfDay'],
  ['kl 03.15 i natt', '2026-11-22 03:15', '2026-11-22 03:16', 'minute'],
  ['i natt kl 23', '2026-11-21 23:00', '2026-11-22 00:00', 'hour'],
  ['i fredags', '2026-11-20 00:00', '2026-11-21 00:00', 'day'],
  ['i söndags', '2026-11-15 00:00', '2026-11-16 00:00', 'day'],
  ['i lördags em', '2026-11-21 12:00', '2026-11-21 18:00', 'partOfDay'],
  ['förra torsdagen', '2026-11-12 00:00', '2026-11-13 00:00', 'day'],
  ['natten mot tisdag', '2026-11-16 22:00', '2026-11-17 06:00', 'partOfDay'],
  ['natten till i lördags', '2026-11-20 22:00', '2026-11-21 06:00', 'partOfDay'],
  ['natten mellan fredag och lördag', '2026-11-20 22:00', '2026-11-21 06:00', 'partOfDay'],
  ['3/11', '2026-11-03 00:00', '2026-11-04 00:00', 'day'],
  ['3/12', '2025-12-03 00:00', '2025-12-04 00:00', 'day'],
  ['den 5 november', '2026-11-05 00:00', '2026-11-06 00:00', 'day'],
  ['5 nov', '2026-11-05 00:00', '2026-11-06 00:00', 'day'],
  ['den 5:e', '2026-11-05 00:00', '2026-11-06 00:00', 'day'],
  ['2026-11-05', '2026-11-05 00:00', '2026-11-06 00:00', 'day'],
  ['20261105', '2026-11-05 00:00', '2026-11-06 00:00', 'day'],
  ['5.11.2026', '2026-11-05 00:00', '2026-11-06 00:00', 'day'],
  ['29 februari', '2024-02-29 00:00', '2024-03-01 00:00', 'day'],
  ['v 44', '2026-10-26 00:00', '2026-11-02 00:00', 'week'],
  ['v 52', '2025-12-22 00:00', '2025-12-29 00:00', 'week'],
  ['tisdag v 44', '2026-10-27 00:00', '2026-10-28 00:00', 'day'],
  ['förra veckan', '2026-11-09 00:00', '2026-11-16 00:00', 'week'],
  ['i helgen', '2026-11-21 00:00', '2026-11-22 15:30', 'day'],
  ['i oktober', '2026-10-01 00:00', '2026-11-01 00:00', 'month'],
  ['i december', '2025-12-01 00:00', '2026-01-01 00:00', 'month'],
  ['i november', '2026-11-01 00:00', '2026-11-22 15:30', 'month'],
  ['sen i oktober', '2026-10-01 00:00', '2026-11-22 15:30', 'month'],
  ['sen i måndags', '2026-11-16 00:00', '2026-11-22 15:30', 'day'],
  ['för två dagar sedan', '2026-11-20 00:00', '2026-11-21 00:00', 'day'],
  ['för 20 min sen', '2026-11-22 15:10', '2026-11-22 15:11', 'minute'],
  ['för en timme sedan', '2026-11-22 14:00', '2026-11-22 15:00', 'hour'],
  ['halv nio', '2026-11-22 08:30', '2026-11-22 08:31', 'minute'],
  ['kvart över tre igår', '2026-11-21 15:15', '2026-11-21 15:16', 'minute'],
  ['halv nio igår kväll', '2026-11-21 20:30', '2026-11-21 20:31', 'minute'],
  ['strax efter 22', '2026-11-21 21:30', '2026-11-21 22:30', 'hour'],
  ['mellan 14 och 16 igår', '2026-11-21 14:00', '2026-11-21 16:00', 'hour'],
  ['vid 14-tiden', '2026-11-22 13:30', '2026-11-22 14:30', 'hour'],
  ['vid lunchen', '2026-11-22 11:00', '2026-11-22 14:00', 'partOfDay'],
  ['ikväll kl 20', '2026-11-21 20:00', '2026-11-21 21:00', 'hour'],
  ['nyss', '2026-11-22 14:30', '2026-11-22 15:30', 'hour'],
  ['i år', '2026-01-01 00:00', '2026-11-22 15:30', 'year'],
  ['i fjol', '2025-01-01 00:00', '2026-01-01 00:00', 'year'],
  ['i somras', '2026-06-01 00:00', '2026-09-01 00:00', 'month'],
  ['på julafton', '2025-12-24 00:00', '2025-12-25 00:00', 'day'],
  ['på påskdagen', '2026-04-05 00:00', '2026-04-06 00:00', 'day'],
  ['på midsommarafton', '2026-06-19 00:00', '2026-06-20 00:00', 'day'],
  ['på tisdag em', '2026-11-17 12:00', '2026-11-17 18:00', 'partOfDay'],
])('"%s", written on a Sunday, is %s to %s', (when, from, to, precision) => {
  expect(read(`det hände ${when} tyvärr`, sunday)).toEqual([when, from, to, precision]);
});

test.each([
  ['ikväll kl 20', '2026-11-22T21:00', '2026-11-22 20:00'],
  ['ikväll kl 20', '2026-11-23T02:00', '2026-11-22 20:00'],
  ['inatt', '2026-11-22T07:00', '2026-11-21 22:00'],
  ['inatt', '2026-11-22T23:30', '2026-11-22 22:00'],
  ['i måndags', '2026-11-23T12:00', '2026-11-16 00:00'],
  ['30/12', '2027-01-02T09:00', '2026-12-30 00:00'],
  ['v 53', '2027-01-06T09:00', '2026-12-28 00:00'],
  ['igår', '2027-01-01T00:30', '2026-12-31 00:00'],
  ['i helgen', '2026-11-20T12:00', '2026-11-14 00:00'],
])('"%s", written %s, begins %s', (when, now, from) => {
  expect(read(`det hände ${when}`, now)?.[1]).toBe(from);
});

test('days are 23 and 25 hours long when the clock changes', () => {
  const hours = (now: string): number => {
    const text = 'det hände igår';
    const at = findTime(text, splitWords(text), DateTime.fromISO(now, { zone }).toJSDate(), 'past')?.occurredAt;
    return (Date.parse(at?.to ?? '') - Date.parse(at?.from ?? '')) / 3_600_000;
  };

  expect([hours('2026-03-30T12:00'), hours('2026-10-26T12:00')]).toEqual([23, 25]);
});

test.each([
  ['påminn mig på torsdag', '2026-11-26 00:00'],
  ['påminn mig imorgon kl 9', '2026-11-23 09:00'],
  ['påminn mig den 1 december', '2026-12-01 00:00'],
  ['påminn mig 3/1', '2027-01-03 00:00'],
  ['påminn mig nästa vecka', '2026-11-23 00:00'],
  ['påminn mig om två dagar', '2026-11-24 00:00'],
  ['påminn mig kl 14', '2026-11-23 14:00'],
  ['påminn mig på söndag', '2026-11-29 00:00'],
])('"%s" lies ahead', (text, from) => {
  expect(read(text, sunday, 'future')?.[1]).toBe(from);
});

test.each([
  'hittades efter ca 10 min',
  'ingen svarade på tre dagar',
  'utredningstiden på 4 månader har gått ut',
  'för lite personal på eftermiddagarna',
  'personal varje dag',
  'smakar ingenting sen vi bytte leverantör',
  'fick 1/2 tablett',
  'öppet 24/7',
  'duschas en dag i veckan',
  'runt 20 personer',
  'öppet på helger och nätter',
  'i mån av plats',
  'ha en fin helg',
  'dnr 1.2.3-148/2026',
  'på plan 2',
])('"%s" tells no time', (text) => {
  expect(findTime(text, splitWords(text), new Date('2026-11-22T14:30:00Z'), 'past')).toBeUndefined();
});

test('the time of the event goes before that of its discovery', () => {
  expect(read('ramlade i fredags, upptäcktes igår', sunday)?.[0]).toBe('i fredags');
  expect(read('upptäcktes igår men hände i fredags', sunday)?.[0]).toBe('i fredags');
});

test.each(['den 31 februari', '2027-02-03'])('"%s" is kept as words but is no interval of the past', (when) => {
  const text = `det hände ${when}`;

  expect(findTime(text, splitWords(text), new Date('2026-11-22T14:30:00Z'), 'past')).toEqual({ when });
});

test.each(['igår ', 'forra vekan', 'i ondsags', 'eftermidagen'])('a spelling error is let through: %s', (typed) => {
  expect(read(`det hände ${typed === 'eftermidagen' ? 'igår eftermidagen' : typed}`, sunday)).toBeDefined();
});
