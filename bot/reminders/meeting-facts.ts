/** The unit's last month in numbers (R52): counts and categories, nothing that points at a person. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { MeetingFacts } from '../chat/reminders-port.ts';
import type { Database } from '../database/schema.ts';
import { dueAt } from '../../shared/rules/deadlines.ts';
import { isKindName } from '../../shared/records/index.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';

interface MeetingGround {
  readonly db: Kysely<Database>;
  readonly boardId: string;
  readonly now: () => Date;
}

const days = 30;
const mostShown = 2;
const silentDays = 30;

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
  const { rows: units } = await sql<{ title: string }>`
    select title from records where board_id = ${boardId} and kind = 'organisationalUnit' and id = ${unitId}`.execute(
    db,
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const deviations = of('deviation');
  const recent = deviations.filter((row) => row.created_at >= from);
  const feedback = of('feedback').filter((row) => row.created_at >= from);
  const checks = of('selfCheckOccurrence').filter((row) => row.result !== null && row.state_changed_at >= from);
  const at = now().toISOString();
  const waiting = rows.flatMap((row) => {
    const { kind, status, created_at: createdAt, state_changed_at: stateChangedAt } = row;
    const due = isKindName(kind) ? dueAt({ kind, status, createdAt, stateChangedAt }) : undefined;
    return due === undefined ? [] : [due];
  });
  const newest = deviations.reduce((latest, { created_at: one }) => (one > latest ? one : latest), '');
  const silent = newest === '' ? undefined : Math.floor((Date.parse(at) - Date.parse(newest)) / 86_400_000);
  return {
    unitName: units[0]?.title ?? '',
    month: dayInStockholm(now()),
    reported: recent.length,
    closed: deviations.filter((row) => row.status === 'closed' && row.state_changed_at >= from).length,
    categories: mostCommon(recent.flatMap(({ category }) => category ?? [])),
    received: feedback.length,
    praise: feedback.filter((row) => row.feedback_kind === 'praise').length,
    checksDone: checks.length,
    checksFailed: checks.filter(({ result }) => result === 'notApproved').length,
    open: waiting.length,
    overdue: waiting.filter((due) => due < at).length,
    ...(silent !== undefined && silent >= silentDays && { silentDays: silent }),
  };
}

/** Two at most, and none that stands for a single event: a lone category can point at a person. */
function mostCommon(categories: readonly string[]): readonly string[] {
  return [...Map.groupBy(categories, (category) => category)]
    .filter(([, group]) => group.length > 1)
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, mostShown)
    .map(([category]) => category);
}
