import { z } from 'zod';
import { formCard, misconductCard, spentCard } from '../cards/notice-cards.ts';
import { draftsOf, intakeKinds } from '../drafts.ts';
import type { Effects } from '../effects.ts';
import type { CardData } from '../parse-activity.ts';
import { inLanguage } from '../turn.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { sayIn } from '../say.ts';
import { readAs } from './read-text.ts';
import { readInputs } from './read-inputs.ts';
import { formBody } from './record-input.ts';
import { saveIntake, spentDraft } from './save-intake.ts';
import { draftMessage, withDetails } from './start-intake.ts';

const actionData = z.object({ draftId: z.uuid() });

export type CardAction = (turn: Turn, services: ChatServices, data: CardData) => Promise<Effects>;

/** Answers in the language of the card, whatever the person has chosen since. */
function aboutDraft(act: (turn: Turn, services: ChatServices, draftId: string, data: CardData) => Promise<Effects>) {
  const action: CardAction = async (turn, services, data) => {
    const parsed = actionData.safeParse(data);
    if (!parsed.success) return [replaceWithButtonGone(turn)];
    const { draftId } = parsed.data;
    const draft = await draftsOf(services, turn.caller.actor.personId).read(draftId);
    return act(inLanguage(turn, draft?.language ?? turn.language, sayIn), services, draftId, data);
  };
  return action;
}

export function replaceWithButtonGone({ say }: Turn): Effects[number] {
  return { kind: 'replace', message: spentCard(say('gone.title'), say('gone.button')) };
}

const save = aboutDraft(async (turn, services, draftId, data) => {
  const { message } = await saveIntake(turn, services, draftId, data);
  return [{ kind: 'replace', message }];
});

/** Stores nothing; the draft's text goes at once. */
const cancel = aboutDraft(async (turn, services, draftId) => {
  const drafts = draftsOf(services, turn.caller.actor.personId);
  const draft = await drafts.read(draftId);
  if (draft?.state !== 'open') return [{ kind: 'replace', message: await spentDraft(turn, services, draftId, draft) }];
  await drafts.write(draftId, { state: 'cancelled', language: turn.language });
  const { say } = turn;
  return [{ kind: 'replace', message: spentCard(say('cancelled.title'), say('cancelled.text')) }];
});

/** What is in the fields goes along, to the dialog and to the tab's form. */
const form = aboutDraft(async (turn, services, draftId, data) => {
  const drafts = draftsOf(services, turn.caller.actor.personId);
  const before = await drafts.read(draftId);
  if (before?.state !== 'open')
    return [{ kind: 'replace', message: await spentDraft(turn, services, draftId, before) }];
  const { draft, suspected } = readInputs(turn, data, before, services.now());
  if (suspected) return save(turn, services, data);
  await drafts.write(draftId, draft);
  await drafts.handToForm(draftId, formBody(draftId, draft));
  return [{ kind: 'replace', message: formCard(turn, services, draftId) }];
});

const chosenKind = z.enum(intakeKinds).optional().catch(undefined);

/** The person has said what it is, or goes back to the card. */
const start = aboutDraft(async (turn, services, draftId, data) => {
  const drafts = draftsOf(services, turn.caller.actor.personId);
  const before = await drafts.read(draftId);
  if (before?.state !== 'open')
    return [{ kind: 'replace', message: await spentDraft(turn, services, draftId, before) }];
  const kind = chosenKind.parse(data['kind']) ?? before.kind;
  if (kind === undefined || kind === before.kind)
    return [{ kind: 'replace', message: await draftMessage(turn, services, draftId, before) }];
  // "Igår" is counted from when it was written, not from the press.
  const details = readAs(kind, before.text, turn.units, new Date(before.writtenAt));
  if (details.suspectedMisconduct) {
    await drafts.write(draftId, { state: 'cancelled', language: turn.language });
    return [{ kind: 'replace', message: misconductCard(turn, services) }];
  }
  const draft = withDetails(turn, { ...before, kind }, details);
  await drafts.write(draftId, draft);
  return [{ kind: 'replace', message: await draftMessage(turn, services, draftId, draft) }];
});

/** The buttons of the intake, by verb (`design.md` 4 names the first three). */
export const intakeActions: Readonly<Record<string, CardAction>> = {
  'intake.save': save,
  'intake.cancel': cancel,
  'intake.form': form,
  'intake.start': start,
};
