import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { RecordConflicts, SettleRequest } from '../../shared/api/sync-contract.ts';
import { useClient } from '../api/api-context.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { queryKeys } from '../api/read-hooks.ts';
import { keepAnswer } from '../api/write-hooks.ts';
import { ConflictView } from './conflict-view.tsx';
import { FailureNotice } from './failure-notice.tsx';

interface Settling extends SettleRequest {
  readonly conflictId: string;
}

/** What was changed both here and in SharePoint, for whoever may change the record: side by side, one at a time. */
export function OpenConflicts({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const client = useClient();
  const cache = useQueryClient();
  const path = `records/${record.kind}/${encodeURIComponent(record.id)}/conflicts`;
  const queryKey = [...queryKeys.record(record.kind, record.id), 'conflicts'];
  const conflicts = useQuery<RecordConflicts>({
    queryKey,
    queryFn: ({ signal }) => client.read<RecordConflicts>(path, {}, signal),
    enabled: record.allowed.edit,
  });
  const settle = useMutation<RecordAnswer, ApiFailure, Settling>({
    mutationFn: ({ conflictId, ...request }) =>
      client.send<RecordAnswer>('POST', `${path}/${encodeURIComponent(conflictId)}/settle`, request),
    onSuccess: (answer) => {
      keepAnswer(cache, answer);
      void cache.invalidateQueries({ queryKey });
    },
  });
  const [first] = conflicts.data ?? [];
  if (first === undefined) return null;
  const { conflictId, ours } = first;
  return (
    <>
      {settle.error === null ? null : <FailureNotice failure={settle.error} urgent />}
      <ConflictView
        busy={settle.isPending}
        current={record}
        key={conflictId}
        mine={ours}
        onResolve={(fields) => settle.mutate({ conflictId, baseRevision: record.revision, fields })}
      />
    </>
  );
}
