import type { FieldProblem } from '../../shared/api/contract.ts';
import { definitionOf, isKindName } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFieldValue, AnyFields } from '../../shared/records/record-kind.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import type { Caller } from './records-service.ts';
import { readShownRow, shownColumns } from './record-rows.ts';
import type { ShownRow } from './record-rows.ts';
import type { Connection, ServiceContext } from './service-context.ts';

export interface CheckedReferences {
  readonly problems: readonly FieldProblem[];
  /** The records that were referred to, by id. */
  readonly found: ReadonlyMap<string, ShownRow>;
}

/**
 * Every record that the given fields refer to must exist on this board, and the actor must be able to see it. `after`
 * are the fields as they would be: what is to be part of something must be a part of what they name.
 */
export async function checkReferences(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  given: Readonly<Record<string, AnyFieldValue | null>>,
  after: AnyFields = {},
): Promise<CheckedReferences> {
  const wanted = Object.entries(given).flatMap(([name, value]) => {
    const field = definitionOf(kind).fields[name];
    if (value === null || (field?.type !== 'reference' && field?.type !== 'references')) return [];
    const to = field.to;
    return isKindName(to) ? [value].flat().flatMap((id) => (typeof id === 'string' ? [{ name, to, id }] : [])) : [];
  });
  const parts = partsOf(kind, given, after);
  const sought = [...wanted, ...parts];
  if (sought.length === 0) return { problems: [], found: new Map() };
  const rows = await db
    .selectFrom('records')
    .select(shownColumns)
    .where('board_id', '=', caller.boardId)
    .where('kind', 'in', [...new Set(sought.map(({ to }) => to))])
    .where('id', 'in', [...new Set(sought.map(({ id }) => id))])
    .where('deleted', '=', false)
    .execute();
  const found = new Map(rows.map((row) => [row.id, readShownRow(row)]));
  const { tree } = await context.organisation(caller.boardId);
  const problems = wanted.flatMap(({ name, to, id }) => {
    const record = found.get(id);
    if (record?.kind !== to) return [fieldProblem(caller.language, name, 'noSuchRecord')];
    return viewOf(caller.actor, record, tree) === undefined ? [fieldProblem(caller.language, name, 'notYours')] : [];
  });
  const strayed = parts
    .filter(({ id, by, whole }) => {
      const record = found.get(id);
      return record !== undefined && record.fields[by] !== whole;
    })
    .map(({ name }) => fieldProblem(caller.language, name, 'notAChoice', { text: 'notPartOf' }));
  return { problems: [...problems, ...strayed], found };
}

interface Part {
  readonly name: string;
  readonly to: KindName;
  readonly id: string;
  readonly by: string;
  readonly whole: string;
}

/** The parts that a write touches, itself or by naming another whole. What nobody touches stays as it was stored. */
function partsOf(kind: KindName, given: Readonly<Record<string, unknown>>, after: AnyFields): readonly Part[] {
  return Object.entries(definitionOf(kind).fields).flatMap(([name, field]) => {
    if (field.type !== 'reference' || field.partOf === undefined || !isKindName(field.to)) return [];
    const [id, whole] = [after[name], after[field.partOf.field]];
    const touched = name in given || field.partOf.field in given;
    return touched && typeof id === 'string' && typeof whole === 'string'
      ? [{ name, to: field.to, id, by: field.partOf.by, whole }]
      : [];
  });
}
