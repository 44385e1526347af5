import { AppError } from '../../shared/errors.ts';
import type { Caller } from '../records/records-service.ts';
import { cardMessage, heading, openUrl, paragraph } from './cards/card-elements.ts';
import { spentCard } from './cards/notice-cards.ts';
import { chooseUnit } from './commands/my-unit.ts';
import { reminderSettingActions } from './commands/reminders.ts';
import { sendText } from './effects.ts';
import type { Effects } from './effects.ts';
import { intakeActions, replaceWithButtonGone } from './intake/card-actions.ts';
import type { CardAction } from './intake/card-actions.ts';
import { openIntakeForm, submitIntakeForm } from './intake/intake-dialog.ts';
import { openMisconductForm, sendMisconductCard, submitMisconductForm } from './intake/misconduct-dialog.ts';
import { intakeUnavailable } from './intake/save-intake.ts';
import { handleMessage } from './handle-message.ts';
import type { Incoming } from './parse-activity.ts';
import { reminderActions } from './reminder-actions.ts';
import { sayIn } from './say.ts';
import { selfCheckActions } from './self-check-actions.ts';
import type { ChatServices, Turn } from './turn.ts';

const actions: Readonly<Record<string, CardAction>> = {
  ...intakeActions,
  ...selfCheckActions,
  'misconduct.send': sendMisconductCard,
  'unit.choose': chooseUnit,
  ...reminderActions,
  ...reminderSettingActions,
};

/** Every button that a card of ours can have. */
export const cardVerbs: readonly string[] = Object.keys(actions);

/** What one activity leads to. Never throws: a failure becomes an answer with a number, and a line in the log. */
export async function handleTurn(incoming: Incoming, services: ChatServices): Promise<Effects> {
  let turn: Turn | undefined;
  try {
    if (incoming.kind === 'other' || incoming.kind === 'unknownInvoke') return [];
    if (!incoming.personal) return inCompany(incoming);
    if (incoming.kind === 'removed') {
      await services.conversations.forget(incoming.personId, incoming.address.conversationId);
      return [];
    }
    turn = await createTurn(incoming, services);
    return await answer(turn, services);
  } catch (error) {
    const number = services.newId().slice(0, 8);
    const code = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
    services.log.error('chat.turn-failed', { number, kind: incoming.kind, code });
    return failureAnswer(incoming, turn, services, number);
  }
}

async function createTurn(incoming: Incoming, services: ChatServices): Promise<Turn> {
  const { records, conversations, boardId } = services;
  const [actor, units, conversation] = await Promise.all([
    records.actorOf(boardId, incoming.personId, incoming.personName),
    records.units(boardId),
    conversations.keep(incoming.personId, incoming.address),
  ]);
  // Swedish until the person chooses: the client's language is often English where the work is in Swedish.
  const language = conversation?.language ?? 'sv';
  const caller: Caller = { boardId, actor, via: 'chat', language };
  return {
    incoming,
    caller,
    language,
    say: sayIn(language),
    units,
    ...(conversation === undefined ? {} : { conversation }),
  };
}

async function answer(turn: Turn, services: ChatServices): Promise<Effects> {
  const { incoming } = turn;
  switch (incoming.kind) {
    case 'message':
      return handleMessage(turn, services, incoming);
    case 'action': {
      const act = Object.hasOwn(actions, incoming.verb) ? actions[incoming.verb] : undefined;
      return act === undefined ? [replaceWithButtonGone(turn)] : act(turn, services, incoming.data);
    }
    case 'dialogOpened':
      return incoming.data['dialog'] === 'misconduct'
        ? openMisconductForm(turn, services)
        : openIntakeForm(turn, services, incoming.data);
    case 'dialogSubmitted':
      return incoming.data['dialog'] === 'misconduct'
        ? submitMisconductForm(turn, services, incoming.data)
        : submitIntakeForm(turn, services, incoming.data);
    case 'installed':
      return welcome(turn, services, incoming.again);
    default:
      return [];
  }
}

/** Once a person: an update of the app, or the same event sent twice, welcomes nobody again (`teams.md` 1). */
async function welcome(turn: Turn, { conversations, links }: ChatServices, again: boolean): Promise<Effects> {
  const { incoming, say } = turn;
  if (again || !(await conversations.markWelcomed(incoming.personId, incoming.address))) return [];
  const message = cardMessage(
    say('welcome.summary'),
    [
      heading(say('welcome.title')),
      paragraph(say('welcome.how')),
      paragraph(say('welcome.privacy')),
      paragraph(say('welcome.commands'), 'subtle'),
    ],
    [openUrl(say('command.openTab'), links.page('myPart'))],
  );
  return [{ kind: 'send', message }];
}

/** Where others read along nothing is taken in and nothing stored: a link leads to the private chat (`teams.md` 4). */
function inCompany(incoming: Incoming): Effects {
  const { botId } = incoming.address;
  const bot = botId.startsWith('28:') ? botId : `28:${botId}`;
  const link = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(bot)}`;
  const say = sayIn('sv');
  const text = say('group.text', { link });
  switch (incoming.kind) {
    case 'message':
      return [sendText(text)];
    case 'action':
      return [{ kind: 'replace', message: spentCard(say('gone.title'), text) }];
    case 'dialogOpened':
    case 'dialogSubmitted':
      return [{ kind: 'closeDialog', text }];
    default:
      return [];
  }
}

function failureAnswer(incoming: Incoming, turn: Turn | undefined, services: ChatServices, number: string): Effects {
  const { say } = turn ?? { say: sayIn('sv') };
  const text = say('failed', { number });
  switch (incoming.kind) {
    case 'message':
      return [sendText(text)];
    case 'action':
      return turn === undefined ? [{ kind: 'refuse', text }] : [keepFields(turn, services, incoming, text)];
    case 'dialogOpened':
    case 'dialogSubmitted':
      return [{ kind: 'closeDialog', text }];
    default:
      return [];
  }
}

/** The fields stay as they were typed, so that pressing again is all it takes. */
function keepFields(
  turn: Turn,
  services: ChatServices,
  { verb, data }: Incoming & { readonly kind: 'action' },
  text: string,
): Effects[number] {
  const draftId = data['draftId'];
  if (verb !== 'intake.save' || typeof draftId !== 'string') return { kind: 'refuse', text };
  return { kind: 'replace', message: intakeUnavailable(turn, services, draftId, data) };
}
