import { sql } from 'kysely';
import type { RecordPage, RecordQuery } from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { isMoreGenerous, readAlternatives, viewOf } from '../../shared/rules/permissions.ts';
import type { ReadAlternative } from '../../shared/rules/permissions.ts';
import { answerFor } from '../../shared/rules/record-answer.ts';
import { logReads } from './access-log.ts';
import { invalid, ok } from './outcomes.ts';
import { readFilters } from './query-filters.ts';
import { isSortable, orderBy } from './query-order.ts';
import { readShownRow, shownColumns } from './record-rows.ts';
import type { ShownRow } from './record-rows.ts';
import type { Caller, Outcome } from './records-service.ts';
import { allOf, anyOf, scopeCondition } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';
import type { Organisation } from './organisation.ts';
import type { ServiceContext } from './service-context.ts';

type RecordAlternative = ReadAlternative & { readonly view: Exclude<ReadAlternative['view'], 'statistics'> };

/** No board has as many records; larger numbers are no numbers of rows. */
const furthest = 10_000_000;

/** The ways in which the caller may see records of a kind one by one. */
export function recordAlternatives(
  caller: Caller,
  kind: KindName,
  { tree }: Organisation,
): readonly RecordAlternative[] {
  return readAlternatives(caller.actor, kind, tree).filter(
    (alternative): alternative is RecordAlternative => alternative.view !== 'statistics',
  );
}

/**
 * One page of what the caller may see, and how many there are in all. Permission is part of the question to the
 * database, never a sieve over its answer: page and total hold exactly what may be seen. A filter reaches a record only
 * in views that show what it asks about.
 */
export async function listRecords(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  query: RecordQuery,
): Promise<Outcome<RecordPage>> {
  const organisation = await context.organisation(caller.boardId);
  const alternatives = recordAlternatives(caller, kind, organisation);
  if (alternatives.length === 0) return { kind: 'notAllowed' };
  const filters = readFilters(kind, query, caller, organisation);
  const sort = query.sort ?? '-createdAt';
  const problems = [
    ...filters.problems,
    ...(isSortable(sort) ? [] : [fieldProblem(caller.language, 'sort', 'notAChoice')]),
  ];
  if (problems.length > 0) return invalid(...problems);

  const limit = Math.min(Math.max(Math.trunc(query.limit ?? 50) || 50, 1), 200);
  const offset = Math.min(Math.max(Math.trunc(query.offset ?? 0) || 0, 0), furthest);
  const matching = allOf([
    sql<boolean>`board_id = ${caller.boardId} and kind = ${kind} and not deleted`,
    anyOf(
      alternatives.map((alternative) => {
        const asked = filters.conditionsFor(alternative.view);
        const scope = scopeCondition(alternative.where, caller.actor, kind);
        return asked.length === 0
          ? scope
          : allOf([scope, ...asked, ...notSeenBetter(alternative, alternatives, caller, kind)]);
      }),
    ),
  ]);
  const rows = await context.db
    .selectFrom('records')
    .select(shownColumns)
    .where(matching)
    .orderBy(orderBy(kind, sort, organisation, seenInFull(alternatives, caller, kind)))
    .limit(limit)
    .offset(offset)
    .execute();
  const isLastPage = rows.length < limit && (rows.length > 0 || offset === 0);
  const total = isLastPage ? offset + rows.length : await countOf(context, matching);
  const answers = showRows(rows.map(readShownRow), caller, organisation);
  await logReads(context.db, context, caller, answers);
  return ok({ rows: answers, total, offset });
}

async function countOf({ db }: ServiceContext, matching: Condition): Promise<number> {
  const { total } = await db
    .selectFrom('records')
    .select(sql<number>`count(*)`.as('total'))
    .where(matching)
    .executeTakeFirstOrThrow();
  return total;
}

/** A row that is seen more fully another way is asked about in that way only. */
function notSeenBetter(
  { view }: RecordAlternative,
  alternatives: readonly RecordAlternative[],
  caller: Caller,
  kind: KindName,
): readonly Condition[] {
  const better = alternatives.filter((other) => isMoreGenerous(other.view, view));
  return better.length === 0
    ? []
    : [sql<boolean>`${anyOf(better.map(({ where }) => scopeCondition(where, caller.actor, kind)))} is not true`];
}

/** `undefined`: the caller sees every row of the list in full. */
function seenInFull(alternatives: readonly RecordAlternative[], caller: Caller, kind: KindName): Condition | undefined {
  const full = alternatives.filter(({ view }) => view === 'full');
  return full.length === alternatives.length
    ? undefined
    : anyOf(full.map(({ where }) => scopeCondition(where, caller.actor, kind)));
}

/** Rows as list entries: without comments, which a list does not show. */
export function showRows(rows: readonly ShownRow[], caller: Caller, { tree }: Organisation): RecordPage['rows'] {
  return rows.flatMap((row) => {
    const view = viewOf(caller.actor, row, tree);
    if (view === undefined) return [];
    const { comments: _, ...answer } = answerFor(row, view, {
      actor: caller.actor,
      units: tree,
      language: caller.language,
    });
    return [answer];
  });
}
