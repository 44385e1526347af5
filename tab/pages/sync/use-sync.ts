import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RebuildState, SyncAnswer, UnsendableExport, UnsendableItem } from '../../../shared/api/sync-contract.ts';
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

export function useSettleSetAside(): UseMutationResult<undefined, ApiFailure, string> {
  const client = useClient();
  return useSyncAction((id) => client.send('POST', `sync/set-aside/${encodeURIComponent(id)}/settle`));
}

export function useRebuild(): UseMutationResult<RebuildState, ApiFailure, void> {
  const client = useClient();
  return useSyncAction(() => client.send<RebuildState>('POST', 'sync/rebuild'));
}

/** Gives what cannot be sent to the person as a file. */
export function useExportUnsendable(): UseMutationResult<void, ApiFailure, void> {
  const client = useClient();
  return useSyncAction(async () => {
    const content = await client.read<UnsendableExport>('sync/unsendable');
    const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: 'kan-inte-skickas.json' });
    link.click();
    URL.revokeObjectURL(address);
  });
}
