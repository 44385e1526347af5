import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type {
  DiagramAnswer,
  ProcessAnswer,
  ProcessMapAnswer,
  ProcessVersionsAnswer,
} from '../../shared/api/process-contract.ts';
import { useClient } from './api-context.ts';
import { queryKeys } from './read-hooks.ts';

/** Under the keys of records, so that a write to a process or an activity makes them stale. */
const keys = {
  map: [...queryKeys.recordsOf('process'), { map: true }],
  process: (id: string) => [...queryKeys.recordsOf('process'), { whole: id }],
  diagram: (id: string) => [...queryKeys.recordsOf('process'), { diagram: id }],
  versions: (id: string) => [...queryKeys.recordsOf('process'), { versions: id }],
} as const;

/** Every process that the person may see, with what points at it. */
export function useProcessMap(): UseQueryResult<ProcessMapAnswer> {
  const client = useClient();
  return useQuery<ProcessMapAnswer>({
    queryKey: keys.map,
    queryFn: ({ signal }) => client.read<ProcessMapAnswer>('process-map', {}, signal),
  });
}

/** A process with its activities and its chain. */
export function useProcess(id: string): UseQueryResult<ProcessAnswer> {
  const client = useClient();
  return useQuery<ProcessAnswer>({
    queryKey: keys.process(id),
    queryFn: ({ signal }) => client.read<ProcessAnswer>(`processes/${encodeURIComponent(id)}`, {}, signal),
  });
}

/** The BPMN file of the latest version, everything in it placed. */
export function useDiagram(id: string): UseQueryResult<DiagramAnswer> {
  const client = useClient();
  return useQuery<DiagramAnswer>({
    queryKey: keys.diagram(id),
    queryFn: ({ signal }) => client.read<DiagramAnswer>(`processes/${encodeURIComponent(id)}/diagram`, {}, signal),
  });
}

/** Newest first. */
export function useProcessVersions(id: string): UseQueryResult<ProcessVersionsAnswer> {
  const client = useClient();
  return useQuery<ProcessVersionsAnswer>({
    queryKey: keys.versions(id),
    queryFn: ({ signal }) =>
      client.read<ProcessVersionsAnswer>(`processes/${encodeURIComponent(id)}/versions`, {}, signal),
  });
}
