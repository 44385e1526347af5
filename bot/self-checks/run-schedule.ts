import { sql } from 'kysely';
import { plannedSelfChecks } from '../../shared/rules/self-check-schedule.ts';
import type { PlannedSelfCheck } from '../../shared/rules/self-check-schedule.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import { readRow } from '../records/record-rows.ts';
import type { RecordRow } from '../records/record-store.ts';
import { appCaller, stableId } from './self-check-context.ts';
import type { DefinitionFields, OccurrenceFields, SelfCheckContext } from './self-check-context.ts';
import type { SelfCheckRun } from './self-checks-service.ts';

/** So far ahead an occurrence is there to be reminded of, delegated or cancelled; the year view plans further by itself. */
const daysAhead = 60;
/** A service that stood still makes up for what opened meanwhile, no further back. */
const daysBack = 45;

interface Wanted extends PlannedSelfCheck {
  readonly id: string;
  readonly unitId: string;
  readonly definition: RecordRow;
}

/**
 * Brings the occurrences of a board into line with its definitions: makes what lies ahead, opens what begins today or
 * should have begun, and cancels what is planned but no longer in any schedule. Ids follow from definition, unit and
 * period, so several processes may run this at once.
 */
export async function runSchedule(context: SelfCheckContext, boardId: string): Promise<SelfCheckRun> {
  const today = dayInStockholm(context.now());
  const units = new Set((await context.records.units(boardId)).filter(({ active }) => active).map(({ id }) => id));
  const definitions = await rowsOf(context, boardId, 'selfCheckDefinition', 'active');
  const wanted = definitions.flatMap((definition) => wantedOf(definition, today, units));
  const created = await createMissing(context, boardId, wanted);
  const scheduled = await rowsOf(context, boardId, 'selfCheckOccurrence', 'scheduled');
  const byId = new Map(wanted.map((one) => [one.id, one]));
  let opened = 0;
  let cancelled = 0;
  for (const occurrence of scheduled) {
    const fields = occurrence.fields as OccurrenceFields;
    const definition = definitions.find(({ id }) => id === fields.definition);
    const isPlanned = fields.definition === undefined || byId.has(occurrence.id);
    if (!isPlanned && (definition === undefined || (fields.opensOn ?? today) > today)) {
      if (await cancel(context, occurrence)) cancelled += 1;
    } else if ((fields.opensOn ?? today) <= today && (await open(context, occurrence, definition))) opened += 1;
  }
  return { created, opened, cancelled };
}

function wantedOf(definition: RecordRow, today: string, units: ReadonlySet<string>): readonly Wanted[] {
  const fields = definition.fields as DefinitionFields;
  // What was due before anybody had decided on the self-check is nobody's to make up for.
  const since = dayInStockholm(definition.stateChangedAt);
  const from = [addDays(today, -daysBack), since].toSorted().at(-1) ?? today;
  const planned = plannedSelfChecks(fields, from, addDays(today, daysAhead));
  const at = definition.unitId === undefined ? (fields.units ?? []) : [definition.unitId];
  return at
    .filter((unitId) => units.has(unitId))
    .flatMap((unitId) =>
      planned.map((one) => ({ ...one, unitId, definition, id: stableId(definition.id, unitId, one.period) })),
    );
}

async function createMissing(context: SelfCheckContext, boardId: string, wanted: readonly Wanted[]): Promise<number> {
  const there = await existing(
    context,
    boardId,
    wanted.map(({ id }) => id),
  );
  const managers = await managersOf(context, boardId);
  let created = 0;
  for (const { id, unitId, definition, period, opensOn, dueOn } of wanted) {
    if (there.has(id)) continue;
    const { name, area, legalBase, performerRole, sample } = definition.fields as DefinitionFields;
    const performer = performerRole === 'unitManager' ? managers.get(unitId) : undefined;
    const outcome = await context.records.create(appCaller(boardId), 'selfCheckOccurrence', {
      id,
      unitId,
      fields: {
        name,
        definition: definition.id,
        area,
        legalBase,
        period,
        opensOn,
        dueOn,
        performerRole,
        performer,
        sample,
      },
    });
    if (outcome.kind === 'ok' && outcome.value.created) created += 1;
  }
  return created;
}

async function open(
  { records }: SelfCheckContext,
  occurrence: RecordRow,
  definition: RecordRow | undefined,
): Promise<boolean> {
  const questions = (definition?.fields as DefinitionFields | undefined)?.questions ?? [];
  const outcome = await records.takeStep(appCaller(occurrence.boardId), 'selfCheckOccurrence', occurrence.id, {
    to: 'open',
    baseRevision: occurrence.revision,
    ...(questions.length > 0 && { fields: { answers: questions } }),
  });
  return outcome.kind === 'ok';
}

async function cancel({ records }: SelfCheckContext, occurrence: RecordRow): Promise<boolean> {
  const outcome = await records.takeStep(appCaller(occurrence.boardId), 'selfCheckOccurrence', occurrence.id, {
    to: 'cancelled',
    baseRevision: occurrence.revision,
    reason: 'Schemat har ändrats.',
  });
  return outcome.kind === 'ok';
}

async function managersOf(
  { records }: SelfCheckContext,
  boardId: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const persons = await records.persons(boardId);
  return new Map(
    persons.flatMap(({ person, roles }) =>
      roles.flatMap(({ role, unitId }) => (role === 'unitManager' && unitId !== undefined ? [[unitId, person]] : [])),
    ),
  );
}

async function existing(
  { db }: SelfCheckContext,
  boardId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('board_id', '=', boardId)
    .where('kind', '=', 'selfCheckOccurrence')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function rowsOf(
  { db }: SelfCheckContext,
  boardId: string,
  kind: 'selfCheckDefinition' | 'selfCheckOccurrence',
  status: string,
): Promise<readonly RecordRow[]> {
  const rows = await db
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('kind', '=', kind)
    .where('status', '=', status)
    .where('deleted', '=', false)
    .orderBy('created_at')
    .execute();
  return rows.map(readRow);
}
