import type { FieldProblem, RecordAnswer } from '../../shared/api/contract.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { answerFor } from '../../shared/rules/record-answer.ts';
import type { Masked } from './read-given-fields.ts';
import type { Caller, Outcome, Refusal } from './records-service.ts';
import type { ShownRow } from './record-rows.ts';
import type { ServiceContext } from './service-context.ts';

export function ok<Value>(value: Value): Outcome<Value> {
  return { kind: 'ok', value };
}

export function invalid(...problems: readonly FieldProblem[]): Refusal {
  return { kind: 'invalid', problems };
}

/** The record as the caller sees it; `undefined`: not at all. */
export async function showRecord(
  context: ServiceContext,
  caller: Caller,
  row: ShownRow,
): Promise<RecordAnswer | undefined> {
  const { tree } = await context.organisation(caller.boardId);
  const view = viewOf(caller.actor, row, tree);
  return view && answerFor(row, view, { actor: caller.actor, units: tree, language: caller.language });
}

/** The answer to whoever wrote the record: who may not read it gets its status, as a receipt. */
export async function answerWrite(
  context: ServiceContext,
  caller: Caller,
  row: ShownRow,
  masked: Masked,
): Promise<RecordAnswer & { readonly masked: Masked }> {
  const { tree } = await context.organisation(caller.boardId);
  const view = viewOf(caller.actor, row, tree) ?? 'status';
  return { ...answerFor(row, view, { actor: caller.actor, units: tree, language: caller.language }), masked };
}
