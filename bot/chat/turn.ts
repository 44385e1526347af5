import type { Language, UnitAnswer } from '../../shared/api/contract.ts';
import type { Caller, DraftStore, RecordsService } from '../records/records-service.ts';
import type { Log } from '../log.ts';
import type { SelfChecksService } from '../self-checks/self-checks-service.ts';
import type { ConversationState, ConversationStore } from './conversation-store.ts';
import type { Incoming } from './parse-activity.ts';
import type { RemindersPort } from './reminders-port.ts';
import type { Say } from './say.ts';
import type { TabLinks } from './tab-links.ts';

/** What all handlers may use. Everything comes from outside, clock and ids too. */
export interface ChatServices {
  readonly records: RecordsService;
  readonly drafts: DraftStore;
  readonly selfChecks: SelfChecksService;
  readonly conversations: ConversationStore;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly links: TabLinks;
  readonly boardId: string;
  readonly log: Log;
  /** Absent where no reminders are sent. */
  readonly reminders?: RemindersPort;
}

/** One person's one message or press, with what is known about the person. */
export interface Turn {
  readonly incoming: Incoming;
  readonly caller: Caller;
  readonly language: Language;
  readonly say: Say;
  /** Closed units too; a record may belong to one. */
  readonly units: readonly UnitAnswer[];
  /** What the person chose in this conversation; absent until the first message. */
  readonly conversation?: ConversationState;
}

/** The same turn answered in another language, which the draft or the command was written in. */
export function inLanguage(turn: Turn, language: Language, sayIn: (language: Language) => Say): Turn {
  return language === turn.language
    ? turn
    : { ...turn, language, say: sayIn(language), caller: { ...turn.caller, language } };
}
