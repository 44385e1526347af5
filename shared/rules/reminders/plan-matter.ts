/** Who is reminded of one matter now, and what becomes of the rungs they get no card for. */
import { dayInStockholm } from '../working-days.ts';
import { matterKey, reachedRungs } from './matter.ts';
import type { Matter, ReachedRung } from './matter.ts';
import { isAbsent, personAndMatter } from './reminder-row.ts';
import type { Directory, KnownReminder, NewReminder, PersonChoice, ReminderPart } from './reminder-row.ts';
import type { Audience, ReminderRules } from './reminder-rules.ts';

export interface PlanGround {
  readonly rules: ReminderRules;
  readonly directory: Directory;
  readonly choices: ReadonlyMap<string, PersonChoice>;
  /** Rows by person and matter (`personAndMatter`). */
  readonly known: ReadonlyMap<string, readonly KnownReminder[]>;
  /** Rows by matter (`matterKey`). */
  readonly knownOf: ReadonlyMap<string, readonly KnownReminder[]>;
  readonly now: Date;
}

export interface MatterPlan {
  readonly rows: readonly NewReminder[];
  /** Who has the matter before them, to be counted for the digest. */
  readonly open: readonly string[];
}

interface Recipient {
  readonly personId: string;
  readonly part: ReminderPart;
  readonly rungs: readonly ReachedRung[];
}

export function planMatter(matter: Matter, ground: PlanGround): MatterPlan {
  const rungs = reachedRungs(matter, ground.rules, ground.now);
  if (rungs.length === 0) return { rows: [], open: [] };
  const rows: NewReminder[] = [];
  const open = new Set<string>();
  for (const recipient of [...recipientsOf(matter, rungs, ground), ...unreached(matter, ground)]) {
    const placed = place(matter, recipient, ground);
    rows.push(...placed.rows);
    for (const personId of placed.open) open.add(personId);
  }
  return { rows, open: [...open] };
}

/** Each person once, with the rungs that are for them in any part. */
function recipientsOf(matter: Matter, rungs: readonly ReachedRung[], ground: PlanGround): readonly Recipient[] {
  const found = new Map<string, { part: ReminderPart; rungs: ReachedRung[] }>();
  for (const rung of rungs) {
    const told = new Set<string>();
    for (const audience of rung.to) {
      for (const { personId, part } of peopleOf(matter, audience, ground)) {
        if (told.has(personId)) continue;
        told.add(personId);
        const one = found.get(personId) ?? { part, rungs: [] };
        // Who is to act stays the one to act, also where they hold the role above.
        if (part === 'act') one.part = part;
        one.rungs.push(rung);
        found.set(personId, one);
      }
    }
  }
  return [...found].map(([personId, one]) => ({ personId, ...one }));
}

/** Where nobody holds the role, the row says so (person ''), and the level above is told in their place. */
function peopleOf(matter: Matter, audience: Audience, ground: PlanGround) {
  const { directory } = ground;
  const may = (personId: string) => matter.never?.includes(personId) !== true;
  const as = (part: ReminderPart, people: readonly string[]) =>
    people.filter(may).map((personId) => ({ personId, part }));
  const heads = directory.headsOf(matter.unitId);
  if (audience === 'coordinator') return as('escalation', directory.coordinators);
  if (audience === 'departmentHead') return as('escalation', heads.length > 0 ? heads : directory.coordinators);
  const responsible = as('act', delegated(matter, ground));
  if (responsible.length > 0) return responsible;
  const above = as('escalation', heads);
  return [
    { personId: '', part: 'act' as const },
    ...(above.length > 0 ? above : as('escalation', directory.coordinators)),
  ];
}

/** Who took over by delegation stands in the place of who handed it on. */
function delegated(matter: Matter, { knownOf }: PlanGround): readonly string[] {
  const handedOn = new Map(
    (knownOf.get(matterKey(matter)) ?? []).flatMap(({ state, personId, delegateId }) =>
      state === 'delegated' && delegateId !== undefined ? [[personId, delegateId] as const] : [],
    ),
  );
  return [...new Set(matter.responsible.map((personId) => handedOn.get(personId) ?? personId))];
}

/** Rungs that could not be brought to somebody go one level up, marked as such. */
function unreached(matter: Matter, ground: PlanGround): readonly Recipient[] {
  const { directory, knownOf } = ground;
  return (knownOf.get(matterKey(matter)) ?? [])
    .filter(({ state, personId, step }) => state === 'unreachable' && personId !== '' && !step.endsWith('!!'))
    .flatMap(({ personId, step, dueAt, part, acute }) => {
      const heads = part === 'act' ? directory.headsOf(matter.unitId).filter((head) => head !== personId) : [];
      const above = heads.length > 0 ? heads : directory.coordinators.filter((other) => other !== personId);
      const rung = { step: `${step}!`, dueAt, to: [], acute };
      return above
        .filter((other) => matter.never?.includes(other) !== true)
        .map((other) => ({ personId: other, part: 'escalation' as const, rungs: [rung] }));
    });
}

