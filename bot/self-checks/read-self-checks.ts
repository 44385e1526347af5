import { sql } from 'kysely';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type {
  SelfCheckCalendarAnswer,
  SelfCheckGapsAnswer,
  SelfCheckStatisticsAnswer,
} from '../../shared/api/self-check-contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import { readAlternatives, scopeHolds } from '../../shared/rules/permissions.ts';
import { demandedAreas } from '../../shared/rules/self-check-demands.ts';
import { plannedSelfChecks } from '../../shared/rules/self-check-schedule.ts';
import { createUnitTree } from '../../shared/rules/unit-tree.ts';
import type { UnitTree } from '../../shared/rules/unit-tree.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import { allOf, anyOf, scopeCondition } from '../records/scope-sql.ts';
import type { Condition } from '../records/scope-sql.ts';
import type { Caller } from '../records/records-service.ts';
import { occurrenceFields, stableId } from './self-check-context.ts';
import type { DefinitionFields, OccurrenceFields, SelfCheckContext } from './self-check-context.ts';

const pageSize = 200;

/** Open ones that the caller may answer, the most urgent first. */
export async function readMine({ records }: SelfCheckContext, caller: Caller): Promise<readonly RecordAnswer[]> {
  const found: RecordAnswer[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await records.list(caller, 'selfCheckOccurrence', { status: 'open', offset, limit: pageSize });
    if (page.kind !== 'ok') return [];
    found.push(...page.value.rows.filter(isMine(caller)));
    if (offset + page.value.rows.length >= page.value.total || page.value.rows.length === 0) break;
  }
  return found.toSorted((one, other) =>
    (occurrenceFields(one).dueOn ?? '').localeCompare(occurrenceFields(other).dueOn ?? ''),
  );
}

/** Mine: I am named, or nobody is and I could carry it out; a coordinator's whole board is not a list of their own. */
function isMine(caller: Caller): (record: RecordAnswer) => boolean {
  return ({ fields, unitId, allowed }) => {
    const { performer, performerRole } = fields as OccurrenceFields;
    if (performer !== undefined) return performer.id === caller.actor.personId;
    if (!allowed.edit) return false;
    const role = performerRole === 'qualityCoordinator' ? 'qualityCoordinator' : 'unitManager';
    return caller.actor.roles.some(
      (held) => held.role === role && (held.unitId === undefined || held.unitId === unitId),
    );
  };
}

/** The year as it was, is and will be: what there is, and what the definitions that the caller reads have ahead. */
export async function readCalendar(
  context: SelfCheckContext,
  caller: Caller,
  year: number,
): Promise<SelfCheckCalendarAnswer> {
  const { tree, byId } = await organisationOf(context, caller);
  const from = `${String(year)}-01-01`;
  const to = `${String(year)}-12-31`;
  const rows = await context.db
    .selectFrom('records')
    .select(['id', 'unit_id', 'status', 'fields', 'ref'])
    .where(readable(caller, 'selfCheckOccurrence', tree))
    .where(sql<boolean>`fields ->> 'dueOn' between ${from} and ${to}`)
    .execute();
  const there = rows.map(({ id, unit_id: unitId, status, ref, fields }) => {
    const { name, opensOn, dueOn, result, definition } = fields as OccurrenceFields;
    return {
      id,
      occurrence: true,
      ...(definition !== undefined && { definitionId: definition }),
      ...(unitId !== null && { unitId }),
      ...(ref !== null && { ref }),
      name: name ?? '',
      opensOn: opensOn ?? dueOn ?? '',
      dueOn: dueOn ?? '',
      status,
      ...(result !== undefined && { result }),
    };
  });
  const known = new Set(rows.map(({ id }) => id));
  const tomorrow = addDays(dayInStockholm(context.now()), 1);
  const definitions = await context.db
    .selectFrom('records')
    .select(['id', 'unit_id', 'fields'])
    .where('board_id', '=', caller.boardId)
    .where('kind', '=', 'selfCheckDefinition')
    .where('status', '=', 'active')
    .where('deleted', '=', false)
    .execute();
  const ahead = definitions.flatMap((definition) => {
    const fields = definition.fields as DefinitionFields;
    const units = (definition.unit_id === null ? (fields.units ?? []) : [definition.unit_id]).filter((unitId) =>
      maySeeUnit(caller, tree, unitId),
    );
    return plannedSelfChecks(fields, [from, tomorrow].toSorted()[1] ?? from, to).flatMap(({ period, opensOn, dueOn }) =>
      units
        .filter((unitId) => byId.has(unitId) && dueOn <= to)
        .map((unitId) => ({
          id: stableId(definition.id, unitId, period),
          occurrence: false,
          definitionId: definition.id,
          unitId,
          name: fields.name ?? '',
          opensOn,
          dueOn,
          status: 'scheduled',
        }))
        .filter(({ id }) => !known.has(id)),
    );
  });
  const items = [...there, ...ahead].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  return { year, items };
}

