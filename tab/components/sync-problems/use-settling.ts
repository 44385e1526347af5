import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type {
  RecordConflicts,
  RecordSetAside,
  SettleRequest,
  SettleSetAsideRequest,
} from '../../../shared/api/sync-contract.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useClient } from '../../api/api-context.ts';
import type { ApiFailure } from '../../api/api-failure.ts';
import { queryKeys } from '../../api/read-hooks.ts';

export interface RecordPlace {
  readonly kind: KindName;
  readonly id: string;
}

const pathOf = ({ kind, id }: RecordPlace): string => `records/${kind}/${encodeURIComponent(id)}`;

/** The open conflicts of a record, of a deleted one too, that the reader may settle. */
export function useConflicts(place: RecordPlace, enabled: boolean): UseQueryResult<RecordConflicts> {
  const client = useClient();
  return useQuery<RecordConflicts>({
    queryKey: [...queryKeys.record(place.kind, place.id), 'conflicts'],
    queryFn: ({ signal }) => client.read<RecordConflicts>(`${pathOf(place)}/conflicts`, {}, signal),
    enabled,
  });
}

/** What was set aside of a record that the reader may change. */
export function useRecordSetAside(place: RecordPlace, enabled: boolean): UseQueryResult<RecordSetAside> {
  const client = useClient();
  return useQuery<RecordSetAside>({
    queryKey: [...queryKeys.record(place.kind, place.id), 'setAside'],
    queryFn: ({ signal }) => client.read<RecordSetAside>(`${pathOf(place)}/set-aside`, {}, signal),
    enabled,
  });
}

/** What is settled changes the record, what else shows it, and the administrator's page. */
function useSettling<Request, Answer>(
  kind: KindName | undefined,
  send: (request: Request) => Promise<Answer>,
): UseMutationResult<Answer, ApiFailure, Request> {
  const cache = useQueryClient();
  return useMutation<Answer, ApiFailure, Request>({
    mutationFn: send,
    onSettled: async () => {
      const stale = [['sync'], queryKeys.myPart, kind === undefined ? queryKeys.records : queryKeys.recordsOf(kind)];
      await Promise.all(stale.map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
}

interface ConflictSettling extends SettleRequest {
  readonly conflictId: string;
}

export function useSettleConflict(
  place: RecordPlace,
): UseMutationResult<RecordAnswer | undefined, ApiFailure, ConflictSettling> {
  const client = useClient();
  return useSettling(place.kind, ({ conflictId, ...request }) =>
    client.send('POST', `${pathOf(place)}/conflicts/${encodeURIComponent(conflictId)}/settle`, request),
  );
}

interface SetAsideSettling {
  readonly setAsideId: string;
  readonly request: SettleSetAsideRequest;
}

/** On the page of a record by who may change it; without a record on the administrator's page. */
export function useSettleSetAside(
  place: RecordPlace | undefined,
): UseMutationResult<undefined, ApiFailure, SetAsideSettling> {
  const client = useClient();
  return useSettling(place?.kind, ({ setAsideId, request }) =>
    client.send(
      'POST',
      `${place === undefined ? 'sync' : pathOf(place)}/set-aside/${encodeURIComponent(setAsideId)}/settle`,
      request,
    ),
  );
}
