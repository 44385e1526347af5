/** What is open on the board and can be reminded about, read from the records as they stand. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { UnitAnswer } from '../../shared/api/contract.ts';
import { definitionOf, isKindName } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields, Role } from '../../shared/records/record-kind.ts';
import { dueAt } from '../../shared/rules/deadlines.ts';
import { implicatedField } from '../../shared/rules/permissions.ts';
import { fitsRecord } from '../../shared/rules/states.ts';
import { addDays, addWorkingDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import type { Alert, Matter } from '../../shared/rules/reminders/matter.ts';
import type { ReminderRules } from '../../shared/rules/reminders/reminder-rules.ts';
import type { Database } from '../database/schema.ts';
import type { People, Preference } from './read-people.ts';
import { readReviews, shortName } from './read-reviews.ts';

export interface MatterGround {
  readonly db: Kysely<Database>;
  readonly boardId: string;
  readonly people: People;
  readonly units: readonly UnitAnswer[];
  readonly preferences: readonly Preference[];
  readonly rules: ReminderRules;
  readonly now: Date;
}

interface OpenRow {
  readonly id: string;
  readonly kind: KindName;
  readonly unit_id: string | null;
  readonly ref: string | null;
  readonly status: string;
  readonly created_at: string;
  readonly state_changed_at: string;
  /** The fields that reminders look at, and no others: nothing that somebody wrote of what happened. */
  readonly fields: AnyFields;
}

const watched = ['deviation', 'misconductCase', 'feedback', 'commitment', 'selfCheckOccurrence'];
const neededFields = [
  'name',
  'severity',
  'reporterSeverity',
  'category',
  'personDataIncident',
  'feedbackKind',
  'year',
  'dueOn',
  'performer',
  implicatedField,
];

export async function readMatters(ground: MatterGround): Promise<readonly Matter[]> {
  const [records, reviews, silent] = await Promise.all([
    readOpenRows(ground),
    readReviews(ground),
    silentUnits(ground),
  ]);
  return [...records.flatMap((row) => matterOf(row, ground)), ...reviews, ...silent, ...meetings(ground)];
}

async function readOpenRows({ db, boardId }: MatterGround): Promise<readonly OpenRow[]> {
  const fields = sql`jsonb_build_object(${sql.join(
    neededFields.flatMap((name) => [sql.lit(name), sql`fields -> ${sql.lit(name)}`]),
  )})`;
  const closed = watched.flatMap((kind) =>
    isKindName(kind) ? (definitionOf(kind).closedStates ?? []).map((status) => `${kind} ${status}`) : [],
  );
  const { rows } = await sql<OpenRow>`
    select id, kind, unit_id, ref, status, created_at, state_changed_at, jsonb_strip_nulls(${fields}) as fields
    from records
    where board_id = ${boardId} and kind = any(${watched}) and not deleted
      and not (kind || ' ' || status = any(${closed}))`.execute(db);
  return rows.filter(({ kind }) => isKindName(kind));
}

function matterOf(row: OpenRow, ground: MatterGround): readonly Matter[] {
  const deadline = deadlineOf(row, ground.rules);
  if (deadline === undefined) return [];
  const isCheck = row.kind === 'selfCheckOccurrence';
  const subject = isCheck ? 'selfCheck' : (row.kind as Matter['subject']);
  const implicated = row.fields[implicatedField] as readonly { readonly id: string }[] | undefined;
  return [
    {
      subject,
      id: row.id,
      ...(row.unit_id !== null && { unitId: row.unit_id }),
      ...refOf(row),
      // A self-check is one waiting from the day it was planned, whether it has opened yet or not.
      stage: isCheck ? 'open' : row.status,
      deadline,
      since: isCheck ? row.created_at : row.state_changed_at,
      responsible: responsibleFor(row, ground.people),
      ...(implicated !== undefined && { never: implicated.map(({ id }) => id) }),
      alerts: alertsOf(row),
    },
  ];
}

/** A self-check is told by its name: which of the many it is says more than a number, and nothing of anybody. */
function refOf({ kind, ref, fields }: OpenRow): { readonly ref?: string } {
  const { name } = fields;
  if (kind === 'selfCheckOccurrence' && typeof name === 'string') return { ref: shortName(name) };
  return ref === null ? {} : { ref };
}

/** The day by which the step should be taken; nothing for states that nobody has to leave. */
function deadlineOf(row: OpenRow, rules: ReminderRules): string | undefined {
  const { fields } = row;
  if (row.kind === 'selfCheckOccurrence') {
    const waits = row.status === 'scheduled' || row.status === 'open';
    return waits && typeof fields['dueOn'] === 'string' ? fields['dueOn'] : undefined;
  }
  if (row.kind === 'commitment') return commitmentDeadline(row, rules);
  const due = dueAt({
    kind: row.kind,
    status: row.status,
    createdAt: row.created_at,
    stateChangedAt: row.state_changed_at,
  });
  return due === undefined ? undefined : dayInStockholm(due);
}

