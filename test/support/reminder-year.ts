/**
 * A made-up year of a municipality, from a seed, and the table of what should be sent in it. The table is worked out
 * without the code under test: day by day, with holidays from `date-holidays`, the clock of `Intl`, and plain loops over
 * the rules as `domain.md` words them.
 */
import Holidays from 'date-holidays';
import type { Matter } from '../../shared/rules/reminders/matter.ts';

export interface YearMatter {
  readonly matter: Matter;
  /** ISO instants between which it is open. */
  readonly openFrom: string;
  readonly openTo: string;
  readonly acute: boolean;
}

export interface Year {
  readonly people: readonly { readonly id: string; readonly role: string; readonly unitId?: string }[];
  readonly units: readonly { readonly id: string; readonly parentId?: string; readonly unitKind: string }[];
  readonly matters: readonly YearMatter[];
  /** Who has paused, and who is away from and until a day without a deputy. */
  readonly paused: ReadonlySet<string>;
  readonly away: ReadonlyMap<string, readonly [string, string]>;
}

const dayMs = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Self-checks every month, deviations and feedback now and then, some of them done late or never. */
export function makeYear(unitCount: number, personCount: number, seed: number): Year {
  const next = random(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(next() * values.length)]!;
  const departments = Array.from(
    { length: Math.max(1, Math.round(unitCount / 12)) },
    (_, index) => `department-${index}`,
  );
  const units = Array.from({ length: unitCount }, (_, index) => ({
    id: `unit-${index}`,
    parentId: departments[index % departments.length]!,
    unitKind: 'unit',
  }));
  const managers = units.map(({ id }) => ({ id: `manager-of-${id}`, role: 'unitManager', unitId: id }));
  const heads = departments.map((id) => ({ id: `head-of-${id}`, role: 'departmentHead', unitId: id }));
  const staffCount = personCount - managers.length - heads.length - 2;
  const staff = Array.from({ length: staffCount }, (_, index) => ({
    id: `person-${index}`,
    role: 'employee',
    unitId: units[index % unitCount]!.id,
  }));
  const coordinators = ['one', 'two'].map((name) => ({ id: `coordinator-${name}`, role: 'qualityCoordinator' }));
  const staffOf = Map.groupBy(staff, ({ unitId }) => unitId);
  const matters: YearMatter[] = [];
  const add = (
    matter: Pick<Matter, 'subject' | 'id' | 'unitId' | 'deadline' | 'stage' | 'responsible'> & Partial<Matter>,
    openFrom: string,
    openTo: string,
    acute = false,
  ) => matters.push({ matter: { since: openFrom, ...matter }, openFrom, openTo, acute });

  for (const { id: unitId } of units) {
    const manager = `manager-of-${unitId}`;
    for (const check of ['hygien', 'signering']) {
      for (let month = 1; month <= 12; month += 1) {
        const deadline = new Date(Date.UTC(2026, month, 0)).toISOString().slice(0, 10);
        const performer = next() < 0.4 ? pick((staffOf.get(unitId) ?? []).map(({ id }) => id)) : manager;
        const planned = plus(deadline, next() < 0.2 ? -9 : -40);
        // Most are done some days before; one in eight is late, and one in twenty is never done.
        const done = next() < 0.05 ? '2027-12-31' : plus(deadline, Math.floor(next() * 24) - (next() < 0.85 ? 20 : 0));
        if (done <= planned) continue;
        add(
          {
            subject: 'selfCheck',
            id: `${check}-${unitId}-${month}`,
            unitId,
            deadline,
            stage: 'open',
            responsible: [performer],
          },
          `${planned}T09:30:00.000Z`,
          `${done}T10:00:00.000Z`,
        );
      }
    }
    for (let nth = 0; nth < 8; nth += 1) {
      const day = plus('2026-01-01', Math.floor(next() * 360));
      const acute = next() < 0.1;
      // What is acute happens in the evening, when nothing else may be sent.
      const minute = acute ? 19 * 60 + Math.floor(next() * 170) : Math.floor(next() * 1440);
      const at = new Date(Date.parse(day) + minute * 60_000 + nth * 1000).toISOString();
      const deadline = addWorking(stockholmDay(at), 2);
      add(
        {
          subject: nth % 4 === 0 ? 'feedback' : 'deviation',
          id: `case-${unitId}-${nth}`,
          ...{ unitId, deadline, stage: 'reported', responsible: [manager] },
          ...(acute && { alerts: [{ name: 'acute' as const, to: ['responsible', 'departmentHead'] as const }] }),
        },
        at,
        `${plus(day, 1 + Math.floor(next() * 14))}T11:00:00.000Z`,
        acute,
      );
    }
  }
  const everybody = [...managers, ...heads, ...staff, ...coordinators];
  const paused = new Set(managers.filter(() => next() < 0.02).map(({ id }) => id));
  const away = new Map(
    managers
      .filter(({ id }) => !paused.has(id) && next() < 0.1)
      .map(({ id }): [string, readonly [string, string]] => {
        const from = plus('2026-01-05', Math.floor(next() * 340));
        return [id, [from, plus(from, 3 + Math.floor(next() * 20))]];
      }),
  );
  return {
    people: everybody,
    units: [
      { id: 'board', unitKind: 'board' },
      ...departments.map((id) => ({ id, parentId: 'board', unitKind: 'department' })),
      ...units,
    ],
    ...{ matters, paused, away },
  };
}

