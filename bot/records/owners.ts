import { holdUntilCommit } from '../database/one-process-at-a-time.ts';
import type { FieldProblem } from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { fieldsHold } from './scope-sql.ts';
import { findRow, isUuid, readRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller } from './records-service.ts';
import type { Connection } from './service-context.ts';

/** Kinds that belong to another record for life, and the fields that say to which. */
export const ownerFields = {
  expectedResult: ['commitment', 'goal'],
  processActivity: ['process'],
} as const satisfies Partial<Record<KindName, readonly string[]>>;

export type OwnedKind = keyof typeof ownerFields;

export function isOwned(kind: KindName): kind is OwnedKind {
  return kind in ownerFields;
}

/**
 * The commitment or goal that an expected result belongs to, or the process of an activity, locked, since its state
 * decides what may happen to the one (`expected-result.ts`, `process-activity.ts`).
 */
export async function findOwner(
  db: Connection,
  caller: Caller,
  ownedKind: OwnedKind,
  fields: AnyFields,
): Promise<{ readonly owner?: RecordRow; readonly problems: readonly FieldProblem[] }> {
  if (ownedKind === 'processActivity') return await ownerOf(db, caller, 'process', fields['process']);
  const { commitment, goal } = fields;
  if (commitment !== undefined && goal !== undefined) {
    return { problems: [fieldProblem(caller.language, 'goal', 'notAChoice', { text: 'oneOwner' })] };
  }
  if (commitment === undefined && goal === undefined) {
    return { problems: [fieldProblem(caller.language, 'commitment', 'required', { text: 'ownerNeeded' })] };
  }
  return commitment !== undefined
    ? await ownerOf(db, caller, 'commitment', commitment)
    : await ownerOf(db, caller, 'goal', goal);
}

async function ownerOf(
  db: Connection,
  caller: Caller,
  kind: 'commitment' | 'goal' | 'process',
  id: unknown,
): Promise<{ readonly owner?: RecordRow; readonly problems: readonly FieldProblem[] }> {
  if (typeof id !== 'string') return { problems: [fieldProblem(caller.language, kind, 'required')] };
  const owner = await findRow(db, caller.boardId, kind, id, { lock: true });
  return owner === undefined
    ? { problems: [fieldProblem(caller.language, kind, 'noSuchRecord')] }
    : { owner, problems: [] };
}

const followerKinds: Partial<Record<KindName, KindName>> = {
  commitment: 'expectedResult',
  goal: 'expectedResult',
  process: 'processActivity',
};

/**
 * Locks records with what follows them until the transaction ends, in the order in which whoever notes a push locks them
 * (`mark-pushed.ts`), so that neither waits for the other. Of a kind that nothing follows none.
 */
export async function lockWithFollowers(
  db: Connection,
  boardId: string,
  kind: KindName,
  ids: readonly string[],
): Promise<void> {
  const [follower, known] = [followerKinds[kind], ids.filter(isUuid)];
  if (follower === undefined || known.length === 0) return;
  // Whoever had them before may have added followers, which a statement that waited for a row does not see.
  for (const id of known.toSorted()) await holdUntilCommit(db, `followers ${boardId}/${id}`);
  await db
    .selectFrom('records')
    .select('id')
    .where('board_id', '=', boardId)
    .where((eb) =>
      eb.or([
        eb.and([eb('kind', '=', kind), eb('id', 'in', known)]),
        ...known.map((id) => eb.and([eb('kind', '=', follower), fieldsHold({ [kind]: id })])),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** What follows the state of a record: expected results of a commitment or goal, activities of a process; locked. */
export async function findFollowers(
  db: Connection,
  owner: { readonly boardId: string; readonly kind: KindName; readonly id: string },
): Promise<readonly RecordRow[]> {
  const follower = followerKinds[owner.kind];
  if (follower === undefined) return [];
  const rows = await db
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', owner.boardId)
    .where('kind', '=', follower)
    .where('deleted', '=', false)
    // An activity that was taken out of its process stays out.
    .where('status', '!=', 'removed')
    .where(fieldsHold({ [owner.kind]: owner.id }))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(readRow);
}
