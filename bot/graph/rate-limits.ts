/** What SharePoint tells of an app's budget, in answers from 80 % of it on (`graph.md` 5.1; preview, best effort). */
export interface RateLimits {
  /** Resource units a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the next minute of the budget begins. */
  readonly resetMs: number;
}

/** The `RateLimit-*` headers; undefined when they are missing or make no sense. */
export function readRateLimits(headers: Headers): RateLimits | undefined {
  const [limit, remaining, seconds] = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => {
    const text = headers.get(name)?.trim();
    return text === undefined || text === '' ? Number.NaN : Number(text);
  });
  if (limit === undefined || remaining === undefined || seconds === undefined) return undefined;
  const isSound = limit > 0 && remaining >= 0 && seconds >= 0 && Number.isFinite(limit + remaining + seconds);
  return isSound ? { limit, remaining, resetMs: seconds * 1000 } : undefined;
}
