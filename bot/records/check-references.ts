import type { FieldProblem } from '../../shared/api/contract.ts';
import { definitionOf, isKindName } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFieldValue } from '../../shared/records/record-kind.ts';
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

/** Every record that the given fields refer to must exist on this board, and the actor must be able to see it. */
export async function checkReferences(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  given: Readonly<Record<string, AnyFieldValue | null>>,
): Promise<CheckedReferences> {
  const wanted = Object.entries(given).flatMap(([name, value]) => {
    const field = definitionOf(kind).fields[name];
    if (value === null || (field?.type !== 'reference' && field?.type !== 'references')) return [];
    const to = field.to;
    return isKindName(to) ? [value].flat().flatMap((id) => (typeof id === 'string' ? [{ name, to, id }] : [])) : [];
  });
  if (wanted.length === 0) return { problems: [], found: new Map() };
  const rows = await db
    .selectFrom('records')
    .select(shownColumns)
    .where('board_id', '=', caller.boardId)
    .where('kind', 'in', [...new Set(wanted.map(({ to }) => to))])
    .where('id', 'in', [...new Set(wanted.map(({ id }) => id))])
    .where('deleted', '=', false)
    .execute();
  const found = new Map(rows.map((row) => [row.id, readShownRow(row)]));
  const { tree } = await context.organisation(caller.boardId);
  const problems = wanted.flatMap(({ name, to, id }) => {
    const record = found.get(id);
    if (record?.kind !== to) return [fieldProblem(caller.language, name, 'noSuchRecord')];
    return viewOf(caller.actor, record, tree) === undefined ? [fieldProblem(caller.language, name, 'notYours')] : [];
  });
  return { problems, found };
}
