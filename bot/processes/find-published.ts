import { askingWords, rankByWords } from '../../shared/intake/rank-by-words.ts';
import type { SearchedTexts } from '../../shared/intake/rank-by-words.ts';
import { recordAlternatives, showRows } from '../records/list-records.ts';
import type { Organisation } from '../records/organisation.ts';
import { ok } from '../records/outcomes.ts';
import { readShownRow, shownColumns } from '../records/record-rows.ts';
import type { ShownRow } from '../records/record-rows.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import { anyOf, scopeCondition } from '../records/scope-sql.ts';
import type { ServiceContext } from '../records/service-context.ts';
import type { PublishedHit, PublishedKind } from './process-service.ts';

/** What applies; what needs a review applies until it is replaced. */
const inForce = ['published', 'needsReview'] as const;

/**
 * Published processes or governing documents that the words may mean, best first, among those that the caller may read
 * in full (R72, R85). A process is also found by its activities.
 */
export async function findPublished(
  context: ServiceContext,
  caller: Caller,
  kind: PublishedKind,
  words: string,
): Promise<Outcome<readonly PublishedHit[]>> {
  const organisation = await context.organisation(caller.boardId);
  const [rows, activities] = await Promise.all([
    readInForce(context, caller, organisation, kind),
    readInForce(context, caller, organisation, 'processActivity'),
  ]);
  const shown = showRows(rows, caller, organisation).filter(({ view }) => view === 'full');
  const stepsOf = (id: string) =>
    activities.filter(({ fields }) =>
      kind === 'process'
        ? fields['process'] === id
        : fields['routine'] === id || (fields['documents'] as readonly string[] | undefined)?.includes(id) === true,
    );
  const hits = rankByWords(
    shown,
    words,
    ({ id, title, fields }): SearchedTexts => {
      const told = searchedFields[kind].map((field) => fields[field]).filter((value) => typeof value === 'string');
      return { name: title, others: [...told, ...(kind === 'process' ? stepsOf(id).map((step) => step.title) : [])] };
    },
    askingWords,
  );
  return ok(hits.map(({ item, grade }) => ({ record: item, grade, steps: stepsOf(item.id).length })));
}

const searchedFields: Readonly<Record<PublishedKind, readonly string[]>> = {
  process: ['mission', 'start', 'end', 'desiredEffect'],
  governingDocument: ['area', 'what', 'who', 'diaryNumber'],
};

async function readInForce(
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  kind: PublishedKind | 'processActivity',
): Promise<readonly ShownRow[]> {
  const alternatives = recordAlternatives(caller, kind, organisation);
  if (alternatives.length === 0) return [];
  const rows = await context.db
    .selectFrom('records')
    .select(shownColumns)
    .where('board_id', '=', caller.boardId)
    .where('kind', '=', kind)
    .where('deleted', '=', false)
    .where('status', 'in', [...inForce])
    .where(anyOf(alternatives.map(({ where }) => scopeCondition(where, caller.actor, kind))))
    .execute();
  return rows.map(readShownRow);
}
