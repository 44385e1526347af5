/** Who can be told what, from the roles in force and what people have chosen. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { DemoPerson } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import type { Role } from '../../shared/records/record-kind.ts';
import {
  audiences,
  defaultReminderRules,
  reminderSubjects,
  rulesOn,
} from '../../shared/rules/reminders/reminder-rules.ts';
import type { Audience, ReminderRules, ReminderSubject, Rung } from '../../shared/rules/reminders/reminder-rules.ts';
import type { Directory, PersonChoice } from '../../shared/rules/reminders/reminder-row.ts';
import type { UnitTree } from '../../shared/rules/unit-tree.ts';
import type { Database } from '../database/schema.ts';

export interface People extends Directory {
  /** By id, everybody with a role in force. */
  readonly byId: ReadonlyMap<string, DemoPerson>;
  /** Who holds the role where the record is: its unit's, a department above it, or the whole board's. */
  readonly holders: (role: Role, unitId: string | undefined) => readonly string[];
}

export function arrangePeople(persons: readonly DemoPerson[], tree: UnitTree): People {
  const byRole = new Map<Role, { personId: string; unitId: string | undefined }[]>();
  for (const { person, roles } of persons) {
    for (const { role, unitId } of roles) {
      const held = byRole.get(role) ?? [];
      held.push({ personId: person.id, unitId });
      byRole.set(role, held);
    }
  }
  const found = new Map<string, readonly string[]>();
  const holders = (role: Role, unitId: string | undefined): readonly string[] => {
    const key = `${role} ${unitId ?? ''}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const isThere = (at: string | undefined) =>
      at === undefined ||
      at === unitId ||
      (unitId === undefined ? at === tree.rootId : role === 'departmentHead' && tree.isWithin(unitId, at));
    const people = [
      ...new Set((byRole.get(role) ?? []).filter((one) => isThere(one.unitId)).map((one) => one.personId)),
    ];
    found.set(key, people);
    return people;
  };
  return {
    byId: new Map(persons.map((person) => [person.person.id, person])),
    holders,
    headsOf: (unitId) => holders('departmentHead', unitId),
    coordinators: [...new Set((byRole.get('qualityCoordinator') ?? []).map(({ personId }) => personId))],
  };
}

const rowsOfKind = (db: Kysely<Database>, boardId: string, kind: string) =>
  db
    .selectFrom('records')
    .select(['id', 'revision', 'fields'])
    .where('board_id', '=', boardId)
    .where('kind', '=', kind)
    .where('deleted', '=', false);

export interface Preference {
  readonly id: string;
  readonly revision: number;
  readonly fields: FieldsOfKind<'reminderPreference'>;
}

/** What people have chosen; of one person, or of everybody. */
export async function readPreferences(
  db: Kysely<Database>,
  boardId: string,
  personId?: string,
): Promise<readonly Preference[]> {
  const rows = await rowsOfKind(db, boardId, 'reminderPreference')
    .$if(personId !== undefined, (query) => query.where(sql<boolean>`fields @> ${JSON.stringify({ personId })}::jsonb`))
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, revision, fields }) => ({ id, revision, fields: fields }));
}

export function choiceOf({ fields }: Preference): PersonChoice {
  const { personId = '', pausedUntil, muted = [], absentFrom, absentTo, deputy } = fields;
  return {
    personId,
    muted: muted.filter(isSubject),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(absentFrom !== undefined && { absentFrom }),
    ...(absentTo !== undefined && { absentTo }),
    ...(deputy !== undefined && { deputyId: deputy.id }),
  };
}

export function isSubject(word: string): word is ReminderSubject {
  return reminderSubjects.some((subject) => subject === word);
}

/** The rules that count on a day, as the coordinator has set them. */
export async function readRules(db: Kysely<Database>, boardId: string, day: string): Promise<ReminderRules> {
  const rows = await rowsOfKind(db, boardId, 'reminderConfiguration').orderBy('created_at').execute();
  return rulesOn(
    day,
    // Of two for one day the later written counts.
    rows.map(({ fields }) => rulesFrom(fields as FieldsOfKind<'reminderConfiguration'>)).toReversed(),
  );
}

/** What a configuration leaves out stays as it is by default, ladder by ladder. */
function rulesFrom(fields: FieldsOfKind<'reminderConfiguration'>): ReminderRules {
  const base = defaultReminderRules;
  const rungs = Map.groupBy(fields.ladders ?? [], ({ subject }) => subject);
  const ladders = Object.fromEntries(
    reminderSubjects.map((subject) => [subject, rungs.get(subject)?.map(rungFrom) ?? base.ladders[subject]]),
  ) as ReminderRules['ladders'];
  return {
    validFrom: fields.validFrom ?? base.validFrom,
    opensAt: fields.opensAt ?? base.opensAt,
    closesAt: fields.closesAt ?? base.closesAt,
    digestFrom: fields.digestFrom ?? base.digestFrom,
    snoozes: fields.snoozes ?? base.snoozes,
    silentDays: fields.silentDays ?? base.silentDays,
    commitmentDays: fields.commitmentDays ?? base.commitmentDays,
    ladders,
  };
}

function rungFrom(row: { readonly days?: number; readonly working?: boolean; readonly to?: readonly string[] }): Rung {
  const isAudience = (word: string): word is Audience => audiences.some((audience) => audience === word);
  return { days: row.days ?? 0, working: row.working ?? false, to: (row.to ?? []).filter(isAudience) };
}
