import type { BotPort, OutgoingMessage } from './bot-port.ts';
import type { ProactivePort } from './delivery.ts';

/**
 * Agents Playground 0.2.28 opens no dialogs: pressing a button with `data.msteams` throws in its page ("Cannot add property
 * msTeams") and nothing is sent. With an empty `msTeams` beside, it sends the press as a message, and the bot answers with
 * the form as a card. Local mode only, since nobody knows what Teams makes of both.
 */
export function forPlayground<Value>(value: Value): Value {
  return opensDialog(value) ? (adapted(value) as Value) : value;
}

/** A port whose cards work in the Playground. */
export function portForPlayground(port: BotPort): BotPort {
  const message = (out: OutgoingMessage): OutgoingMessage => forPlayground(out);
  return {
    ...port,
    send: (to, out) => port.send(to, message(out)),
    update: (to, activityId, out) => port.update(to, activityId, message(out)),
  };
}

/** The same for what nobody waits for. */
export function proactiveForPlayground(port: ProactivePort): ProactivePort {
  return {
    ...port,
    deliver: (to, out) => port.deliver(to, forPlayground(out)),
    revise: (to, activityId, out) => port.revise(to, activityId, forPlayground(out)),
  };
}

/** Next to no message does, so that next to none is copied. */
function opensDialog(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(opensDialog);
  return isObject(value) && ('msteams' in value || Object.values(value).some(opensDialog));
}

function adapted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapted);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, adapted(part)]));
  return isObject(copy['msteams']) ? { ...copy, msTeams: {} } : copy;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
