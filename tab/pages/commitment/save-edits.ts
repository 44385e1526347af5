/** Sends the unsaved records to the service one after the other, and says what became of each. */
import type { ChangeRequest, CreateRequest, FieldProblem, RecordAnswer } from '../../../shared/api/contract.ts';
import type { EditedKind, EditedRecord } from './editor-state.ts';
import { recordsInConflict, unsavedRecords } from './editor-state.ts';
import type { EditorStore } from './editor-store.ts';
import { changesToSend } from './record-edits.ts';
import type { RecordEdits } from './record-edits.ts';

/** An answer of the service, with expected refusals as data. */
export type StoreOutcome =
  | { readonly kind: 'stored'; readonly record: RecordAnswer }
  | { readonly kind: 'changedBySomebodyElse'; readonly current: RecordAnswer }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[]; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

export interface RecordStorePort {
  readonly create: (kind: EditedKind, request: CreateRequest) => Promise<StoreOutcome>;
  readonly change: (kind: EditedKind, id: string, request: ChangeRequest) => Promise<StoreOutcome>;
}

export interface RecordProblem extends FieldProblem {
  readonly recordId: string;
}

export type SaveStep =
  | { readonly kind: 'stored'; readonly record: RecordAnswer; readonly sent: RecordEdits }
  | { readonly kind: 'arrived'; readonly record: RecordAnswer };

export interface SaveReport {
  /** What the editor must take in, in order. */
  readonly steps: readonly SaveStep[];
  /** Problems of fields; the edits are kept. */
  readonly problems: readonly RecordProblem[];
  /** Somebody else has changed one or more of the records. */
  readonly conflict: boolean;
  /** What went wrong otherwise, said to the person; the rest was not tried. */
  readonly refusal?: string;
}

async function store(port: RecordStorePort, record: EditedRecord, unitId: string | undefined): Promise<StoreOutcome> {
  const fields = changesToSend(record.edits);
  if (record.saved) return port.change(record.kind, record.id, { baseRevision: record.saved.revision, fields });
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return port.create(record.kind, {
    id: record.id,
    ...(unitId === undefined ? {} : { unitId }),
    fields: given as CreateRequest['fields'],
  });
}

/**
 * `records` come in the order of `unsavedRecords`. A refusal ends the saving; a problem or a conflict of one record
 * does not keep the others from being saved. New records belong to `unitId`.
 */
export async function saveEdits(
  port: RecordStorePort,
  records: readonly EditedRecord[],
  unitId: string | undefined,
): Promise<SaveReport> {
  const steps: SaveStep[] = [];
  const problems: RecordProblem[] = [];
  let conflict = false;
  for (const record of records) {
    const outcome = await store(port, record, unitId);
    switch (outcome.kind) {
      case 'stored':
        steps.push({ kind: 'stored', record: outcome.record, sent: record.edits });
        break;
      case 'changedBySomebodyElse':
        conflict = true;
        steps.push({ kind: 'arrived', record: outcome.current });
        break;
      case 'invalid':
        problems.push(...outcome.problems.map((problem) => ({ ...problem, recordId: record.id })));
        break;
      case 'refused':
        return { steps, problems, conflict, refusal: outcome.text };
    }
  }
  return { steps, problems, conflict };
}

/** Saves once more on top of a version that somebody else has just saved; more than that is a lively day. */
const triesOnTop = 3;

/**
 * Saves everything in the editor and lets it take in the answers. Changes by somebody else in other fields are joined
 * and saved without asking. A record where both changed the same field is not sent until a person has chosen.
 */
export async function saveEditor(
  port: RecordStorePort,
  store: EditorStore,
  unitId: string | undefined,
): Promise<SaveReport> {
  const steps: SaveStep[] = [];
  for (let turn = 0; ; turn += 1) {
    const ready = unsavedRecords(store.state()).filter((record) => record.conflicts.length === 0);
    const report = await saveEdits(port, ready, unitId);
    for (const step of report.steps) {
      store.dispatch(step.kind === 'stored' ? step : { kind: 'arrived', records: [step.record] });
    }
    steps.push(...report.steps);
    const conflict = recordsInConflict(store.state()).length > 0;
    const needsPerson = conflict || report.problems.length > 0 || report.refusal !== undefined;
    if (!report.conflict || needsPerson || turn === triesOnTop) return { ...report, steps, conflict };
  }
}
