import { randomUUID } from 'node:crypto';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import type { DeviationCategory } from '../../../shared/records/choices.ts';
import type { RecordRow } from '../../../bot/records/record-store.ts';

const places = ['korridoren', 'matsalen', 'badrummet', 'entrén', 'hissen', 'rummet', 'köket'];
const events = ['föll', 'fick fel mat', 'fick sin medicin sent', 'gick ut utan att märkas', 'tappade sitt larm'];
const states = ['reported', 'acknowledged', 'investigating', 'inProgress', 'closed', 'closed', 'closed'];
const categories = [
  'fall',
  'medication',
  'nutrition',
  'equipmentPremises',
] as const satisfies readonly DeviationCategory[];
const dayMs = 86_400_000;

const pick = <Value>(values: readonly Value[], number: number): Value => values[number % values.length] as Value;

/** The deviation of a number, spread over units, states and the days of a year; always the same but for its id. */
export function createDeviation(number: number, unitIds: readonly string[], now: Date): RecordRow {
  // A stride that has no factor in common with the other lists, so that every combination occurs.
  const mixed = (number * 7919) % 104_729;
  const at = new Date(now.getTime() - (mixed % 365) * dayMs - (mixed % 86_399) * 1000).toISOString();
  const by = { id: `person-${String(mixed % 2000)}`, name: `Person ${String(mixed % 2000)}` };
  const what = `Brukaren ${pick(events, mixed)} i ${pick(places, mixed >> 3)}, händelse ${String(number)}.`;
  return {
    boardId: demoBoard.id,
    kind: 'deviation',
    id: randomUUID(),
    ref: `AVV-${at.slice(0, 4)}-${String(number + 1).padStart(7, '0')}`,
    unitId: pick(unitIds, number),
    status: pick(states, mixed),
    title: what,
    fields: { whatHappened: what, category: pick(categories, mixed >> 2), source: 'form' },
    comments: [],
    history: [{ id: randomUUID(), at, by, via: 'tab', action: 'created', changes: [], revision: 1 }],
    createdBy: by,
    createdAt: at,
    modifiedBy: by,
    modifiedAt: at,
    stateChangedAt: at,
    revision: 1,
    pushedRevision: 0,
    deleted: false,
  };
}
