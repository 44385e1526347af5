import type { FieldProblem } from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { fieldsHold } from './scope-sql.ts';
import { findRow, readRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller } from './records-service.ts';
import type { Connection } from './service-context.ts';

/** Fields of an expected result that say what it belongs to. It keeps its owner for life. */
export const ownerFields = ['commitment', 'goal'] as const;

/**
 * The commitment or goal that an expected result belongs to, locked, since its state decides what may happen to the
 * result (`expected-result.ts`).
 */
export async function findOwner(
  db: Connection,
  caller: Caller,
  fields: AnyFields,
): Promise<{ readonly owner?: RecordRow; readonly problems: readonly FieldProblem[] }> {
  const { commitment, goal } = fields;
  if (commitment !== undefined && goal !== undefined) {
    return { problems: [fieldProblem(caller.language, 'goal', 'notAChoice', { text: 'oneOwner' })] };
  }
  const [kind, id]: readonly [KindName, unknown] =
    commitment !== undefined ? ['commitment', commitment] : ['goal', goal];
  if (typeof id !== 'string') {
    return { problems: [fieldProblem(caller.language, 'commitment', 'required', { text: 'ownerNeeded' })] };
  }
  const owner = await findRow(db, caller.boardId, kind, id, { lock: true });
  return owner === undefined
    ? { problems: [fieldProblem(caller.language, kind, 'noSuchRecord')] }
    : { owner, problems: [] };
}

/** The expected results of a commitment or goal, locked. */
export async function findResultsOf(
  db: Connection,
  owner: { readonly boardId: string; readonly kind: KindName; readonly id: string },
): Promise<readonly RecordRow[]> {
  if (owner.kind !== 'commitment' && owner.kind !== 'goal') return [];
  const rows = await db
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', owner.boardId)
    .where('kind', '=', 'expectedResult')
    .where('deleted', '=', false)
    .where(fieldsHold({ [owner.kind]: owner.id }))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(readRow);
}
