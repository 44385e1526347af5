import type { AdaptiveCard, CardElement, OutgoingMessage } from '../bot-port.ts';

/** A message that is one card. `summary` is what the notification says, so it never quotes anybody. */
export function cardMessage(
  summary: string,
  body: readonly CardElement[],
  actions: readonly CardElement[] = [],
): OutgoingMessage & { readonly kind: 'card' } {
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
  return { kind: 'card', card, summary };
}

export function heading(text: string): CardElement {
  return { type: 'TextBlock', text, weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' };
}

export function paragraph(text: string, look: 'plain' | 'subtle' | 'attention' = 'plain'): CardElement {
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    ...(look === 'subtle' ? { isSubtle: true, spacing: 'Small' } : {}),
    ...(look === 'attention' ? { color: 'Attention' } : {}),
  };
}

/** A box that stands out: what must be noticed before the rest. */
export function notice(title: string, lines: readonly string[], style: 'warning' | 'attention' | 'good'): CardElement {
  return {
    type: 'Container',
    style,
    bleed: false,
    items: [
      { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
      ...lines.map((text) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small' })),
    ],
  };
}

export function facts(rows: readonly (readonly [string, string | undefined])[]): CardElement {
  return {
    type: 'FactSet',
    facts: rows.flatMap(([title, value]) => (value === undefined ? [] : [{ title, value }])),
  };
}

/** Teams would say "your response was sent" under the card, which the next card says better. */
const quiet = { msTeams: { feedback: { hide: true } } };

/**
 * A button that the bot answers. The fallback carries the same for clients that know Action.Submit only. `inputs: 'none'`
 * leaves the fields out, so that a half-filled form can always be left.
 */
export function execute(
  title: string,
  verb: string,
  data: Readonly<Record<string, string>> = {},
  inputs: 'auto' | 'none' = 'none',
): CardElement {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    associatedInputs: inputs,
    ...quiet,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb }, associatedInputs: inputs, ...quiet },
  };
}

/** A button that opens a dialog; Teams opens one for Action.Submit only. */
export function openDialog(title: string, data: Readonly<Record<string, string>>): CardElement {
  return { type: 'Action.Submit', title, data: { ...data, msteams: { type: 'task/fetch' } }, associatedInputs: 'none' };
}

/** The button of a dialog's form. */
export function submitDialog(title: string, data: Readonly<Record<string, string>>): CardElement {
  return { type: 'Action.Submit', title, data };
}

export function openUrl(title: string, url: string): CardElement {
  return { type: 'Action.OpenUrl', title, url };
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** Bytes of the card as Teams counts them; ours stay below 25 KB to be safe on every client (`teams.md` 2). */
export function sizeOf(message: OutgoingMessage): number {
  return message.kind === 'card' ? Buffer.byteLength(JSON.stringify(message.card)) : Buffer.byteLength(message.text);
}
export const largestCard = 25_000;
