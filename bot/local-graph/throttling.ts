/** SharePoint's budget of resource units a minute (`graph.md` 5.1). */
import { GraphFailure } from './errors.ts';

/** What a request costs, before it is known whether it succeeds. */
export function costOf(method: string, path: string, search: URLSearchParams): number {
  const expand = search.get('$expand') ?? search.get('expand') ?? '';
  if (/\/permissions(\/|$)/i.test(path) || /\bpermissions\b/i.test(expand)) return 5;
  if (method !== 'GET') return 2;
  if (/\/delta(\(.*\))?$/i.test(path)) {
    const hasToken = ['token', '$token', '$skiptoken'].some((name) => search.has(name)) || /delta\(token=/i.test(path);
    return hasToken ? 1 : 2;
  }
  return /\/(sites|users|lists|columns|items|versions)$/i.test(path) ? 2 : 1;
}

export interface Throttle {
  /**
   * Takes from the budget of the running minute; a refused request counts too.
   * @returns headers for the answer, present from 80 % of the budget
   * @throws GraphFailure 429 with Retry-After
   */
  charge(cost: number): Readonly<Record<string, string>>;
}

const windowMs = 60_000;

/** @param budget resource units a minute, or undefined for no limit; asked at every request */
export function createThrottle(now: () => Date, budget: () => number | undefined): Throttle {
  let windowStart = 0;
  let used = 0;
  return {
    charge(cost) {
      const limit = budget();
      if (limit === undefined) return {};
      const time = now().getTime();
      if (time - windowStart >= windowMs || time < windowStart) {
        windowStart = time;
        used = 0;
      }
      used += cost;
      const reset = Math.max(1, Math.ceil((windowStart + windowMs - time) / 1000));
      const headers = {
        'RateLimit-Limit': String(limit),
        'RateLimit-Remaining': String(Math.max(0, limit - used)),
        'RateLimit-Reset': String(reset),
      };
      if (used > limit) throw throttled(reset, headers);
      return used >= limit * 0.8 ? headers : {};
    },
  };
}

/** @param retryAfterSeconds undefined: the header is missing, as it sometimes is (onedrive-api-docs#1307) */
export function throttled(
  retryAfterSeconds: number | undefined,
  headers: Readonly<Record<string, string>> = {},
): GraphFailure {
  return new GraphFailure(429, 'activityLimitReached', 'The request has been throttled', {
    innerCode: 'throttledRequest',
    headers: retryAfterSeconds === undefined ? headers : { ...headers, 'Retry-After': String(retryAfterSeconds) },
  });
}
