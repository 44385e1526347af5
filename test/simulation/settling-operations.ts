/** What people do about conflicts and what was set aside, through the service. */
import type { SettleRequest } from '../../shared/api/sync-contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { callerOf } from './people.ts';
import type { BoardId } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SeededChoice } from './seeded-choice.ts';
import { ask, note, textsOf } from './user-operations.ts';

/** Somebody opens a problem and decides about it, with a reason of their own. */
export async function settleSomething(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await (choice.chance(0.6) ? settleConflict(world, choice) : settleSetAside(world, choice));
}

async function settleConflict(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const open = await world.database.direct
    .selectFrom('conflicts')
    .select(['id', 'board_id', 'kind', 'record_id'])
    .where('settled_at', 'is', null)
    .orderBy('id')
    .execute();
  const row = choice.one(open);
  if (row === undefined) return;
  const boardId = row.board_id as BoardId;
  const caller = callerOf(boardId, choice.one(['anna', 'cilla'] as const) ?? 'anna');
  const place = { kind: row.kind as KindName, id: row.record_id, conflictId: row.id };
  const listed = await ask(world, choice, ({ records }) => records.conflicts(caller, place.kind, place.id));
  if (listed.kind === 'lost' || listed.value.kind !== 'ok') return;
  const conflict = listed.value.value.find(({ conflictId }) => conflictId === row.id);
  const chosen = conflict && choice.one(conflict.choices);
  if (conflict === undefined || chosen === undefined) return;
  const texts = textsOf(world, boardId);
  const { baseRevision, ours } = conflict;
  const values = chosen === 'values' ? { fields: ours } : {};
  const request: SettleRequest = { choice: chosen, baseRevision, ...values, reason: texts.make() };
  const answer = await ask(world, choice, ({ records }) => records.settleConflict(caller, place, request));
  const what = `${caller.actor.name} settles a conflict of ${place.kind} ${place.id.slice(0, 8)}: ${chosen} ${String(request.reason)}`;
  const outcome = answer.kind === 'lost' ? undefined : answer.value;
  if (outcome?.kind !== 'ok') note(world, boardId, texts, what, outcome);
  else if (outcome.value !== undefined) note(world, boardId, texts, what, { kind: 'ok', value: outcome.value });
  else {
    world.trace(`${boardId}: ${what} → a deletion stands`);
    for (const text of texts.made) world.ledger.texts.set(text, { boardId, by: 'service' });
  }
}

async function settleSetAside(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const open = await world.database.direct
    .selectFrom('set_aside')
    .select(['id', 'board_id'])
    .where('settled_at', 'is', null)
    .orderBy('id')
    .execute();
  const row = choice.one(open);
  if (row === undefined) return;
  const boardId = row.board_id as BoardId;
  const caller = callerOf(boardId, 'cilla');
  const reason = world.newText(boardId);
  const answer = await ask(world, choice, ({ records }) => records.settleSetAside(caller, row.id, { reason }));
  const outcome = answer.kind === 'lost' ? 'lost' : answer.value.kind;
  world.trace(
    `${boardId}: ${caller.actor.name} settles what was set aside ${row.id.slice(0, 8)} ${reason} → ${outcome}`,
  );
  if (outcome === 'ok') world.ledger.texts.set(reason, { boardId, by: 'service' });
}
