import type { FieldsOfKind } from '../../shared/records/index.ts';
import { validityOf } from '../../shared/rules/document-validity.ts';
import type { Matter } from '../../shared/rules/reminders/matter.ts';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import type { MatterGround } from './read-matters.ts';

const reviewed = ['process', 'governingDocument'] as const;
/** As long as a reference may be (`shared/records/reminder.ts`). */
const longestName = 60;

/**
 * Processes and governing documents that hold and have a day by which they are to be reviewed (R68). It is one waiting
 * until the day is moved, whether somebody has noted "needs review" or not.
 */
export async function readReviews({ db, boardId, people, now }: MatterGround): Promise<readonly Matter[]> {
  const rows = await db
    .selectFrom('records')
    .select(['id', 'kind', 'unit_id', 'title', 'status', 'fields', 'state_changed_at'])
    .where('board_id', '=', boardId)
    .where('kind', 'in', [...reviewed])
    .where('status', 'in', ['published', 'needsReview'])
    .where('deleted', '=', false)
    .execute();
  const today = dayInStockholm(now);
  return rows.flatMap((row): Matter[] => {
    const fields = row.fields as FieldsOfKind<'process'> & FieldsOfKind<'governingDocument'>;
    const { reviewDate } = fields;
    if (reviewDate === undefined || validityOf({ status: row.status, fields }, today) === 'ended') return [];
    const owner = (fields.processOwner ?? fields.documentOwner)?.id;
    const unitId = row.unit_id ?? undefined;
    return [
      {
        subject: row.kind as (typeof reviewed)[number],
        id: row.id,
        ...(unitId !== undefined && { unitId }),
        ref: shortName(row.title),
        stage: 'review',
        deadline: reviewDate,
        since: row.state_changed_at,
        // An owner who has left answers for nothing: the unit's manager does, or who coordinates for the board.
        responsible: owner !== undefined && people.byId.has(owner) ? [owner] : [...managersOf(unitId, people)],
      },
    ];
  });
}

function managersOf(unitId: string | undefined, people: MatterGround['people']): readonly string[] {
  const managers = people.holders('unitManager', unitId);
  return managers.length > 0 ? managers : people.coordinators;
}

export function shortName(title: string): string {
  return title.length <= longestName ? title : `${title.slice(0, longestName - 1).trimEnd()}…`;
}
