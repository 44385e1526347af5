import { sql } from 'kysely';
import { AppError } from '../../shared/errors.ts';
import type { DraftAnswer } from '../../shared/api/contract.ts';
import { createGatheredCalls } from './gathered-calls.ts';
import type { DraftStore } from './records-service.ts';
import type { RecordsDependencies } from './service-context.ts';

const keptMs = 30 * 24 * 60 * 60_000;
const longestBody = 200_000;
/** Old drafts are never read; taking them out of the table as well need not cost every write. */
const cleanUpEveryMs = 60 * 60_000;
const keyShape = /^[\w.:-]{1,200}$/;

interface DraftPlace {
  readonly board_id: string;
  readonly person_id: string;
  readonly key: string;
}

interface NewDraft extends DraftPlace {
  readonly body: string;
  readonly updated_at: string;
}

function placeText({ board_id: boardId, person_id: personId, key }: DraftPlace): string {
  return JSON.stringify([boardId, personId, key]);
}

/**
 * Unsaved work in the database, 30 days, for its owner only (`design.md` 3).
 *
 * @throws AppError `malformedRequest` for an impossible key, `tooLarge` for a body above 200 000 characters.
 */
export function createDraftStore({ db, now }: Pick<RecordsDependencies, 'db' | 'now'>): DraftStore {
  const oldest = (): string => new Date(now().getTime() - keptMs).toISOString();
  let cleanedUpAt = Number.NEGATIVE_INFINITY;

  async function cleanUp(): Promise<void> {
    const at = now().getTime();
    if (at >= cleanedUpAt && at - cleanedUpAt < cleanUpEveryMs) return;
    cleanedUpAt = at;
    await db.deleteFrom('drafts').where('updated_at', '<=', oldest()).execute();
  }

  const readRow = createGatheredCalls(async (places: readonly DraftPlace[]) => {
    const rows = await db
      .selectFrom('drafts')
      .selectAll()
      .where((eb) =>
        eb(
          eb.refTuple('board_id', 'person_id', 'key'),
          'in',
          places.map((place) => eb.tuple(place.board_id, place.person_id, place.key)),
        ),
      )
      .where('updated_at', '>', oldest())
      .execute();
    const byPlace = new Map(rows.map((row) => [placeText(row), row]));
    return places.map((place) => byPlace.get(placeText(place)));
  });

  const writeRow = createGatheredCalls(async (rows: readonly NewDraft[]) => {
    // A place may be written once in a statement: the last counts. In order, so that two processes do not lock crosswise.
    const byPlace = new Map(rows.map((row) => [placeText(row), row]));
    const ordered = [...byPlace].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    await db
      .insertInto('drafts')
      .values(ordered)
      .onConflict((conflict) =>
        conflict.columns(['board_id', 'person_id', 'key']).doUpdateSet((eb) => ({
          body: eb.ref('excluded.body'),
          updated_at: eb.ref('excluded.updated_at'),
        })),
      )
      // A draft may be lost with the machine (`design.md` 3): its commit does not wait for the disk, which a chat turn
      // would feel. For this transaction only.
      .returning(sql`set_config('synchronous_commit', 'off', true)`.as('durability'))
      .execute();
    return rows;
  });

  return {
    async read(boardId, personId, key) {
      const row = await readRow({ board_id: boardId, person_id: personId, key });
      return row && { key: row.key, body: row.body, updatedAt: row.updated_at };
    },

    async write(boardId, personId, key, body) {
      if (!keyShape.test(key)) throw new AppError('malformedRequest', { part: 'draft key' });
      const text = JSON.stringify(storable(body));
      if (text.length > longestBody) throw new AppError('tooLarge', { length: text.length });
      const updatedAt = now().toISOString();
      await cleanUp();
      await writeRow({ board_id: boardId, person_id: personId, key, body: text, updated_at: updatedAt });
      return { key, body: JSON.parse(text) as DraftAnswer['body'], updatedAt };
    },

    async remove(boardId, personId, key) {
      await db
        .deleteFrom('drafts')
        .where('board_id', '=', boardId)
        .where('person_id', '=', personId)
        .where('key', '=', key)
        .execute();
    },
  };
}

/** PostgreSQL cannot keep NUL and half surrogate pairs in JSON; nobody means them. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)]));
}
