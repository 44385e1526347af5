import type { QueryClient, UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ChangeRequest,
  CommentAnswerRequest,
  CommentRequest,
  CreateRequest,
  IntakeReadAnswer,
  RecordAnswer,
  StepRequest,
  StoredAnswer,
} from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { useClient } from './api-context.ts';
import type { ApiFailure } from './api-failure.ts';
import { queryKeys } from './read-hooks.ts';

/** The record as the service answered it goes straight into the cache; what counts or lists records is fetched anew. */
export function keepAnswer(cache: QueryClient, answer: RecordAnswer): void {
  cache.setQueryData(queryKeys.record(answer.kind, answer.id), answer);
  void cache.invalidateQueries({ queryKey: queryKeys.history(answer.kind, answer.id) });
  void cache.invalidateQueries({
    queryKey: queryKeys.recordsOf(answer.kind),
    predicate: ({ queryKey }) => typeof queryKey[2] !== 'string',
  });
  for (const queryKey of [queryKeys.myPart, queryKeys.goalChain, queryKeys.statistics]) {
    void cache.invalidateQueries({ queryKey });
  }
}

function useWrite<Request, Answer extends RecordAnswer>(
  send: (request: Request) => Promise<Answer>,
): UseMutationResult<Answer, ApiFailure, Request> {
  const cache = useQueryClient();
  return useMutation<Answer, ApiFailure, Request>({
    mutationFn: send,
    onSuccess: (answer) => {
      keepAnswer(cache, answer);
    },
  });
}

const recordPath = (kind: KindName, id: string): string => `records/${kind}/${encodeURIComponent(id)}`;

/** Creates a record. The id is the caller's, so that a repeated call stores one. */
export function useCreateRecord(kind: KindName): UseMutationResult<StoredAnswer, ApiFailure, CreateRequest> {
  const client = useClient();
  return useWrite((request) => client.send<StoredAnswer>('POST', `records/${kind}`, request));
}

/** Changes fields. Rejects with `changedBySomebodyElse` and `current` when `baseRevision` is no longer the newest. */
export function useChangeRecord(
  kind: KindName,
  id: string,
): UseMutationResult<StoredAnswer, ApiFailure, ChangeRequest> {
  const client = useClient();
  return useWrite((request) => client.send<StoredAnswer>('PATCH', recordPath(kind, id), request));
}

export function useTakeStep(kind: KindName, id: string): UseMutationResult<StoredAnswer, ApiFailure, StepRequest> {
  const client = useClient();
  return useWrite((request) => client.send<StoredAnswer>('POST', `${recordPath(kind, id)}/steps`, request));
}

export function useComment(kind: KindName, id: string): UseMutationResult<StoredAnswer, ApiFailure, CommentRequest> {
  const client = useClient();
  return useWrite((request) => client.send<StoredAnswer>('POST', `${recordPath(kind, id)}/comments`, request));
}

export function useAnswerComment(
  kind: KindName,
  id: string,
): UseMutationResult<RecordAnswer, ApiFailure, CommentAnswerRequest & { readonly commentId: string }> {
  const client = useClient();
  return useWrite(({ commentId, outcome }) =>
    client.send<RecordAnswer>('POST', `${recordPath(kind, id)}/comments/${encodeURIComponent(commentId)}/answer`, {
      outcome,
    }),
  );
}

/** Reads a sentence without storing anything. */
export function useReadSentence(): UseMutationResult<IntakeReadAnswer, ApiFailure, string> {
  const client = useClient();
  return useMutation<IntakeReadAnswer, ApiFailure, string>({
    mutationFn: async (text) => client.send<IntakeReadAnswer>('POST', 'intake/read', { text }),
  });
}
