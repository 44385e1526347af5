import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

export interface RetryOptions {
  /** How many times a read is sent again. */
  readonly retries: number;
  /** Also waits when throttled. Only for work beside which nothing else runs: the sync engine paces all of its own. */
  readonly waitWhenThrottled: boolean;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
}

const longestWaitMs = 30_000;

/**
 * Sends reads again after a lost or failed answer. Writes never: the official handler repeats a POST after 503 and 504
 * and so doubles items (`graph.md` 5.3); the sync engine repeats writes by recipe 7.
 */
export class ReadRetryHandler implements Middleware {
  readonly #options: RetryOptions;
  #next: Middleware | undefined;

  constructor(options: RetryOptions) {
    this.#options = options;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const isRead = (context.options?.method ?? 'GET').toUpperCase() === 'GET';
    for (let attempt = 0; ; attempt += 1) {
      const mayRepeat = isRead && attempt < this.#options.retries;
      const failure = await this.#attempt(context);
      if (!mayRepeat || !this.#isWorthRepeating(failure, context.response)) {
        if (failure !== undefined) throw failure.cause;
        return;
      }
      const asked = failure === undefined ? retryAfterMs(context.response?.headers) : undefined;
      await this.#options.sleep(Math.min(asked ?? this.#backOffMs(attempt), longestWaitMs));
    }
  }

  async #attempt(context: Context): Promise<{ readonly cause: unknown } | undefined> {
    try {
      delete context.response;
      await this.#next?.execute(context);
      return undefined;
    } catch (cause) {
      return { cause };
    }
  }

  #isWorthRepeating(failure: unknown, response: Response | undefined): boolean {
    if (failure !== undefined || response === undefined) return true;
    const isThrottled = response.status === 429 || (response.status === 503 && response.headers.has('retry-after'));
    return isThrottled ? this.#options.waitWhenThrottled : response.status >= 500 && response.status !== 507;
  }

  #backOffMs(attempt: number): number {
    return 300 * 2 ** attempt * (0.5 + this.#options.random());
  }
}

/** `Retry-After` in milliseconds: seconds, decimal seconds or a date (`graph.md` 5.1). */
export function retryAfterMs(headers: Headers | undefined, now: () => number = Date.now): number | undefined {
  const text = headers?.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}
