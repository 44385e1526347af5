/** Rows of the reminders to records of kind `reminder` and back: what SharePoint knows of who was told what. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { FieldsOfKind, KindName } from '../../shared/records/index.ts';
import type { NewReminder, ReminderState } from '../../shared/rules/reminders/reminder-row.ts';
import type { Database } from '../database/schema.ts';
import type { Log } from '../log.ts';
import { areListsRead } from '../records/are-lists-read.ts';
import type { Caller, RecordsService } from '../records/records-service.ts';
import type { ReminderRow } from './reminder-rows.ts';
import type { ReminderStore } from './reminder-store.ts';

type Fields = FieldsOfKind<'reminder'>;

/**
 * Writes what has ended or changed since last time; a row that another process writes meanwhile is written again later.
 * One that cannot be written is told of and tried at the next run, and holds up none of the others.
 */
export async function recordOutcomes(
  store: ReminderStore,
  records: RecordsService,
  system: Caller,
  log: Log,
): Promise<void> {
  const failed = new Set<string>();
  for (;;) {
    const rows = (await store.toRecord(failed.size)).filter(({ id }) => !failed.has(id));
    if (rows.length === 0) return;
    for (const row of rows) {
      if (await recordOne(records, system, row)) await store.recorded(row.id, row.version);
      else {
        failed.add(row.id);
        log.error('reminders.not-recorded', { id: row.id });
      }
    }
  }
}

async function recordOne(records: RecordsService, system: Caller, row: ReminderRow): Promise<boolean> {
  const fields = fieldsOf(row);
  const created = await records.create(system, 'reminder', { id: row.id, fields });
  if (created.kind !== 'ok') return false;
  if (created.value.created) return true;
  const changed = await records.change(system, 'reminder', row.id, {
    baseRevision: created.value.revision,
    fields: { ...fields, reason: fields.reason ?? null },
  });
  return changed.kind === 'ok';
}

function fieldsOf(row: ReminderRow): Fields {
  return {
    ...(row.person_id !== '' && { personId: row.person_id }),
    subject: row.subject,
    matterId: row.matter_id,
    stage: row.stage,
    deadline: row.deadline,
    step: row.step,
    dueAt: row.due_at,
    part: row.part,
    acute: row.acute,
    snoozes: row.snoozes,
    outcome: row.state,
    ...(row.unit_id !== null && { unit: row.unit_id }),
    ...(row.ref !== null && { ref: row.ref }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.snoozed_to !== null && { snoozedTo: row.snoozed_to }),
    ...(row.delegate_id !== null && { delegateId: row.delegate_id }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    ...(row.activity_id !== null && { activityId: row.activity_id }),
  };
}

/** The lists without which nobody can tell who has been told what, and who wants to be left alone. */
const neededKinds: readonly KindName[] = ['reminder', 'reminderPreference', 'reminderConfiguration'];

/** Whether what SharePoint has of them has been read to its end at some time; where there are no lists there is nothing to read. */
export function areRemindersRead(db: Kysely<Database>, boardId: string): Promise<boolean> {
  return areListsRead(db, boardId, neededKinds);
}

/** After a lost database the records come back from SharePoint, and with them who has been told. */
export async function restoreRows(
  db: Kysely<Database>,
  store: ReminderStore,
  boardId: string,
  now: Date,
): Promise<void> {
  const rows = await db
    .selectFrom('records')
    .select(['id', 'fields'])
    .where('board_id', '=', boardId)
    .where('kind', '=', 'reminder')
    .where('deleted', '=', false)
    .where(sql<boolean>`not exists (select from reminders where reminders.id = records.id)`)
    .execute();
  await store.restore(
    // Under the id of its record, since SharePoint keeps the times that it was made of to the second.
    rows.map(({ id, fields }) => ({ id, ...rowFrom(fields as Fields) })),
    now,
  );
}

function rowFrom(fields: Fields): Omit<Parameters<ReminderStore['restore']>[0][number], 'id'> {
  const state = (fields.outcome ?? 'sent') as ReminderState;
  const { sentAt, conversationId, activityId, snoozedTo, delegateId, reason } = fields;
  return {
    personId: fields.personId ?? '',
    subject: (fields.subject ?? 'deviation') as NewReminder['subject'],
    matterId: fields.matterId ?? '',
    stage: fields.stage ?? '',
    deadline: fields.deadline ?? '',
    step: fields.step ?? '',
    dueAt: fields.dueAt ?? '',
    part: (fields.part ?? 'act') as NewReminder['part'],
    acute: fields.acute ?? false,
    snoozes: fields.snoozes ?? 0,
    state,
    ...(fields.unit !== undefined && { unitId: fields.unit }),
    ...(fields.ref !== undefined && { ref: fields.ref }),
    ...(reason !== undefined && { reason }),
    end: {
      state,
      ...(sentAt !== undefined && { sentAt }),
      ...(conversationId !== undefined && { conversationId }),
      ...(activityId !== undefined && { activityId }),
      ...(snoozedTo !== undefined && { snoozedTo }),
      ...(delegateId !== undefined && { delegateId }),
    },
  };
}
