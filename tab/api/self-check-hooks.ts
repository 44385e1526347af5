import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StoredAnswer } from '../../shared/api/contract.ts';
import type {
  MySelfChecksAnswer,
  SelfCheckCalendarAnswer,
  SelfCheckGapsAnswer,
  SelfCheckPreviewAnswer,
  SelfCheckPreviewRequest,
  SelfCheckReviewRequest,
  SelfCheckStatisticsAnswer,
  SelfCheckSubmitRequest,
} from '../../shared/api/self-check-contract.ts';
import { useClient } from './api-context.ts';
import type { ApiFailure } from './api-failure.ts';
import { queryKeys } from './read-hooks.ts';
import { keepAnswer } from './write-hooks.ts';

/** Under the keys of records, so that a write to a self-check makes them stale. */
const occurrences = queryKeys.recordsOf('selfCheckOccurrence');
const definitions = queryKeys.recordsOf('selfCheckDefinition');

export function useMySelfChecks(): UseQueryResult<MySelfChecksAnswer> {
  const client = useClient();
  return useQuery({
    queryKey: [...occurrences, { mine: true }],
    queryFn: ({ signal }) => client.read<MySelfChecksAnswer>('self-checks/mine', {}, signal),
  });
}

/** All that is due in a year: what there is, and what the schedules have ahead. */
export function useSelfCheckYear(year: number): UseQueryResult<SelfCheckCalendarAnswer> {
  const client = useClient();
  return useQuery({
    queryKey: [...occurrences, { year }],
    queryFn: ({ signal }) => client.read<SelfCheckCalendarAnswer>('self-checks/calendar', { year }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useSelfCheckStatistics(): UseQueryResult<SelfCheckStatisticsAnswer> {
  const client = useClient();
  return useQuery({
    queryKey: [...occurrences, { statistics: true }],
    queryFn: ({ signal }) => client.read<SelfCheckStatisticsAnswer>('self-checks/statistics', {}, signal),
  });
}

export function useSelfCheckGaps(): UseQueryResult<SelfCheckGapsAnswer> {
  const client = useClient();
  return useQuery({
    queryKey: [...definitions, { gaps: true }],
    queryFn: ({ signal }) => client.read<SelfCheckGapsAnswer>('self-checks/gaps', {}, signal),
  });
}

/** The next days of a schedule that is being written; nothing is asked while it is not filled in. */
export function useSchedulePreview(
  schedule: SelfCheckPreviewRequest | undefined,
): UseQueryResult<SelfCheckPreviewAnswer> {
  const client = useClient();
  return useQuery({
    queryKey: ['schedulePreview', schedule],
    queryFn: () => client.send<SelfCheckPreviewAnswer>('POST', 'self-checks/preview', schedule),
    enabled: schedule !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useSubmitSelfCheck(id: string): UseMutationResult<StoredAnswer, ApiFailure, SelfCheckSubmitRequest> {
  return useSelfCheckWrite(id, 'submit');
}

export function useReviewSelfCheck(id: string): UseMutationResult<StoredAnswer, ApiFailure, SelfCheckReviewRequest> {
  return useSelfCheckWrite(id, 'review');
}

function useSelfCheckWrite<Request>(
  id: string,
  act: 'submit' | 'review',
): UseMutationResult<StoredAnswer, ApiFailure, Request> {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation<StoredAnswer, ApiFailure, Request>({
    mutationFn: (request) => client.send('POST', `self-checks/${encodeURIComponent(id)}/${act}`, request),
    onSuccess: (answer) => {
      keepAnswer(cache, answer);
      // What failed has become deviations.
      void cache.invalidateQueries({ queryKey: queryKeys.recordsOf('deviation') });
    },
  });
}
