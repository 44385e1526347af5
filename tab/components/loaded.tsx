import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { asApiFailure } from '../api/api-failure.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Skeleton } from './skeleton.tsx';

interface LoadedProps<Answer> {
  readonly query: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch'>;
  readonly children: (answer: Answer) => ReactNode;
  readonly skeletonLines?: number;
  /** Stands in for the failure when there is no such thing. */
  readonly whenNotFound?: ReactNode;
}

/** The three faces of something read: on its way, failed (with retry), here. Older data stays on show when a refresh fails. */
export function Loaded<Answer>(props: LoadedProps<Answer>): ReactElement {
  const { query, children, skeletonLines, whenNotFound } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (whenNotFound !== undefined && query.error !== null && asApiFailure(query.error).code === 'notFound')
    return <>{whenNotFound}</>;
  if (query.error !== null) return <FailureNotice failure={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(skeletonLines === undefined ? {} : { lines: skeletonLines })} />;
}
