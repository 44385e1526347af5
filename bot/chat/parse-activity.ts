import { z } from 'zod';
import type { ConversationAddress } from './bot-port.ts';
import { plainText } from './plain-text.ts';

export type CardData = Readonly<Record<string, unknown>>;

interface Envelope {
  readonly activityId: string;
  /** Entra object id; the id in the channel where there is none. */
  readonly personId: string;
  readonly personName: string;
  readonly address: ConversationAddress;
  readonly personal: boolean;
  /** The message whose card was used. */
  readonly cardActivityId?: string;
}

/** What came in, as the handlers see it. */
export type Incoming = Envelope &
  (
    | { readonly kind: 'message'; readonly text: string; readonly hasFiles: boolean }
    /** A button of a card. `through` tells how the answer goes back: as the invoke's body or as a message. */
    | {
        readonly kind: 'action';
        readonly verb: string;
        readonly data: CardData;
        readonly through: 'execute' | 'submit';
      }
    /** `through: 'message'`: the client opens no dialogs (Agents Playground), so the form must come as a card. */
    | { readonly kind: 'dialogOpened'; readonly data: CardData; readonly through: 'invoke' | 'message' }
    | { readonly kind: 'dialogSubmitted'; readonly data: CardData }
    /** `again`: the app was updated, not installed. */
    | { readonly kind: 'installed'; readonly again: boolean }
    | { readonly kind: 'removed' }
    | { readonly kind: 'unknownInvoke' }
    | { readonly kind: 'other' }
  );

const account = z.object({
  id: z.string().min(1).max(400),
  aadObjectId: z.string().optional(),
  name: z.string().optional(),
});
const submittedData = z.record(z.string(), z.unknown());
const cardData = z.record(z.string(), z.unknown()).catch({});

const activitySchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  action: z.string().optional(),
  replyToId: z.string().optional(),
  channelId: z.string().default('msteams'),
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().optional(),
  }),
  attachments: z.array(z.object({ contentType: z.string().optional() })).nullish(),
});
type Activity = z.infer<typeof activitySchema>;

const executeSchema = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string().min(1), data: cardData }),
});
const taskFetch = z.object({ type: z.literal('task/fetch') });
const dialogSchema = z.object({ data: cardData }).catch({ data: {} });

/** An activity as the handlers see it; nothing where it has not the shape of one. */
export function parseActivity(activity: unknown): Incoming | undefined {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return undefined;
  return { ...envelopeOf(parsed.data), ...contentOf(parsed.data) };
}

function envelopeOf(activity: Activity): Envelope {
  const { conversation, from, recipient } = activity;
  const conversationType = conversation.conversationType ?? (conversation.isGroup === true ? 'groupChat' : 'personal');
  return {
    activityId: activity.id ?? '',
    personId: from.aadObjectId ?? from.id,
    personName: from.name ?? '',
    address: {
      channelId: activity.channelId,
      serviceUrl: activity.serviceUrl,
      conversationId: conversation.id,
      conversationType,
      botId: recipient.id,
      userId: from.id,
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    personal: conversationType === 'personal',
    ...(activity.replyToId === undefined ? {} : { cardActivityId: activity.replyToId }),
  };
}

type Content = Incoming extends infer Each ? (Each extends Incoming ? Omit<Each, keyof Envelope> : never) : never;

function contentOf(activity: Activity): Content {
  if (activity.type === 'message') return messageOf(activity);
  if (activity.type === 'invoke') return invokeOf(activity);
  if (activity.type === 'installationUpdate') {
    const action = activity.action ?? 'add';
    return action.startsWith('remove') ? removal(action) : { kind: 'installed', again: action !== 'add' };
  }
  return { kind: 'other' };
}

/** `remove-upgrade` is the first half of an app update: the person keeps the app. */
function removal(action: string): Content {
  return action === 'remove' ? { kind: 'removed' } : { kind: 'other' };
}

function messageOf(activity: Activity): Content {
  const text = plainText(activity.text ?? '');
  const submitted = text === '' ? submittedData.safeParse(activity.value).data : undefined;
  if (submitted !== undefined) {
    const { verb, msteams, ...data } = submitted;
    if (taskFetch.safeParse(msteams).success) return { kind: 'dialogOpened', data, through: 'message' };
    return { kind: 'action', verb: typeof verb === 'string' ? verb : '', data, through: 'submit' };
  }
  // Teams adds an HTML copy of every text message as an attachment.
  const hasFiles = (activity.attachments ?? []).some(({ contentType }) => contentType !== 'text/html');
  return { kind: 'message', text, hasFiles };
}

function invokeOf(activity: Activity): Content {
  if (activity.name === 'task/fetch')
    return { kind: 'dialogOpened', data: dialogSchema.parse(activity.value).data, through: 'invoke' };
  if (activity.name === 'task/submit')
    return { kind: 'dialogSubmitted', data: dialogSchema.parse(activity.value).data };
  const execute = executeSchema.safeParse(activity.value);
  if (activity.name !== 'adaptiveCard/action' || !execute.success) return { kind: 'unknownInvoke' };
  const { verb, data } = execute.data.action;
  return { kind: 'action', verb, data, through: 'execute' };
}
