/** Brings one message to one person, inside Teams' limits, and says how it ended (`teams.md` 1). */
import type { Language } from '../../shared/api/contract.ts';
import type { ConversationAddress, OutgoingMessage } from '../chat/bot-port.ts';
import type { ConversationStore } from '../chat/conversation-store.ts';
import type { Delivery, ProactivePort } from '../chat/delivery.ts';
import { createKeyedLock } from '../records/keyed-lock.ts';
import type { Pacer } from './pacer.ts';

export interface DeliveryParts {
  readonly port: ProactivePort;
  readonly conversations: Pick<ConversationStore, 'reach' | 'origin' | 'markUnreachable' | 'forget' | 'keep'>;
  readonly pacer: Pacer;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
}

/** A delivery that has ended for now; `later`: nothing was sent, and the row waits for another try. */
export type Ended =
  | Exclude<Delivery, { kind: 'throttled' | 'busy' | 'gone' | 'notSent' | 'delivered' }>
  | {
      readonly kind: 'delivered';
      readonly activityId?: string;
      readonly conversationId: string;
    }
  | { readonly kind: 'later'; readonly reason: string };

const attempts = 5;
/** Jittered, so that what was refused together does not come back together. */
const firstWaitMs = 500;
const longestWaitMs = 30_000;

export function createDelivery({ port, conversations, pacer, sleep, random }: DeliveryParts) {
  const inTurn = createKeyedLock();

  /** Tries until it ends; what did not even reach the service is safe to try again. */
  async function persist<End extends { readonly kind: string }>(
    key: string,
    attempt: () => Promise<End | Delivery>,
  ): Promise<End | Delivery> {
    return await inTurn(key, async () => {
      let wait = firstWaitMs;
      for (let nth = 1; ; nth += 1) {
        await pacer.turn();
        const end = await attempt();
        const again = end.kind === 'throttled' || end.kind === 'busy' || end.kind === 'notSent';
        if (!again || nth === attempts) return end;
        const told = 'retryAfterMs' in end ? end.retryAfterMs : undefined;
        // The limit may be the whole bot's, so everybody waits; a busy conversation is its own matter.
        if (end.kind === 'throttled') pacer.pause(Math.min(told ?? wait, longestWaitMs));
        else await sleep(wait * (0.5 + random()));
        wait = Math.min(wait * 2, longestWaitMs);
      }
    });
  }

  async function openWith(personId: string): Promise<ConversationAddress | Exclude<Ended, { kind: 'delivered' }>> {
    const origin = await conversations.origin();
    if (origin === undefined) return { kind: 'unreachable', reason: 'notInstalled' };
    const { channelId, serviceUrl, botId, tenantId } = origin;
    const from = { channelId, serviceUrl, botId, ...(tenantId !== undefined && { tenantId }) };
    const end = await persist(personId, () => port.open(from, personId));
    if (end.kind !== 'opened') return endOf(end) as Exclude<Ended, { kind: 'delivered' }>;
    await conversations.keep(personId, end.address);
    return end.address;
  }

  async function deliver(
    personId: string,
    message: (language: Language) => Promise<OutgoingMessage>,
    mayReopen = true,
  ): Promise<Ended> {
    const known = await conversations.reach(personId);
    if (known?.unreachable !== undefined) return { kind: 'unreachable', reason: known.unreachable as 'refused' };
    const address = known?.address ?? (await openWith(personId));
    if ('kind' in address) return address;
    const content = await message(known?.language ?? 'sv');
    const end = await persist(address.conversationId, () => port.deliver(address, content));
    if (end.kind === 'gone' && mayReopen) {
      await conversations.forget(personId, address.conversationId);
      return await deliver(personId, message, false);
    }
    if (end.kind === 'delivered') return { ...end, conversationId: address.conversationId };
    if (end.kind === 'unreachable') await conversations.markUnreachable(personId, address, end.reason);
    return endOf(end);
  }

  return {
    deliver: (personId: string, message: (language: Language) => Promise<OutgoingMessage>) =>
      deliver(personId, message),
    /** Puts a card in the place of one that was sent; where that cannot be done the old one stays. */
    revise: async (
      personId: string,
      sent: { readonly conversationId: string; readonly activityId: string },
      message: (language: Language) => OutgoingMessage,
    ): Promise<'done' | 'later'> => {
      const known = await conversations.reach(personId);
      if (known?.address.conversationId !== sent.conversationId || known.unreachable !== undefined) return 'done';
      const content = message(known.language ?? 'sv');
      const end = await persist(sent.conversationId, () => port.revise(known.address, sent.activityId, content));
      return endOf(end).kind === 'later' ? 'later' : 'done';
    },
  };
}

function endOf(end: Delivery | { readonly kind: 'opened' }): Ended {
  switch (end.kind) {
    case 'throttled':
    case 'busy':
      return { kind: 'later', reason: end.kind };
    case 'notSent':
      return { kind: 'later', reason: end.reason };
    case 'gone':
      return { kind: 'rejected', reason: 'gone' };
    case 'delivered':
    case 'opened':
      return { kind: 'delivered', conversationId: '' };
    default:
      return end;
  }
}
