/** The one file that knows botbuilder. What it cannot do for us is done here: addresses, invoke answers, proactive turns. */
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
} from 'botbuilder';
import type { Activity, ConversationReference, Request, Response, TurnContext } from 'botbuilder';
import { AppError } from '../../shared/errors.ts';
import type { BotPort, ConversationAddress, OutgoingMessage } from './bot-port.ts';
import { classifyFailure } from './delivery.ts';
import type { ProactivePort, Undelivered } from './delivery.ts';

/** What came of one activity: for an invoke the answer's status and body. */
export interface TurnAnswer {
  readonly status: number;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface ChatAdapter {
  /** Answers POST /api/messages; `onTurn` gets the activity as it came, and a port that reaches its conversation. */
  process(
    req: Request,
    res: Response,
    onTurn: (activity: unknown, port: BotPort) => Promise<TurnAnswer>,
  ): Promise<void>;
  /** Reaches any conversation, also after the turn. */
  readonly port: BotPort;
  /** The same for what nobody waits for: one attempt a call, and its end as a value. */
  readonly proactive: ProactivePort;
}

/**
 * `settings` are those of `ConfigurationBotFrameworkAuthentication`. Empty means that nobody is authenticated: local mode
 * only, where the service listens on loopback (`teams.md` 0.3).
 */
export function createBotbuilderAdapter(settings: Readonly<Record<string, string>> = {}): ChatAdapter {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ ...settings }));
  const appId = settings['MicrosoftAppId'] ?? '';
  const port = createPort(adapter, appId);
  return {
    port,
    proactive: createProactivePort(adapter, appId, port),
    process: (req, res, onTurn) =>
      adapter.process(req, res, async (context) => {
        const answer = await onTurn(context.activity, portOfTurn(context, port));
        if (context.activity.type !== 'invoke') return;
        await context.sendActivity({ type: 'invokeResponse', value: { status: answer.status, body: answer.body } });
      }),
  };
}

function createPort(adapter: CloudAdapter, appId: string): BotPort {
  const inConversation = async <Value>(to: ConversationAddress, act: (context: TurnContext) => Promise<Value>) => {
    const box: { value?: Value } = {};
    await adapter.continueConversationAsync(appId, referenceOf(to), async (context) => {
      box.value = await act(context);
    });
    return box.value;
  };
  return {
    send: (to, message) => inConversation(to, async (context) => (await context.sendActivity(activityOf(message)))?.id),
    update: async (to, activityId, message) => {
      await inConversation(to, (context) => context.updateActivity({ ...activityOf(message), id: activityId }));
    },
    createConversation: async (from, personId) => {
      const { channelId, serviceUrl, botId, tenantId } = from;
      const box: { created?: ConversationAddress } = {};
      const parameters = {
        isGroup: false,
        bot: { id: botId, name: '' },
        members: [{ id: personId, name: '' }],
        ...(tenantId === undefined ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
      };
      await adapter.createConversationAsync(
        appId,
        channelId,
        serviceUrl,
        '',
        parameters as Parameters<CloudAdapter['createConversationAsync']>[4],
        (context) => {
          const conversationId = context.activity.conversation.id;
          box.created = { ...from, conversationId, conversationType: 'personal', userId: personId };
          return Promise.resolve();
        },
      );
      if (box.created === undefined) throw new AppError('unavailable', { call: 'createConversation' });
      return box.created;
    },
    member: (of, userId) =>
      inConversation(of, async (context) => {
        const { id, aadObjectId, name } = await TeamsInfo.getMember(context, userId);
        return {
          userId: id,
          ...(aadObjectId === undefined ? {} : { personId: aadObjectId }),
          ...(name === '' ? {} : { name }),
        };
      }),
  };
}

function createProactivePort(adapter: CloudAdapter, appId: string, port: BotPort): ProactivePort {
  const once = async <Value>(to: ConversationAddress, act: (context: TurnContext) => Promise<Value>) => {
    const box: { value?: Value } = {};
    await adapter.continueConversationAsync(appId, referenceOf(to), async (context) => {
      withoutRetries(context);
      box.value = await act(context);
    });
    return box.value;
  };
  return {
    deliver: async (to, message) => {
      try {
        const sent = await once(to, (context) => context.sendActivity(activityOf(message)));
        return { kind: 'delivered', ...(sent?.id !== undefined && { activityId: sent.id }) };
      } catch (error) {
        return endOf(error);
      }
    },
    revise: async (to, activityId, message) => {
      try {
        await once(to, (context) => context.updateActivity({ ...activityOf(message), id: activityId }));
        return { kind: 'delivered', activityId };
      } catch (error) {
        return endOf(error);
      }
    },
    open: async (from, personId) => {
      try {
        return { kind: 'opened', address: await port.createConversation(from, personId) };
      } catch (error) {
        return endOf(error);
      }
    },
  };
}

/**
 * The SDK re-POSTs a message after 5xx and after 429 by itself (`teams.md` 1), which puts a second card where the first
 * had arrived and only its answer was lost. Its client keeps no setting for that, so the step is taken out of the chain
 * of the client that was made for this turn alone.
 */
function withoutRetries(context: TurnContext): void {
  const { adapter } = context;
  if (!(adapter instanceof CloudAdapter)) return;
  const client = context.turnState.get<RetryingClient | undefined>(adapter.ConnectorClientKey);
  client?.client?.pipeline?.removePolicy({ phase: 'Retry' });
}

interface RetryingClient {
  readonly client?: { readonly pipeline?: { removePolicy(where: { readonly phase: 'Retry' }): void } };
}

function endOf(error: unknown): Undelivered {
  const { response } = error as { response?: { headers?: { get?: (name: string) => string | null | undefined } } };
  return classifyFailure(error, response?.headers?.get?.('retry-after') ?? null);
}

/** Within a turn messages go through its own connector, which costs no new one. */
function portOfTurn(context: TurnContext, port: BotPort): BotPort {
  const { conversation } = context.activity;
  return {
    ...port,
    send: async (to, message) =>
      to.conversationId === conversation.id
        ? (await context.sendActivity(activityOf(message)))?.id
        : port.send(to, message),
  };
}

function activityOf(message: OutgoingMessage): Partial<Activity> {
  if (message.kind === 'text') return MessageFactory.text(message.text);
  const activity = MessageFactory.attachment(CardFactory.adaptiveCard(message.card));
  return { ...activity, summary: message.summary };
}

function referenceOf(to: ConversationAddress): Partial<ConversationReference> {
  return {
    channelId: to.channelId,
    serviceUrl: to.serviceUrl,
    bot: { id: to.botId, name: '' },
    user: { id: to.userId, name: '' },
    conversation: {
      id: to.conversationId,
      name: '',
      isGroup: to.conversationType !== 'personal',
      conversationType: to.conversationType,
      ...(to.tenantId === undefined ? {} : { tenantId: to.tenantId }),
    },
  };
}
