import { z } from 'zod';
import { cardMessage, submitDialog } from '../cards/card-elements.ts';
import { intakeInputs, problemNotice } from '../cards/intake-card.ts';
import type { IntakeValues } from '../cards/intake-card.ts';
import { draftsOf } from '../drafts.ts';
import type { OpenDraft } from '../drafts.ts';
import type { Effect, Effects } from '../effects.ts';
import type { CardData } from '../parse-activity.ts';
import { sayIn } from '../say.ts';
import { inLanguage } from '../turn.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { saveIntake } from './save-intake.ts';
import { draftMessage, valuesOf } from './start-intake.ts';

const dialogData = z.object({ draftId: z.uuid() });

/** The card's fields in a dialog, for those who want more room. */
export async function openIntakeForm(turn: Turn, services: ChatServices, data: CardData): Promise<Effects> {
  const parsed = dialogData.safeParse(data);
  if (!parsed.success) return [{ kind: 'closeDialog', text: turn.say('gone.draft') }];
  const draft = await draftsOf(services, turn.caller.actor.personId).read(parsed.data.draftId);
  const { say } = turn;
  if (draft === undefined) return [{ kind: 'closeDialog', text: say('gone.draft') }];
  if (draft.state === 'cancelled') return [{ kind: 'closeDialog', text: say('gone.cancelled') }];
  if (draft.state === 'saved')
    return [{ kind: 'closeDialog', text: say('form.saved', { ref: draft.ref ?? draft.label }) }];
  const inCardLanguage = inLanguage(turn, draft.language, sayIn);
  // Where there are no dialogs the card is the form.
  if (turn.incoming.kind === 'dialogOpened' && turn.incoming.through === 'message')
    return [{ kind: 'replace', message: await draftMessage(inCardLanguage, services, parsed.data.draftId, draft) }];
  return [dialogOf(inCardLanguage, parsed.data.draftId, draft, valuesOf(draft), [])];
}

/** Saves as the card does; the card in the chat becomes the receipt. */
export async function submitIntakeForm(turn: Turn, services: ChatServices, data: CardData): Promise<Effects> {
  const parsed = dialogData.safeParse(data);
  if (!parsed.success) return [{ kind: 'closeDialog', text: turn.say('gone.draft') }];
  const { draftId } = parsed.data;
  const drafts = draftsOf(services, turn.caller.actor.personId);
  const draft = await drafts.read(draftId);
  const inCardLanguage = inLanguage(turn, draft?.language ?? turn.language, sayIn);
  const result = await saveIntake(inCardLanguage, services, draftId, data);
  if (result.kind === 'again') {
    const { draft: kept, values, problems } = result.read;
    return [dialogOf(inCardLanguage, draftId, kept, values, problems)];
  }
  const { say } = inCardLanguage;
  const text = result.kind === 'saved' ? say('form.saved', { ref: result.ref }) : say('gone.title');
  const position = await drafts.position();
  const inChat: Effect =
    position.draftId === draftId && position.activityId !== undefined
      ? { kind: 'update', activityId: position.activityId, message: result.message }
      : { kind: 'send', message: result.message };
  return [{ kind: 'closeDialog', text }, inChat];
}

function dialogOf(
  turn: Turn,
  draftId: string,
  draft: OpenDraft,
  values: IntakeValues,
  problems: readonly string[],
): Effect {
  const { say } = turn;
  const { card } = cardMessage(
    say('form.summary'),
    [...problemNotice(turn, problems), ...intakeInputs(turn, draft, values)],
    [submitDialog(say('card.save'), { dialog: 'intake', draftId })],
  );
  return { kind: 'dialog', dialog: { title: say('form.dialogTitle'), card } };
}
