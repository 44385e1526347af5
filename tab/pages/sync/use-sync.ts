import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProblemsFile, RebuildState, SyncAnswer, UnsendableItem } from '../../../shared/api/sync-contract.ts';
import { useClient } from '../../api/api-context.ts';
import type { ApiFailure } from '../../api/api-failure.ts';

const syncKey = ['sync'] as const;
/** The state changes by itself; a page left open follows it. */
const refreshMs = 10_000;
/** Whoever asked for a rebuild looks on. */
const workingMs = 2_000;

export function useSync(): UseQueryResult<SyncAnswer> {
  const client = useClient();
  return useQuery<SyncAnswer>({
    queryKey: syncKey,
    queryFn: ({ signal }) => client.read<SyncAnswer>('sync', {}, signal),
    refetchInterval: ({ state }) => ((state.data?.rebuild.left ?? 0) > 0 ? workingMs : refreshMs),
  });
}

function useSyncAction<Request, Answer>(
  send: (request: Request) => Promise<Answer>,
): UseMutationResult<Answer, ApiFailure, Request> {
  const cache = useQueryClient();
  return useMutation<Answer, ApiFailure, Request>({
    mutationFn: send,
    onSettled: () => cache.invalidateQueries({ queryKey: syncKey }),
  });
}

export function useRetry(): UseMutationResult<undefined, ApiFailure, Pick<UnsendableItem, 'kind' | 'id'>> {
  const client = useClient();
  return useSyncAction(({ kind, id }) =>
    client.send('POST', `sync/unsendable/${kind}/${encodeURIComponent(id)}/retry`),
  );
}

export function useRebuild(): UseMutationResult<RebuildState, ApiFailure, void> {
  const client = useClient();
  return useSyncAction(() => client.send<RebuildState>('POST', 'sync/rebuild'));
}

/** Gives every problem to the person as a file for a spreadsheet. */
export function useProblemsFile(): UseMutationResult<void, ApiFailure, void> {
  const client = useClient();
  return useSyncAction(async () => {
    offerFile(await client.read<ProblemsFile>('sync/problems-file'), 'text/csv;charset=utf-8');
  });
}

/** Gives a drawing that was set aside to the person as a file, to be looked at or imported. */
export function useSetAsideFile(): UseMutationResult<void, ApiFailure, string> {
  const client = useClient();
  return useSyncAction(async (setAsideId) => {
    const path = `sync/set-aside/${encodeURIComponent(setAsideId)}/file`;
    offerFile(await client.read<ProblemsFile>(path), 'application/xml');
  });
}

function offerFile({ name, text }: ProblemsFile, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The download has begun when the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
