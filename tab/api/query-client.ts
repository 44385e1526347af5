import { QueryClient } from '@tanstack/react-query';
import { asApiFailure } from './api-failure.ts';

const staleAfterMs = 15_000;

/**
 * The cache. `networkMode: 'always'`: the browser's own idea of being offline is wrong behind proxies and on 127.0.0.1,
 * and a paused call looks like one that never ends. A failed read is tried once more when a later try may succeed;
 * writes are tried again by the person, who sees that nothing was lost.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: staleAfterMs,
        retry: (count, failure) => count < 1 && asApiFailure(failure).retryable,
        retryDelay: 800,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
