/** What comes of a message that nobody waits for, by the table of `teams.md` 1. */
import { z } from 'zod';
import type { ConversationAddress, OutgoingMessage } from './bot-port.ts';

/** Why nothing goes to a person until they use the app again. */
export type UnreachableReason = 'notInstalled' | 'blocked' | 'disabledByAdmin' | 'notInConversation' | 'refused';

export type Undelivered =
  /** Taken for delivered, since a second card is worse than a missing answer; listed for a person to look at. */
  | { readonly kind: 'maybeDelivered'; readonly reason: string }
  | { readonly kind: 'throttled'; readonly retryAfterMs?: number }
  /** Something else was going on in the conversation (412). */
  | { readonly kind: 'busy' }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  /** The conversation is no more; it can be made anew. */
  | { readonly kind: 'gone' }
  /** Nothing was sent: the service could not be reached at all. */
  | { readonly kind: 'notSent'; readonly reason: string }
  /** Trying again would end the same way. */
  | { readonly kind: 'rejected'; readonly reason: string };

export type Delivery = { readonly kind: 'delivered'; readonly activityId?: string } | Undelivered;
export type Opened = { readonly kind: 'opened'; readonly address: ConversationAddress } | Undelivered;

/** Where new conversations are made from. */
export type ConversationOrigin = Pick<ConversationAddress, 'channelId' | 'serviceUrl' | 'botId' | 'tenantId'>;

/** Reaching people outside a turn. Each call is one attempt on the wire, and its end is a value. */
export interface ProactivePort {
  deliver(to: ConversationAddress, message: OutgoingMessage): Promise<Delivery>;
  revise(to: ConversationAddress, activityId: string, message: OutgoingMessage): Promise<Delivery>;
  open(from: ConversationOrigin, personId: string): Promise<Opened>;
}

const refusals: Readonly<Record<string, UnreachableReason>> = {
  BotDisabledByAdmin: 'disabledByAdmin',
  BotNotInConversationRoster: 'notInConversation',
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  ForbiddenOperationException: 'notInstalled',
};

const failureSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional().catch(undefined),
  message: z.string().catch(''),
});
/** Of these the machine says that no connection came about, so nothing was sent. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A failure of the SDK as one of the ends above. `retryAfter`: the header, in seconds. */
export function classifyFailure(error: unknown, retryAfter?: string | null): Undelivered {
  const { statusCode, code = '', message } = failureSchema.catch({ message: '' }).parse(error);
  if (statusCode === undefined) {
    return neverConnected.has(code)
      ? { kind: 'notSent', reason: code }
      : { kind: 'maybeDelivered', reason: code === '' ? 'noAnswer' : code };
  }
  if (statusCode >= 500) return { kind: 'maybeDelivered', reason: String(statusCode) };
  switch (statusCode) {
    case 429: {
      const seconds = Number(retryAfter);
      return seconds > 0 ? { kind: 'throttled', retryAfterMs: seconds * 1000 } : { kind: 'throttled' };
    }
    case 412:
      return { kind: 'busy' };
    case 404:
      return { kind: 'gone' };
    case 403: {
      // The older body has its code inside the message (`teams.md` 1).
      const named = Object.keys(refusals).find((name) => name === code || message.includes(name));
      return { kind: 'unreachable', reason: refusals[named ?? ''] ?? 'refused' };
    }
    default:
      return { kind: 'rejected', reason: `${String(statusCode)} ${code}`.trim() };
  }
}
