/** What points at governing documents: processes, activities, goals, commitments, and documents that it replaces (R32, R68). */
import { sql } from 'kysely';
import { documentLinkKinds } from '../../shared/api/document-contract.ts';
import type {
  DocumentLinksAnswer,
  DocumentLinkKind,
  DocumentRegisterAnswer,
} from '../../shared/api/document-contract.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { recordAlternatives, showRows } from '../records/list-records.ts';
import type { Organisation } from '../records/organisation.ts';
import { ok } from '../records/outcomes.ts';
import { findRow, readShownRow, shownColumns } from '../records/record-rows.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import { allOf, anyOf, fieldsHold, scopeCondition } from '../records/scope-sql.ts';
import type { Condition } from '../records/scope-sql.ts';
import type { ServiceContext } from '../records/service-context.ts';

/** Every governing document that the caller may see, with how many things point at it. */
export async function readDocumentRegister(
  context: ServiceContext,
  caller: Caller,
): Promise<Outcome<DocumentRegisterAnswer>> {
  const organisation = await context.organisation(caller.boardId);
  const alternatives = recordAlternatives(caller, 'governingDocument', organisation);
  if (alternatives.length === 0) return { kind: 'notAllowed' };
  const [rows, links] = await Promise.all([
    context.db
      .selectFrom('records')
      .select(shownColumns)
      .where('board_id', '=', caller.boardId)
      .where('kind', '=', 'governingDocument')
      .where('deleted', '=', false)
      .where(anyOf(alternatives.map(({ where }) => scopeCondition(where, caller.actor, 'governingDocument'))))
      .orderBy('title')
      .execute(),
    countLinks(context, caller, organisation),
  ]);
  return ok({
    documents: showRows(rows.map(readShownRow), caller, organisation).map((record) => ({
      record,
      links: links.get(record.id) ?? 0,
    })),
  });
}

/** What points at one document, by kind and name. */
export async function readDocumentLinks(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<Outcome<DocumentLinksAnswer>> {
  const organisation = await context.organisation(caller.boardId);
  const row = await findRow(context.db, caller.boardId, 'governingDocument', id);
  if (row === undefined || viewOf(caller.actor, row, organisation.tree) !== 'full') return { kind: 'notFound' };
  const rows = await context.db
    .selectFrom('records')
    .select(shownColumns)
    .where(seenLinks(caller, organisation))
    .where(
      anyOf([
        fieldsHold({ documents: [row.id] }),
        fieldsHold({ routine: row.id }),
        allOf([sql<boolean>`kind = 'governingDocument'`, fieldsHold({ replacedBy: row.id })]),
      ]),
    )
    .orderBy('title')
    .execute();
  const shown = showRows(rows.map(readShownRow), caller, organisation).filter(({ view }) => view === 'full');
  return ok(
    shown.map(({ kind, id: linkId, title, status, unitId, fields }) => ({
      kind: kind as DocumentLinkKind,
      id: linkId,
      title,
      status,
      ...(unitId !== undefined && { unitId }),
      ...(typeof fields['process'] === 'string' && { processId: fields['process'] }),
    })),
  );
}

/** What the caller may see of the kinds that point at documents. An activity that was taken out points at nothing. */
function seenLinks(caller: Caller, organisation: Organisation): Condition {
  return allOf([
    sql<boolean>`board_id = ${caller.boardId} and not deleted and status <> 'removed'`,
    anyOf(
      documentLinkKinds.map((kind) =>
        allOf([
          sql<boolean>`kind = ${kind}`,
          anyOf(
            recordAlternatives(caller, kind, organisation).map(({ where }) =>
              scopeCondition(where, caller.actor, kind),
            ),
          ),
        ]),
      ),
    ),
  ]);
}

async function countLinks(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ document: string; count: number }>`
    select document, count(*) as count from (
      select id, jsonb_array_elements_text(coalesce(fields -> 'documents', '[]'::jsonb)) as document from records
        where ${seenLinks(caller, organisation)}
      union
      select id, fields ->> 'routine' from records where ${seenLinks(caller, organisation)} and fields ? 'routine'
    ) as links group by document`.execute(context.db);
  return new Map(rows.map(({ document, count }) => [document, count]));
}
