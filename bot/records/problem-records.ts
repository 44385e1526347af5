/**
 * Conflicts and what was set aside, as records of the kind `syncProblem`: so they reach a list of SharePoint like any
 * record, and a rebuild brings them back. The tables `conflicts` and `set_aside` are what people and the engine work with;
 * the record is written from them in the same transaction, whenever one is found or settled. Rule S-K1.
 */
import { sql } from 'kysely';
import { definitionOf } from '../../shared/records/index.ts';
import type { FieldsOfKind, KindName } from '../../shared/records/index.ts';
import { titleOf } from '../../shared/rules/record-title.ts';
import { packFile } from './packed-file.ts';
import type { Connection } from './service-context.ts';

export const problemKinds = ['syncProblem', 'restrictedSyncProblem'] as const;
type ProblemKind = (typeof problemKinds)[number];
type ProblemFields = FieldsOfKind<ProblemKind>;

export interface ProblemPlace {
  readonly table: 'conflicts' | 'set_aside';
  readonly boardId: string;
  readonly id: string;
}

/** What nobody waits for goes to SharePoint after everything else. */
const lastOfAll = 2;
export const theApp = { id: 'system', name: 'Kvalitetsnavet' };

export function isProblemKind(kind: string): kind is ProblemKind {
  return problemKinds.some((one) => one === kind);
}

/** Problems of the restricted site's records stay in that site. */
export function problemKindOf(kind: KindName): ProblemKind {
  return definitionOf(kind).list.site === 'restricted' ? 'restrictedSyncProblem' : 'syncProblem';
}

/** Brings the record of a problem up to its row, as a new revision that waits for SharePoint; it is made when missing. */
export async function writeProblemRecord(db: Connection, place: ProblemPlace, at: string): Promise<void> {
  const { boardId, id } = place;
  const { kind, fields } = await readProblem(db, place);
  const content = { title: titleOf(kind, fields), fields: JSON.stringify(fields) };
  const change = { modified_by: JSON.stringify(theApp), modified_at: at };
  await db
    .insertInto('records')
    .values({
      ...{ board_id: boardId, kind, id, ref: null, unit_id: null, status: 'active', search_text: '' },
      ...{ comments: '[]', history: '[]', revision: 1, push_priority: lastOfAll, waiting_since: at },
      ...{ created_by: JSON.stringify(theApp), created_by_id: theApp.id, created_at: at, state_changed_at: at },
      ...content,
      ...change,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['board_id', 'kind', 'id'])
        .doUpdateSet({
          ...content,
          ...change,
          revision: sql<number>`records.revision + 1`,
          push_priority: lastOfAll,
          waiting_since: sql<string>`case when records.revision > records.pushed_revision
            then coalesce(records.waiting_since, ${at}) else ${at} end`,
        })
        // What a person deleted from the list is not written there again.
        .where('records.deleted', '=', false),
    )
    .execute();
}

async function readProblem(
  db: Connection,
  { table, boardId, id }: ProblemPlace,
): Promise<{ readonly kind: ProblemKind; readonly fields: ProblemFields }> {
  if (table === 'conflicts') {
    const row = await db
      .selectFrom('conflicts')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return {
      kind: problemKindOf(row.kind as KindName),
      fields: {
        ...{ problem: 'conflict', recordKind: row.kind, recordId: row.record_id, about: row.field_group },
        ...{ written: jsonText(row.ours), standing: jsonText(row.theirs), foundAt: row.found_at },
        ...settlement(row),
        ...(row.outcome !== null && { outcome: row.outcome }),
      },
    };
  }
  const row = await db
    .selectFrom('set_aside')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    kind: problemKindOf(row.kind as KindName),
    fields: {
      ...{ problem: 'setAside', recordKind: row.kind, itemId: row.graph_item_id, about: row.reason },
      ...{ written: jsonText(withFile(row.content, row.file)), foundAt: row.found_at },
      ...(row.record_id !== null && { recordId: row.record_id }),
      ...settlement(row),
      ...(row.taken !== null && row.taken.length > 0 && { taken: row.taken }),
    },
  };
}

function withFile(content: unknown, file: string | null): unknown {
  return file === null ? content : { ...(content as object), ...packFile(file) };
}

function settlement(row: {
  readonly settled_at: string | null;
  readonly settled_by: { readonly id: string; readonly name: string } | null;
  readonly settle_reason: string | null;
}): Pick<ProblemFields, 'settledAt' | 'settledBy' | 'settleReason'> {
  return {
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
    ...(row.settled_by !== null && { settledBy: row.settled_by }),
    ...(row.settle_reason !== null && { settleReason: row.settle_reason }),
  };
}

/** What a column of text is tidied of (`canonicalText`) must stay inside the JSON. */
const tidied = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(tidied, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Locks a record and the record of its problem together, in the order in which whoever notes a push locks them, so that
 * neither waits for the other.
 */
export async function lockWithProblem(
  db: Connection,
  boardId: string,
  kind: KindName,
  recordId: string | null,
  problemId: string,
): Promise<void> {
  await db
    .selectFrom('records')
    .select('id')
    .where('board_id', '=', boardId)
    .where('kind', 'in', [kind, problemKindOf(kind)])
    .where('id', 'in', recordId === null ? [problemId] : [recordId, problemId])
    .orderBy('id')
    .forUpdate()
    .execute();
}
