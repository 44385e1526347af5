import type { Log } from '../log.ts';
import type { DraftStore, RecordsService } from '../records/records-service.ts';
import type { SelfChecksService } from '../self-checks/self-checks-service.ts';
import { createBotbuilderAdapter } from './botbuilder-adapter.ts';
import type { ChatAdapter } from './botbuilder-adapter.ts';
import type { BotPort } from './bot-port.ts';
import type { ConversationStore } from './conversation-store.ts';
import { handleTurn } from './handle-turn.ts';
import { isLoopback } from './loopback.ts';
import { parseActivity } from './parse-activity.ts';
import { performEffects } from './perform-effects.ts';
import type { Performed } from './perform-effects.ts';
import type { ProactivePort } from './delivery.ts';
import { forPlayground, portForPlayground, proactiveForPlayground } from './playground-cards.ts';
import { createTabLinks } from './tab-links.ts';
import type { RemindersPort } from './reminders-port.ts';
import type { ChatServices } from './turn.ts';

export interface ChatParts {
  readonly records: RecordsService;
  readonly drafts: DraftStore;
  readonly selfChecks: SelfChecksService;
  readonly conversations: ConversationStore;
  readonly now: () => Date;
  /** Gives UUIDs: a draft's id becomes its record's. */
  readonly newId: () => string;
  /** Where the tab is reached from a card, such as `http://127.0.0.1:3978`. */
  readonly tabOrigin: string;
  readonly boardId: string;
  readonly log: Log;
  /** What the cards of the reminders ask of them; made with the bot's port. */
  readonly reminders?: RemindersPort;
}

type Request = Parameters<ChatAdapter['process']>[0];
type Response = Parameters<ChatAdapter['process']>[1];

export type BotRequest = Request;

export interface Chat {
  /** POST /api/messages, the body already parsed as JSON. Answers when the turn is done. */
  handle(req: Request, res: Response): Promise<void>;
  /** Reaches people outside their turns. */
  readonly proactive: ProactivePort;
  /** When what is done after answers is done too; for tests and for stopping. */
  settled(): Promise<void>;
}

/** The bot. Local mode: nobody is authenticated, so only loopback is ever spoken to. */
export function createChat(parts: ChatParts): Chat {
  const adapter = createBotbuilderAdapter();
  const takeTurn = createTurnTaker(parts);
  const afterwards = new Set<Promise<void>>();

  return {
    proactive: proactiveForPlayground(adapter.proactive),
    handle: async (req, res) => {
      const refusal = refusalOf(req.body);
      if (refusal !== undefined) {
        res.status(refusal);
        res.send({ error: refusal === 403 ? 'serviceUrl must be loopback in local mode' : 'not an activity' });
        return;
      }
      let work: (() => Promise<void>) | undefined;
      await adapter.process(req, res, async (activity, port) => {
        const performed = await takeTurn(activity, portForPlayground(port), portForPlayground(adapter.port));
        work = performed.afterwards;
        return forPlayground(performed);
      });
      if (work !== undefined) keep(afterwards, finish(work, parts.log));
    },
    settled: async () => {
      while (afterwards.size > 0) await Promise.all(afterwards);
    },
  };
}

/** One activity from parsing to answer, without botbuilder; `later` reaches conversations when the turn is over. */
export function createTurnTaker(parts: ChatParts) {
  const services: ChatServices = { ...parts, links: createTabLinks(parts.tabOrigin) };
  return async (activity: unknown, port: BotPort, later: BotPort): Promise<Performed> => {
    const startedAt = performance.now();
    const incoming = parseActivity(activity);
    if (incoming === undefined) return { status: 400 };
    const effects = await handleTurn(incoming, services);
    const performed = await performEffects(
      effects,
      incoming,
      { ...port, update: (...given) => later.update(...given) },
      services,
    );
    services.log.debug('chat.turn', {
      kind: incoming.kind,
      activityId: incoming.activityId,
      ms: Math.round(performance.now() - startedAt),
    });
    return performed;
  };
}

/** The address that answers are sent to comes from the activity, which nobody has signed in local mode (`teams.md` 5). */
function refusalOf(body: unknown): 400 | 403 | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 400;
  const { type, serviceUrl, conversation } = body as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || typeof serviceUrl !== 'string') return 400;
  if (typeof conversation !== 'object' || conversation === null) return 400;
  return isLoopback(serviceUrl) ? undefined : 403;
}

async function finish(work: () => Promise<void>, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The person has the answer; only the older look of the card stays.
    log.error('chat.update-failed', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

function keep(set: Set<Promise<void>>, work: Promise<void>): void {
  set.add(work);
  void work.finally(() => set.delete(work));
}
