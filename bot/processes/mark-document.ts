import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { ImplementationRequest } from '../../shared/api/process-contract.ts';
import { applyFields } from '../../shared/rules/field-changes.ts';
import { mayWrite, viewOf } from '../../shared/rules/permissions.ts';
import { ok, showRecord } from '../records/outcomes.ts';
import { findRow } from '../records/record-rows.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import type { ServiceContext } from '../records/service-context.ts';
import { updateRecord } from '../records/write-record.ts';

/**
 * "Berör oss" (R31): what a unit says of itself about a document, whoever owns the document and whatever its state. Who
 * may change documents of that unit may say it.
 */
export async function markDocument(
  context: ServiceContext,
  caller: Caller,
  id: string,
  { unitId, progress, note }: ImplementationRequest,
): Promise<Outcome<RecordAnswer>> {
  const { tree, byId } = await context.organisation(caller.boardId);
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<RecordAnswer>> => {
    const row = await findRow(db, caller.boardId, 'governingDocument', id, { lock: true });
    if (row === undefined || viewOf(caller.actor, row, tree) !== 'full') return { kind: 'notFound' };
    const asUnits = { ...row, unitId, status: 'published' };
    if (!byId.has(unitId) || !mayWrite(caller.actor, asUnits, tree)) return { kind: 'notAllowed' };
    const others = ((row.fields['implementation'] ?? []) as readonly { readonly unit: string }[]).filter(
      ({ unit }) => unit !== unitId,
    );
    const markedOn = context.now().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
    const mark = { id: unitId, unit: unitId, progress, markedOn, ...(note !== undefined && note !== '' && { note }) };
    const { fields, changes } = applyFields(row.fields, { implementation: [...others, mark] });
    const written = await updateRecord(db, context, caller, row, { action: 'changed', fields, changes });
    const shown = await showRecord(context, caller, written);
    return shown === undefined ? { kind: 'notFound' } : ok(shown);
  });
  if (outcome.kind === 'ok') context.onAccepted({ boardId: caller.boardId, kind: 'governingDocument', id });
  return outcome;
}
