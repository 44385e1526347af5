/**
 * Keeps unsaved work while a person writes (`design.md` 3, drafts). The service gets it a second after the last key,
 * when a field is left and before the page goes away; this browser window holds a copy until the service has it.
 *
 *   nothing ──note──▶ waiting ──delay or flush──▶ saving ──▶ saved
 *                        ▲                          │  ▲        │
 *                        └────────── note ──────────┘  └─retry─ failed ◀─ no answer
 */
export type AutosaveState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** `at` is an ISO instant, UTC. */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed' };

export type DraftBody = Readonly<Record<string, unknown>>;

export interface AutosavePort {
  /** Resolves with when the service stored it, and with nothing when it could not. Never rejects. */
  readonly write: (body: DraftBody) => Promise<string | undefined>;
  /** Resolves with whether the service has forgotten the draft. Never rejects. */
  readonly remove: () => Promise<boolean>;
  /** A copy in this browser window; nothing given takes it away. */
  readonly keepHere: (body: DraftBody | undefined) => void;
  /** Calls back once after `ms`; what it returns cancels it. */
  readonly after: (ms: number, call: () => void) => () => void;
}

export interface Autosave {
  /** What is unsaved now; nothing means that all is saved. */
  readonly note: (body: DraftBody | undefined) => void;
  /** Sends at once what waits. Resolves when the service has answered. */
  readonly flush: () => Promise<void>;
  /** Sends what waits and stops listening to timers. */
  readonly stop: () => void;
  readonly state: () => AutosaveState;
  readonly subscribe: (listener: () => void) => () => void;
}

const delayMs = 1000;
const retryMs = [5_000, 15_000, 30_000, 60_000] as const;

/** Starts from the draft that the service has, if it has one. */
export function createAutosave(port: AutosavePort, kept?: { readonly body: DraftBody; readonly at: string }): Autosave {
  const listeners = new Set<() => void>();
  let state: AutosaveState = kept ? { kind: 'saved', at: kept.at } : { kind: 'nothing' };
  let latest = kept?.body;
  let sent = kept?.body;
  let running: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;
  let failures = 0;
  let stopped = false;

  function become(next: AutosaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function schedule(ms: number): void {
    cancelTimer?.();
    cancelTimer = stopped ? undefined : port.after(ms, () => void send());
  }

  async function exchange(): Promise<void> {
    const body = latest;
    become({ kind: 'saving' });
    const at = body === undefined ? ((await port.remove()) ? '' : undefined) : await port.write(body);
    if (at === undefined) {
      failures += 1;
      become({ kind: 'failed' });
      schedule(retryMs[Math.min(failures, retryMs.length) - 1] ?? delayMs);
      return;
    }
    failures = 0;
    sent = body;
    if (latest === body) port.keepHere(undefined);
    if (latest !== body) {
      become({ kind: 'waiting' });
      schedule(delayMs);
      return;
    }
    become(body === undefined ? { kind: 'nothing' } : { kind: 'saved', at });
  }

  function send(): Promise<void> {
    cancelTimer?.();
    cancelTimer = undefined;
    running ??= exchange().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function flush(): Promise<void> {
    if (running) await running;
    if (latest !== sent) await send();
  }

  return {
    note(body) {
      if (JSON.stringify(body) === JSON.stringify(latest)) return;
      latest = body;
      port.keepHere(body);
      if (running) return;
      become({ kind: 'waiting' });
      schedule(body === undefined ? 0 : delayMs);
    },
    flush,
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
