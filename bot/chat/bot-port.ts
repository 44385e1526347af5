/**
 * What the bot needs of a chat platform. Handlers know this port only, so that a move away from botbuilder, whose support
 * ended 2025-12-31, costs days (`teams.md` 5). One adapter implements it: `botbuilder-adapter.ts`.
 */

/** Where a conversation is reached: the ids that Teams gave, nothing about what was said. */
export interface ConversationAddress {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  /** `personal`, `groupChat` or `channel`. */
  readonly conversationType: string;
  readonly botId: string;
  /** The user's id in the channel (`29:…` in Teams). */
  readonly userId: string;
  readonly tenantId?: string;
}

export type CardElement = Readonly<Record<string, unknown>>;

/** Version 1.5: what every Teams client shows (`teams.md` 2). */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardElement[];
  readonly [extra: string]: unknown;
}

export type OutgoingMessage =
  | { readonly kind: 'text'; readonly text: string }
  /** Sent alone: text and card in one activity become two messages without an id (`teams.md` 1). */
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      /** What the notification says instead of "sent a card". Never what somebody wrote. */
      readonly summary: string;
    };

export interface ConversationMember {
  readonly userId: string;
  readonly personId?: string;
  readonly name?: string;
}

export interface BotPort {
  /** Gives the id by which the message can be updated, where the channel says it. */
  send(to: ConversationAddress, message: OutgoingMessage): Promise<string | undefined>;
  /** Puts another message in the place of one of the bot's own; the reader is not notified again. */
  update(to: ConversationAddress, activityId: string, message: OutgoingMessage): Promise<void>;
  /** Opens the private chat with a person who has the app; `personId` is the Entra object id. */
  createConversation(
    from: Pick<ConversationAddress, 'channelId' | 'serviceUrl' | 'botId' | 'tenantId'>,
    personId: string,
  ): Promise<ConversationAddress>;
  /** A member of the conversation; absent where the channel does not know the id. */
  member(of: ConversationAddress, userId: string): Promise<ConversationMember | undefined>;
}
