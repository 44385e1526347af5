import type { StoredAnswer } from '../../../shared/api/contract.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { OutgoingMessage } from '../bot-port.ts';
import { intakeCard } from '../cards/intake-card.ts';
import { kindLabel } from '../cards/intake-choices.ts';
import { misconductCard, spentCard } from '../cards/notice-cards.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { draftsOf } from '../drafts.ts';
import type { IntakeKind, OpenDraft, SavedDraft } from '../drafts.ts';
import type { CardData } from '../parse-activity.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { draftMessage } from './start-intake.ts';
import { readInputs } from './read-inputs.ts';
import type { ReadInputs } from './read-inputs.ts';
import { createInput, recordKindOf } from './record-input.ts';
import { refusalTexts } from './refusal-texts.ts';

/** What a card's button led to. `again`: the same card, to be corrected. */
export type SaveResult =
  | { readonly kind: 'saved'; readonly message: OutgoingMessage; readonly ref: string }
  | { readonly kind: 'again'; readonly message: OutgoingMessage; readonly read: ReadInputs }
  | { readonly kind: 'spent'; readonly message: OutgoingMessage };

/**
 * Stores what the card holds, once: the draft's id is the record's, so a second press or a resent invoke finds the first
 * one's record. A draft is looked for among the caller's own only.
 */
export async function saveIntake(
  turn: Turn,
  services: ChatServices,
  draftId: string,
  data: CardData,
): Promise<SaveResult> {
  const drafts = draftsOf(services, turn.caller.actor.personId);
  const draft = await drafts.read(draftId);
  if (draft?.state !== 'open') return { kind: 'spent', message: await spentDraft(turn, services, draftId, draft) };

  const read = readInputs(turn, data, draft, services.now());
  if (read.suspected) {
    await drafts.write(draftId, { state: 'cancelled', language: turn.language });
    return { kind: 'spent', message: misconductCard(turn, services) };
  }
  if (read.fields === undefined) return again(turn, services, draftId, read, read.problems);

  const kind = recordKindOf(read.fields.kind);
  const outcome = await services.records.create(turn.caller, kind, createInput(draftId, read.fields));
  if (outcome.kind === 'ok') return keepReceipt(turn, services, draftId, kind, read, outcome.value);
  if (outcome.kind === 'idTaken') {
    const message = await spentDraft(turn, services, draftId, undefined);
    return { kind: 'spent', message };
  }
  return again(turn, services, draftId, read, refusalTexts(outcome, turn.language));
}

async function again(
  turn: Turn,
  services: ChatServices,
  draftId: string,
  read: ReadInputs,
  problems: readonly string[],
): Promise<SaveResult> {
  await draftsOf(services, turn.caller.actor.personId).write(draftId, read.draft);
  const message = await draftMessage(turn, services, draftId, read.draft, { values: read.values, problems });
  return { kind: 'again', message, read: { ...read, problems } };
}

async function keepReceipt(
  turn: Turn,
  services: ChatServices,
  draftId: string,
  recordKind: KindName,
  { draft }: ReadInputs,
  record: StoredAnswer & { readonly created: boolean },
): Promise<SaveResult> {
  const masked = record.masked.personnummer || record.masked.names || draft.masked.personnummer || draft.masked.names;
  const saved: SavedDraft = {
    state: 'saved',
    language: turn.language,
    recordKind,
    label: kindLabel(storedKind(record, draft), turn.language),
    ...(record.ref === undefined ? {} : { ref: record.ref }),
    ...(record.unitId === undefined ? {} : { unit: record.unitId }),
    status: record.status,
    createdAt: record.createdAt,
    masked,
  };
  await draftsOf(services, turn.caller.actor.personId).write(draftId, saved);
  if (record.created) services.log.info('chat.saved', { kind: recordKind, id: draftId });
  return {
    kind: 'saved',
    message: receiptCard(turn, services, { ...saved, id: draftId }),
    ref: record.ref ?? saved.label,
  };
}

/** What the record is, which a second press with another kind does not change. */
function storedKind(record: StoredAnswer, draft: OpenDraft): IntakeKind {
  if (record.kind === 'deviation') return 'deviation';
  const kind = record.fields['feedbackKind'];
  return kind === 'complaint' || kind === 'viewpoint' || kind === 'praise' || kind === 'suggestion'
    ? kind
    : (draft.kind ?? 'viewpoint');
}

/** A card that is no longer valid becomes a receipt, or says why. */
export async function spentDraft(
  turn: Turn,
  services: ChatServices,
  draftId: string,
  draft: SavedDraft | { readonly state: 'cancelled' } | undefined,
): Promise<OutgoingMessage> {
  const { say } = turn;
  if (draft?.state === 'cancelled') return spentCard(say('cancelled.title'), say('gone.cancelled'));
  if (draft?.state === 'saved') {
    const now = await services.records.get(turn.caller, draft.recordKind, draftId);
    const status = now.kind === 'ok' ? now.value.status : draft.status;
    return receiptCard(turn, services, { ...draft, id: draftId, status });
  }
  for (const kind of ['deviation', 'feedback'] as const) {
    const found = await services.records.get(turn.caller, kind, draftId);
    if (found.kind !== 'ok' || !found.value.reportedByMe) continue;
    const { ref, unitId: unit, status, createdAt, title: label } = found.value;
    return receiptCard(turn, services, {
      recordKind: kind,
      id: draftId,
      label,
      ref,
      unit,
      status,
      createdAt,
      masked: false,
    });
  }
  return spentCard(say('gone.title'), say('gone.draft'));
}

/** Shows what was submitted again when the service did not answer: nothing that was typed is lost. */
export function intakeUnavailable(
  turn: Turn,
  services: ChatServices,
  draftId: string,
  data: CardData,
): OutgoingMessage {
  const empty: OpenDraft = {
    state: 'open',
    language: turn.language,
    writtenAt: services.now().toISOString(),
    text: '',
    masked: { personnummer: false, names: false },
  };
  const read = readInputs(turn, data, empty, services.now());
  return intakeCard(turn, draftId, read.draft, read.values, { problems: [turn.say('problem.unavailable')] });
}
