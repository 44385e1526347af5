/**
 * Keeps the answers of a self-check while somebody gives them, one question at a time (R78: on a phone, where the
 * network comes and goes). A choice is sent at once, what is typed a second after the last key; nothing is forgotten
 * before the service has it.
 *
 *   saved ──note──▶ waiting ──▶ saving ──▶ saved
 *                      ▲          │  └──no answer──▶ failed ──retry──▶ saving
 *                      │          └──the service says no──▶ refused
 *                      └─────────────── note ──────────────────┘
 */
import type { GivenAnswer } from '../../../shared/rules/self-check-answers.ts';

export type SavingState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed' }
  /** `text` is the service's own words, when it had any. */
  | { readonly kind: 'refused'; readonly text?: string | undefined };

export type SendOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly text?: string | undefined }
  | { readonly kind: 'noAnswer' };

/** By the question's id. */
export type PendingAnswers = Readonly<Record<string, GivenAnswer>>;

export interface AnswerSavingPort {
  /** Never rejects. */
  readonly send: (questionId: string, given: GivenAnswer) => Promise<SendOutcome>;
  /** A copy in this browser window; nothing given takes it away. */
  readonly keepHere: (pending: PendingAnswers | undefined) => void;
  /** Calls back once after `ms`; what it returns cancels it. */
  readonly after: (ms: number, call: () => void) => () => void;
}

export interface AnswerSaving {
  readonly note: (questionId: string, given: GivenAnswer, when: 'now' | 'soon') => void;
  /** Sends at once what waits. Resolves with whether the service has everything. */
  readonly flush: () => Promise<boolean>;
  /** What the service does not have yet. */
  readonly pending: () => PendingAnswers;
  /** Sends what waits and stops listening to timers. */
  readonly stop: () => void;
  readonly state: () => SavingState;
  readonly subscribe: (listener: () => void) => () => void;
}

const delayMs = 1000;
const retryMs = [3_000, 10_000, 30_000] as const;

/** Starts with what this window kept of an earlier visit, and sends it. */
export function createAnswerSaving(port: AnswerSavingPort, kept: PendingAnswers = {}): AnswerSaving {
  const listeners = new Set<() => void>();
  let pending = kept;
  let state: SavingState = { kind: 'saved' };
  let running: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;
  let failures = 0;
  let stopped = false;

  function become(next: SavingState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function hold(next: PendingAnswers): void {
    pending = next;
    port.keepHere(Object.keys(next).length === 0 ? undefined : next);
  }

  function schedule(ms: number): void {
    cancelTimer?.();
    cancelTimer = stopped ? undefined : port.after(ms, () => void send());
  }

  async function exchange(): Promise<void> {
    let refused: SavingState | undefined;
    for (let [next] = Object.entries(pending); next !== undefined; [next] = Object.entries(pending)) {
      const [questionId, given] = next;
      become({ kind: 'saving' });
      const outcome = await port.send(questionId, given);
      if (outcome.kind === 'noAnswer') {
        failures += 1;
        become({ kind: 'failed' });
        schedule(retryMs[Math.min(failures, retryMs.length) - 1] ?? delayMs);
        return;
      }
      failures = 0;
      if (outcome.kind === 'refused') refused = outcome;
      // What was changed while it was on its way is sent anew.
      if (pending[questionId] === given) {
        const { [questionId]: _sent, ...rest } = pending;
        hold(rest);
      }
    }
    become(refused ?? { kind: 'saved' });
  }

  function send(): Promise<void> {
    cancelTimer?.();
    cancelTimer = undefined;
    running ??= exchange().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function flush(): Promise<boolean> {
    if (running) await running;
    if (Object.keys(pending).length > 0) await send();
    return Object.keys(pending).length === 0 && state.kind !== 'refused';
  }

  if (Object.keys(kept).length > 0) schedule(0);

  return {
    note(questionId, given, when) {
      hold({ ...pending, [questionId]: given });
      // What is under way goes on to this one by itself.
      if (running) return;
      become({ kind: 'waiting' });
      if (when === 'now') void send();
      else schedule(delayMs);
    },
    flush,
    pending: () => pending,
    stop() {
      stopped = true;
      cancelTimer?.();
      void flush();
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
