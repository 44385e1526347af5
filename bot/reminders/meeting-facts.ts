/** The unit's last month in numbers (R52): counts and categories, nothing that points at a person. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { MeetingFacts } from '../chat/reminders-port.ts';
import type { Database } from '../database/schema.ts';
import { dueAt } from '../../shared/rules/deadlines.ts';
import { isKindName } from '../../shared/records/index.ts';
import { withheldCells } from '../../shared/rules/small-cells.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import { readRules } from './read-people.ts';

interface MeetingGround {
  readonly db: Kysely<Database>;
  readonly boardId: string;
  readonly now: () => Date;
}

const days = 30;
const mostShown = 2;

export async function readMeetingFacts({ db, boardId, now }: MeetingGround, unitId: string): Promise<MeetingFacts> {
  const from = `${addDays(dayInStockholm(now()), -days)}T00:00:00.000Z`;
  const { rows } = await sql<{
    kind: string;
    status: string;
    created_at: string;
    state_changed_at: string;
    category: string | null;
    feedback_kind: string | null;
    result: string | null;
  }>`
    select kind, status, created_at, state_changed_at, fields ->> 'category' as category,
      fields ->> 'feedbackKind' as feedback_kind, fields ->> 'result' as result
    from records
    where board_id = ${boardId} and unit_id = ${unitId} and not deleted
      and kind in ('deviation', 'feedback', 'selfCheckOccurrence')`.execute(db);
  const { rows: units } = await sql<{ title: string; created_at: string }>`
    select title, created_at from records where board_id = ${boardId} and kind = 'organisationalUnit' and id = ${unitId}`.execute(
    db,
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const deviations = of('deviation');
  const recent = deviations.filter((row) => row.created_at >= from);
  const feedback = of('feedback').filter((row) => row.created_at >= from);
  const checks = of('selfCheckOccurrence').filter((row) => row.result !== null && row.state_changed_at >= from);
  const praise = praiseAmong(feedback.map((row) => row.feedback_kind ?? ''));
  const at = now().toISOString();
  const waiting = rows.flatMap((row) => {
    const { kind, status, created_at: createdAt, state_changed_at: stateChangedAt } = row;
    const due = isKindName(kind) ? dueAt({ kind, status, createdAt, stateChangedAt }) : undefined;
    return due === undefined ? [] : [due];
  });
  const { silentDays } = await readRules(db, boardId, dayInStockholm(at));
  // A unit that has never reported is silent since it has been here, as `read-matters.ts` counts.
  const since = units[0]?.created_at ?? '';
  const newest = deviations.reduce((latest, { created_at: one }) => (one > latest ? one : latest), since);
  const day = (instant: string) => Date.parse(dayInStockholm(instant));
  const silent = newest === '' ? undefined : Math.round((day(at) - day(newest)) / 86_400_000);
  return {
    unitName: units[0]?.title ?? '',
    month: dayInStockholm(now()),
    reported: recent.length,
    closed: deviations.filter((row) => row.status === 'closed' && row.state_changed_at >= from).length,
    categories: mostCommon(recent.flatMap(({ category }) => category ?? [])),
    received: feedback.length,
    ...(praise !== undefined && { praise }),
    checksDone: checks.length,
    checksFailed: checks.filter(({ result }) => result === 'notApproved').length,
    open: waiting.length,
    overdue: waiting.filter((due) => due < at).length,
    ...(silent !== undefined && silent >= silentDays && { silentDays: silent }),
  };
}

/** Two at most, and none whose number is too small to tell without pointing at somebody. */
function mostCommon(categories: readonly string[]): readonly string[] {
  const cells = countEach(categories);
  const hidden = withheldCells(cells);
  return cells
    .filter(({ value }) => !hidden.has(value))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostShown)
    .map(({ value }) => value);
}

/** How much of the feedback was praise, where neither the praise nor the rest is too little to tell. */
function praiseAmong(kinds: readonly string[]): number | undefined {
  const cells = countEach(kinds.map((kind) => (kind === 'praise' ? 'praise' : 'other')));
  const praise = cells.find(({ value }) => value === 'praise');
  return praise === undefined || withheldCells(cells).has('praise') ? undefined : praise.count;
}

function countEach(values: readonly string[]) {
  return [...Map.groupBy(values, (value) => value)].map(([value, group]) => ({ value, count: group.length }));
}
