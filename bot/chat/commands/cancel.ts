import { spentCard } from '../cards/notice-cards.ts';
import { draftsOf } from '../drafts.ts';
import { sendText } from '../effects.ts';
import type { ChatCommand } from './command.ts';

/** Leaves what the person is in the middle of: the latest unsaved card, or the sentence that was asked for. */
export const cancel: ChatCommand = {
  id: 'cancel',
  names: { sv: ['avbryt', 'ångra', 'stopp'], en: ['cancel', 'stop', 'undo'] },
  help: { sv: 'Avbryt utan att spara', en: 'Leave without saving' },
  run: async ({ say, caller, language }, services) => {
    const drafts = draftsOf(services, caller.actor.personId);
    const { awaiting, draftId, activityId } = await drafts.position();
    const draft = draftId === undefined ? undefined : await drafts.read(draftId);
    if (draftId !== undefined && draft?.state === 'open') {
      await drafts.write(draftId, { state: 'cancelled', language });
      await drafts.setPosition({});
      return [
        sendText(say('cancelled.text')),
        ...(activityId === undefined
          ? []
          : [
              {
                kind: 'update',
                activityId,
                message: spentCard(say('cancelled.title'), say('cancelled.text')),
              } as const,
            ]),
      ];
    }
    if (awaiting !== undefined) {
      await drafts.setPosition({});
      return [sendText(say('cancelled.text'))];
    }
    if (draft?.state === 'saved') return [sendText(say('cancelled.alreadySaved', { ref: draft.ref ?? draft.label }))];
    return [sendText(say('cancelled.nothing'))];
  },
};