/** Drafts are due when the plans go to review, 30 November of the year before; what waits for a decision, soon. */
function commitmentDeadline({ status, fields, state_changed_at: at }: OpenRow, rules: ReminderRules) {
  if (!['draft', 'returned', 'submitted', 'credibilityReviewed'].includes(status)) return undefined;
  const soon = addWorkingDays(dayInStockholm(at), rules.commitmentDays);
  if (status !== 'draft') return soon;
  const review = `${String(Number(fields['year']) - 1)}-11-30`;
  return review > soon ? review : soon;
}

/** A self-check is its performer's, else the manager's; anything else is of those who take its next step. */
function responsibleFor(row: OpenRow, people: People): readonly string[] {
  const unitId = row.unit_id ?? undefined;
  if (row.kind === 'selfCheckOccurrence') {
    const performer = (row.fields['performer'] as { readonly id?: string } | undefined)?.id;
    return performer === undefined ? people.holders('unitManager', unitId) : [performer];
  }
  const roles = definitionOf(row.kind)
    .transitions.filter(
      (transition) =>
        transition.from === row.status &&
        transition.needsReason !== true &&
        transition.to !== 'archived' &&
        fitsRecord(transition, row),
    )
    .flatMap(({ by }) => by);
  // Staff may edit a draft too; it is the manager who hands the plan in.
  const asked = new Set<Role>(roles.includes('unitManager') ? roles.filter((role) => role !== 'employee') : roles);
  return [...new Set([...asked].flatMap((role) => people.holders(role, unitId)))];
}

/** `domain.md` (ii): severity 4, violence and abuse, suspected misconduct and personal-data incidents are told at once. */
function alertsOf({ kind, status, fields }: OpenRow): readonly Alert[] {
  if (kind === 'misconductCase') return status === 'received' ? [{ name: 'acute', to: ['responsible'] }] : [];
  if (kind !== 'deviation') return [];
  if (status === 'reported') {
    const grave =
      fields['reporterSeverity'] === 4 || fields['category'] === 'violenceThreat' || fields['category'] === 'abuse';
    return grave ? [{ name: 'acute', to: ['responsible', 'departmentHead'] }] : [];
  }
  if (status !== 'assessed') return [];
  return [
    ...(fields['severity'] === 4 ? [{ name: 'acute', to: ['departmentHead'] } as const] : []),
    ...(fields['personDataIncident'] === true ? [{ name: 'privacy', to: ['coordinator'] } as const] : []),
  ];
}

/** Units that have reported nothing for so long, each asked anew when as long again has gone by. */
async function silentUnits({ db, boardId, people, units, rules, now }: MatterGround): Promise<readonly Matter[]> {
  const { rows } = await sql<{ id: string; since: string }>`
    select u.id, greatest(u.created_at, max(d.created_at)) as since
    from records u
    left join records d on d.board_id = u.board_id and d.kind = 'deviation' and d.unit_id = u.id and not d.deleted
    where u.board_id = ${boardId} and u.kind = 'organisationalUnit' and not u.deleted
    group by u.id, u.created_at`.execute(db);
  const asked = new Set(
    units.filter(({ active, unitKind }) => active && ['unit', 'contractor'].includes(unitKind)).map(({ id }) => id),
  );
  const today = dayInStockholm(now);
  return rows.flatMap(({ id, since }): Matter[] => {
    const from = dayInStockholm(since);
    const periods = Math.floor((Date.parse(today) - Date.parse(from)) / (rules.silentDays * 86_400_000));
    if (!asked.has(id) || periods < 1) return [];
    const deadline = addDays(from, periods * rules.silentDays);
    const responsible = people.holders('unitManager', id);
    return [{ subject: 'silentUnit', id, unitId: id, stage: 'silent', deadline, since, responsible }];
  });
}

/** The next workplace meeting that a manager has told of. */
function meetings({ preferences, people, now }: MatterGround): readonly Matter[] {
  const today = dayInStockholm(now);
  return preferences.flatMap(({ fields }): Matter[] => {
    const { personId, meetingOn, meetingEveryWeeks } = fields;
    const unitIds = (people.byId.get(personId ?? '')?.roles ?? []).flatMap(({ role, unitId }) =>
      role === 'unitManager' && unitId !== undefined ? [unitId] : [],
    );
    if (personId === undefined || meetingOn === undefined) return [];
    const deadline = nextMeeting(meetingOn, meetingEveryWeeks, today);
    if (deadline === undefined) return [];
    const since = `${addDays(deadline, -7)}T00:00:00.000Z`;
    return unitIds.map((id) => ({
      ...{ subject: 'meeting' as const, id, unitId: id, stage: 'meeting', deadline, since },
      responsible: [personId],
    }));
  });
}

export function nextMeeting(first: string, everyWeeks: number | undefined, today: string): string | undefined {
  if (first >= today || everyWeeks === undefined) return first >= today ? first : undefined;
  const period = everyWeeks * 7;
  const gone = Math.ceil((Date.parse(today) - Date.parse(first)) / 86_400_000 / period);
  return addDays(first, gone * period);
}