/** The last twelve months by the month in which they were due: in time, late, missing, failed. */
export async function readStatistics(context: SelfCheckContext, caller: Caller): Promise<SelfCheckStatisticsAnswer> {
  const { tree } = await organisationOf(context, caller);
  const today = dayInStockholm(context.now());
  const first = `${String(Number(today.slice(0, 4)) - 1)}-${today.slice(5, 7)}-01`;
  const { rows } = await sql<{
    month: string;
    due: number;
    inTime: number;
    late: number;
    missing: number;
    notApproved: number;
  }>`
    select left(fields ->> 'dueOn', 7) as month, count(*)::int as due,
      (count(*) filter (where handed_in is not null and handed_in <= fields ->> 'dueOn'))::int as "inTime",
      (count(*) filter (where handed_in > fields ->> 'dueOn'))::int as late,
      (count(*) filter (where handed_in is null))::int as missing,
      (count(*) filter (where handed_in is not null and fields ->> 'result' = 'notApproved'))::int as "notApproved"
    from (
      select fields,
        case when status in ('submitted', 'reviewed', 'closed') then (
          select max(to_char((entry ->> 'at')::timestamptz at time zone 'Europe/Stockholm', 'YYYY-MM-DD'))
          from jsonb_array_elements(history) as entry where entry ->> 'toStatus' = 'submitted'
        ) end as handed_in
      from records
      where ${readable(caller, 'selfCheckOccurrence', tree)} and status <> 'cancelled'
        and fields ->> 'dueOn' >= ${first} and fields ->> 'dueOn' < ${today}
    ) as one
    group by 1 order by 1`.execute(context.db);
  return { months: rows };
}

/** Units without a self-check in force that their legal base asks for, among those whose self-checks the caller reads. */
export async function readGaps(context: SelfCheckContext, caller: Caller): Promise<SelfCheckGapsAnswer> {
  const { tree } = await organisationOf(context, caller);
  const day = dayInStockholm(context.now());
  const [units, definitions] = await Promise.all([
    context.db
      .selectFrom('records')
      .select(['id', 'fields'])
      .where('board_id', '=', caller.boardId)
      .where('kind', '=', 'organisationalUnit')
      .where('status', '=', 'active')
      .where('deleted', '=', false)
      .execute(),
    context.db
      .selectFrom('records')
      .select(['unit_id', 'fields'])
      .where('board_id', '=', caller.boardId)
      .where('kind', '=', 'selfCheckDefinition')
      .where('status', '=', 'active')
      .where('deleted', '=', false)
      .execute(),
  ]);
  const covered = new Set(
    definitions.flatMap(({ unit_id: unitId, fields }) => {
      const { area, units: at, endsOn } = fields as DefinitionFields;
      if (endsOn !== undefined && endsOn < day) return [];
      return (unitId === null ? (at ?? []) : [unitId]).map((id) => `${id} ${area ?? ''}`);
    }),
  );
  const gaps = units.flatMap(({ id, fields }) => {
    const { legalBase, unitKind } = fields as FieldsOfKind<'organisationalUnit'>;
    if ((unitKind !== 'unit' && unitKind !== 'contractor') || !maySeeUnit(caller, tree, id)) return [];
    return [...demandedAreas(legalBase ?? [], day)]
      .filter(([area]) => !covered.has(`${id} ${area}`))
      .map(([area, legalBases]) => ({ unitId: id, area, legalBases }));
  });
  return { day, gaps };
}

function maySeeUnit(caller: Caller, tree: UnitTree, unitId: string): boolean {
  const record = {
    kind: 'selfCheckOccurrence',
    unitId,
    status: 'scheduled',
    createdBy: { id: 'system' },
    fields: {},
  } as const;
  return readAlternatives(caller.actor, 'selfCheckOccurrence', tree).some(
    ({ view, where }) => view === 'full' && scopeHolds(where, caller.actor, record),
  );
}

function readable(caller: Caller, kind: 'selfCheckOccurrence', tree: UnitTree): Condition {
  const scopes = readAlternatives(caller.actor, kind, tree).filter(({ view }) => view === 'full');
  return allOf([
    sql<boolean>`board_id = ${caller.boardId} and kind = ${kind} and not deleted`,
    anyOf(scopes.map(({ where }) => scopeCondition(where, caller.actor, kind))),
  ]);
}

async function organisationOf({ records }: SelfCheckContext, caller: Caller) {
  const units = await records.units(caller.boardId);
  return { tree: createUnitTree(units), byId: new Map(units.map((unit) => [unit.id, unit])) };
}