const holidays = new Holidays('SE');
const dayOff = new Map<string, boolean>();
export function isOff(day: string): boolean {
  const known = dayOff.get(day);
  if (known !== undefined) return known;
  const weekday = new Date(day).getUTCDay();
  const found = holidays.isHoliday(new Date(`${day}T12:00:00+01:00`));
  const named = found === false ? [] : found;
  const off = weekday === 0 || weekday === 6 || named.some(({ type }) => type === 'public' || type === 'bank');
  dayOff.set(day, off);
  return off;
}

function addWorking(day: string, count: number): string {
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = plus(at, Math.sign(count));
    if (!isOff(at)) left -= 1;
  }
  return at;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** `2026-03-29 07:00:00` as the clocks of Stockholm show it. */
const shown = (instant: string) => clock.format(new Date(instant));
export const stockholmDay = (instant: string): string => shown(instant).slice(0, 10);

/** Seven in the morning of Stockholm: found by trying both offsets that there are. */
export function sevenOn(day: string): string {
  const found = ['05:00', '06:00']
    .map((time) => `${day}T${time}:00.000Z`)
    .find((at) => shown(at).slice(11, 16) === '07:00');
  if (found === undefined) throw new Error(`no seven o'clock on ${day}`);
  return found;
}

/** The rungs as `domain.md` words them: offset, whether in working days, to whom. */
const ladders: Readonly<Record<string, readonly (readonly [number, boolean, readonly string[]])[]>> = {
  selfCheck: [
    [-14, false, ['own']],
    [-3, false, ['own']],
    [0, false, ['own']],
    [3, false, ['own']],
    [10, false, ['head', 'coordinator']],
  ],
  deviation: [
    [-1, true, ['own']],
    [0, false, ['own']],
    [3, true, ['own', 'head', 'coordinator']],
  ],
  feedback: [
    [-3, true, ['own']],
    [0, false, ['own']],
    [3, true, ['own', 'head', 'coordinator']],
  ],
};

/** Every card that should be sent in the year: `2026-03-02 manager-of-unit-1 hygien-unit-1-2`, sorted. */
export function expectedCards(year: Year): readonly string[] {
  const cards: string[] = [];
  const parentOf = new Map(year.units.map(({ id, parentId }) => [id, parentId]));
  const peopleFor = (matter: Matter, whom: string): readonly string[] => {
    if (whom === 'own') return matter.responsible;
    if (whom === 'coordinator')
      return year.people.filter(({ role }) => role === 'qualityCoordinator').map(({ id }) => id);
    return [`head-of-${parentOf.get(matter.unitId ?? '') ?? ''}`];
  };
  const coming = year.matters.map((one) => {
    const { matter } = one;
    const rungs = (ladders[matter.subject] ?? [])
      .map(([days, working, to]) => ({
        day: working ? addWorking(matter.deadline, days) : plus(matter.deadline, days),
        people: [...new Set(to.flatMap((whom) => peopleFor(matter, whom)))],
      }))
      .filter(({ day }) => day >= stockholmDay(one.openFrom));
    return { ...one, rungs };
  });
  /** How many rungs of a matter a person has been told of. */
  const told = new Map<string, number>();
  const held = new Map<string, Set<string>>();
  const isAway = (id: string, day: string) => {
    const [from, to] = year.away.get(id) ?? ['9', ''];
    return from <= day && day <= to;
  };

  for (const { matter, acute, openFrom } of year.matters) {
    if (!acute || openFrom >= '2026-12-31T23:00') continue;
    const head = peopleFor(matter, 'head');
    // An absent manager is not told at night: the head is, who is told anyway.
    const own = matter.responsible.filter((id) => !isAway(id, stockholmDay(openFrom)));
    for (const id of [...own, ...head]) cards.push(`${stockholmDay(openFrom)} ${id} ${matter.id} acute`);
  }

  let digestWeek = '';
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = plus(day, 1)) {
    if (isOff(day)) continue;
    const seven = sevenOn(day);
    const monday = plus(day, -((new Date(day).getUTCDay() + 6) % 7));
    const isFirst = digestWeek !== monday;
    digestWeek = monday;
    const openFor = new Map<string, string[]>();
    const fresh = new Map<string, Set<string>>();
    for (const { matter, openFrom, openTo, rungs, acute } of coming) {
      if (openFrom > seven || openTo <= seven) continue;
      const reached = rungs.filter((rung) => rung.day <= day);
      const people = new Set([
        ...reached.flatMap((rung) => rung.people),
        ...(acute ? [...matter.responsible, ...peopleFor(matter, 'head')] : []),
      ]);
      for (const id of people) {
        if (year.paused.has(id) || isAway(id, day)) continue;
        openFor.set(id, [...(openFor.get(id) ?? []), matter.id]);
        const mine = reached.filter((rung) => rung.people.includes(id)).length;
        if (mine <= (told.get(`${id} ${matter.id}`) ?? 0)) continue;
        told.set(`${id} ${matter.id}`, mine);
        fresh.set(id, (fresh.get(id) ?? new Set()).add(matter.id));
      }
    }
    for (const [id, open] of openFor) {
      const waiting = [...(held.get(id) ?? []), ...(fresh.get(id) ?? [])].filter((one) => open.includes(one));
      held.delete(id);
      if (open.length < 4) for (const one of new Set(waiting)) cards.push(`${day} ${id} ${one}`);
      else if (isFirst) cards.push(`${day} ${id} digest`);
      else held.set(id, new Set(waiting));
    }
  }
  return cards.toSorted();
}