/** The newest rung is planned; those before it that were missed have given way to it. */
function place(matter: Matter, recipient: Recipient, ground: PlanGround): MatterPlan {
  const { personId, part, rungs } = recipient;
  const today = dayInStockholm(ground.now);
  const choice = ground.choices.get(personId);
  if (choice !== undefined && isAbsent(choice, today)) return placeWithDeputy(matter, recipient, choice, ground);
  const fresh = freshRungs(matter, personId, rungs, ground);
  const latest = fresh.at(-1);
  const paused =
    choice !== undefined &&
    ((choice.pausedUntil !== undefined && today <= choice.pausedUntil) ||
      choice.muted.some((subject) => subject === matter.subject));
  const open = personId === '' || paused ? [] : [personId];
  if (latest === undefined) return { rows: [], open };
  const newest = rowOf(matter, personId, part, latest);
  const rows: NewReminder[] = fresh.slice(0, -1).map((rung) => ({
    ...rowOf(matter, personId, part, rung),
    state: 'superseded',
    reason: 'laterRung',
  }));
  if (personId === '') rows.push({ ...newest, state: 'unreachable', reason: 'nobodyInRole' });
  else if (paused && !latest.acute) rows.push({ ...newest, state: 'paused', reason: 'byRecipient' });
  else rows.push(newest);
  return { rows, open };
}

/** Absent: the deputy gets it. Without one it waits until the person is back, unless it is acute: then it goes up. */
function placeWithDeputy(
  matter: Matter,
  { personId, part, rungs }: Recipient,
  { deputyId }: PersonChoice,
  ground: PlanGround,
): MatterPlan {
  const today = dayInStockholm(ground.now);
  const mayStandIn = (other: string) =>
    other !== personId &&
    matter.never?.includes(other) !== true &&
    !isAbsent(ground.choices.get(other) ?? { absentTo: today }, today);
  const standIns = deputyId !== undefined && mayStandIn(deputyId) ? [deputyId] : [];
  const fresh = freshRungs(matter, personId, rungs, ground);
  const latest = fresh.at(-1);
  const acute = latest?.acute === true;
  const above = standIns.length === 0 && acute ? ground.directory.headsOf(matter.unitId).filter(mayStandIn) : [];
  const instead =
    standIns.length > 0
      ? standIns
      : above.length > 0
        ? above
        : acute
          ? ground.directory.coordinators.filter(mayStandIn)
          : [];
  if (instead.length === 0) return { rows: [], open: [] };
  const plans = instead.map((other) => {
    const later = freshRungs(matter, other, rungs, ground).at(-1);
    return {
      rows: later === undefined ? [] : [rowOf(matter, other, standIns.length > 0 ? part : 'escalation', later)],
      open: [other],
    };
  });
  const own = fresh.map((rung) => ({
    ...rowOf(matter, personId, part, rung),
    state: rung === latest ? ('deputised' as const) : ('superseded' as const),
    reason: rung === latest ? 'absent' : 'laterRung',
  }));
  return { rows: [...own, ...plans.flatMap(({ rows }) => rows)], open: plans.flatMap(({ open }) => open) };
}

/** What is newer than anything the person has had of this waiting. A rung passed upwards counts by its name. */
function freshRungs(
  matter: Matter,
  personId: string,
  rungs: readonly ReachedRung[],
  { known }: PlanGround,
): readonly ReachedRung[] {
  const rows = known.get(personAndMatter(personId, matter)) ?? [];
  const steps = new Set(rows.map(({ step }) => step));
  const ladder = rows.filter(({ step }) => !step.endsWith('!'));
  const latest = ladder.reduce((newest, { dueAt }) => (dueAt > newest ? dueAt : newest), '');
  return rungs.filter(({ step, dueAt }) => !steps.has(step) && (step.endsWith('!') || dueAt > latest));
}

function rowOf(matter: Matter, personId: string, part: ReminderPart, rung: ReachedRung): NewReminder {
  return {
    personId,
    subject: matter.subject,
    matterId: matter.id,
    stage: matter.stage,
    deadline: matter.deadline,
    step: rung.step,
    dueAt: rung.dueAt,
    ...(matter.unitId !== undefined && { unitId: matter.unitId }),
    ...(matter.ref !== undefined && { ref: matter.ref }),
    part,
    acute: rung.acute,
    snoozes: 0,
    state: 'planned',
  };
}
