import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { FailureNotice } from './failure-notice.tsx';
import { Skeleton } from './skeleton.tsx';

interface LoadedProps<Answer> {
  readonly query: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch'>;
  readonly children: (answer: Answer) => ReactNode;
  readonly skeletonLines?: number;
}

/** The three faces of something read: on its way, failed (with retry), here. Older data stays on show when a refresh fails. */
export function Loaded<Answer>({ query, children, skeletonLines }: LoadedProps<Answer>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <FailureNotice failure={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(skeletonLines === undefined ? {} : { lines: skeletonLines })} />;
}
