import type { AdaptiveCard, OutgoingMessage } from './bot-port.ts';

export interface Dialog {
  readonly title: string;
  readonly card: AdaptiveCard;
}

/** What a handler wants done. Handlers decide, `perform-effects.ts` does. */
export type Effect =
  /** A new message. `opensDraft`: the person's open draft, which this message shows. */
  | { readonly kind: 'send'; readonly message: OutgoingMessage; readonly opensDraft?: string }
  /** In the place of the card whose button was pressed. */
  | { readonly kind: 'replace'; readonly message: OutgoingMessage }
  /** The same, but the message in the chat stays as it was: what was typed is shown again and kept nowhere. */
  | { readonly kind: 'showAgain'; readonly message: OutgoingMessage; readonly because: string }
  /** In the place of another message of the bot. */
  | { readonly kind: 'update'; readonly activityId: string; readonly message: OutgoingMessage }
  /** A press that could not be answered: the card stays with what was typed, and a sentence says why. */
  | { readonly kind: 'refuse'; readonly text: string }
  /** The answer to a dialog: a form, or a sentence and then it is closed. */
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'closeDialog'; readonly text: string };

export type Effects = readonly Effect[];

export const sendText = (text: string): Effect => ({ kind: 'send', message: { kind: 'text', text } });
