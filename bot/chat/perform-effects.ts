import type { BotPort, OutgoingMessage } from './bot-port.ts';
import { draftsOf } from './drafts.ts';
import type { Effect, Effects } from './effects.ts';
import type { Incoming } from './parse-activity.ts';
import type { ChatServices } from './turn.ts';

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** The body of an invoke's answer (`teams.md` 2), and what is to be done once it has gone out. */
export interface Performed {
  readonly status: number;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly afterwards?: () => Promise<void>;
}

/** Does what a handler decided: sends, updates, and makes the answer to a card or a dialog. */
export async function performEffects(
  effects: Effects,
  incoming: Incoming,
  port: BotPort,
  services: ChatServices,
): Promise<Performed> {
  if (incoming.kind === 'unknownInvoke') return { status: 501 };
  let performed: Performed = incoming.kind === 'action' ? { status: 200, body: nothingToShow } : { status: 200 };
  const afterwards: (() => Promise<void>)[] = [];
  for (const effect of effects) {
    const answered = await perform(effect, incoming, port, services);
    if (answered?.afterwards !== undefined) afterwards.push(answered.afterwards);
    if (answered?.body !== undefined) performed = answered;
  }
  if (afterwards.length === 0) return performed;
  return {
    ...performed,
    afterwards: async () => {
      for (const task of afterwards) await task();
    },
  };
}

const nothingToShow = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };

async function perform(
  effect: Effect,
  incoming: Incoming,
  port: BotPort,
  services: ChatServices,
): Promise<Performed | undefined> {
  const { address } = incoming;
  switch (effect.kind) {
    case 'send': {
      const activityId = await port.send(address, effect.message);
      if (effect.opensDraft !== undefined)
        await draftsOf(services, incoming.personId).setPosition({
          draftId: effect.opensDraft,
          ...(activityId === undefined ? {} : { activityId }),
        });
      return undefined;
    }
    case 'update':
      return { status: 200, afterwards: () => port.update(address, effect.activityId, effect.message) };
    case 'replace':
      return replace(effect.message, incoming, port);
    case 'showAgain':
      return incoming.kind === 'action' && incoming.through === 'execute' && effect.message.kind === 'card'
        ? { status: 200, body: { statusCode: 200, type: cardContentType, value: effect.message.card } }
        : refuse(effect.because, incoming, port);
    case 'refuse':
      return refuse(effect.text, incoming, port);
    case 'dialog': {
      const { title, card } = effect.dialog;
      const value = { title, height: 'large', width: 'medium', card: { contentType: cardContentType, content: card } };
      return { status: 200, body: { task: { type: 'continue', value } } };
    }
    case 'closeDialog':
      if (incoming.kind === 'dialogOpened' && incoming.through === 'message') {
        await port.send(address, { kind: 'text', text: effect.text });
        return undefined;
      }
      return { status: 200, body: { task: { type: 'message', value: effect.text } } };
  }
}

/**
 * An invoke's answer is shown to the presser at once, but only on that client and until it reloads: the message itself is
 * updated after the answer, so that the fields with their text are gone from the chat for good (`design.md` 1.7).
 */
async function replace(message: OutgoingMessage, incoming: Incoming, port: BotPort): Promise<Performed | undefined> {
  const { address, cardActivityId } = incoming;
  const update = cardActivityId === undefined ? undefined : () => port.update(address, cardActivityId, message);
  if (incoming.kind === 'action' && incoming.through === 'execute' && message.kind === 'card') {
    const body = { statusCode: 200, type: cardContentType, value: message.card };
    return { status: 200, body, ...(update === undefined ? {} : { afterwards: update }) };
  }
  if (update === undefined) await port.send(address, message);
  else await update();
  return undefined;
}

async function refuse(text: string, incoming: Incoming, port: BotPort): Promise<Performed | undefined> {
  if (incoming.kind === 'action' && incoming.through === 'execute') {
    const value = { code: 'Unavailable', message: text };
    return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
  }
  await port.send(incoming.address, { kind: 'text', text });
  return undefined;
}
