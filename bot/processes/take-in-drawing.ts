/**
 * A drawing that somebody changed in the document library: judged as a save of the process is, and stored as its next
 * version under the name of who changed it there. Rules S-F8, S-F9.
 */
import type { Transaction } from 'kysely';
import type { Person } from '../../shared/records/record-kind.ts';
import { isClosed } from '../../shared/rules/states.ts';
import type { Database } from '../database/schema.ts';
import type { Organisation } from '../records/organisation.ts';
import type { Caller } from '../records/records-service.ts';
import type { Accepted, ServiceContext } from '../records/service-context.ts';
import { readDrawing } from './read-drawing.ts';
import { findProcess } from './read-process.ts';
import { saveStored } from './save-process.ts';

export interface OutsideDrawing {
  readonly processId: string;
  /** The file as text, masked. */
  readonly text: string;
  readonly editor: Person;
  /** The version of ours that it was made from; none: the newest. */
  readonly base?: number;
}

/** Why it is not taken in; codes for the administrator's page. */
export type DrawingProblem =
  'drawingClosed' | 'drawingUnreadable' | 'drawingUnsure' | 'drawingConflict' | 'drawingInvalid';

export type TakenIn =
  | { readonly kind: 'taken'; readonly accepted: readonly Accepted[] }
  | { readonly kind: 'refused'; readonly reason: DrawingProblem };

/** Made before a transaction begins, since it reads the organisation; used inside one. */
export type TakeInDrawing = (trx: Transaction<Database>, drawing: OutsideDrawing) => Promise<TakenIn>;

export interface OutsideDrawings {
  open(boardId: string): Promise<TakeInDrawing>;
}

export function createOutsideDrawings(pinned: (boardId: string) => Promise<ServiceContext>): OutsideDrawings {
  return {
    open: async (boardId) => {
      const context = await pinned(boardId);
      const organisation = await context.organisation(boardId);
      return (trx, drawing) => takeIn(trx, context, organisation, boardId, drawing);
    },
  };
}

async function takeIn(
  trx: Transaction<Database>,
  context: ServiceContext,
  organisation: Organisation,
  boardId: string,
  { processId, text, editor, base }: OutsideDrawing,
): Promise<TakenIn> {
  // Whoever may write in the library is judged by SharePoint: here the rules of the process alone.
  const actor = { personId: editor.id, name: editor.name, roles: [] };
  const caller: Caller = { boardId, actor, via: 'sharePoint', language: 'sv' };
  const stored = await findProcess(trx, caller, processId, { lock: true });
  if (stored === undefined) return { kind: 'refused', reason: 'drawingInvalid' };
  if (isClosed(stored.row)) return { kind: 'refused', reason: 'drawingClosed' };
  const read = readDrawing(stored, text);
  if (read.kind === 'refused') return { kind: 'refused', reason: 'drawingUnreadable' };
  // Which activity is which is asked of a person, never guessed: by an import of the file.
  if (read.reconciled.questions.length > 0) return { kind: 'refused', reason: 'drawingUnsure' };
  const accepted: Accepted[] = [];
  const saved = await saveStored(
    trx,
    context,
    caller,
    organisation,
    stored,
    {
      baseVersion: base ?? stored.version,
      baseRevision: stored.row.revision,
      fields: {},
      model: read.reconciled.model,
      bpmn: read.text,
      what: 'changedInSharePoint',
    },
    accepted,
  );
  if (saved.kind === 'fileRefused') return { kind: 'refused', reason: 'drawingUnreadable' };
  if (saved.kind !== 'ok') return { kind: 'refused', reason: 'drawingInvalid' };
  return saved.value.kind === 'conflict' ? { kind: 'refused', reason: 'drawingConflict' } : { kind: 'taken', accepted };
}
