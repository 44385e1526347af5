import type { QueryClient, UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DiagramAnswer,
  ExportAnswer,
  ExportFormat,
  ImportProcessAnswer,
  ImportProcessRequest,
  ProcessAnswer,
  ProcessDifferencesAnswer,
  ProcessMapAnswer,
  ProcessVersionsAnswer,
  RestoreProcessRequest,
  SaveProcessAnswer,
  SaveProcessRequest,
} from '../../shared/api/process-contract.ts';
import { useClient } from './api-context.ts';
import type { ApiFailure } from './api-failure.ts';
import { queryKeys } from './read-hooks.ts';
import { keepAnswer } from './write-hooks.ts';

/** Under the keys of records, so that a write to a process or an activity makes them stale. */
const keys = {
  map: [...queryKeys.recordsOf('process'), { map: true }],
  process: (id: string) => [...queryKeys.recordsOf('process'), { whole: id }],
  diagram: (id: string) => [...queryKeys.recordsOf('process'), { diagram: id }],
  versions: (id: string) => [...queryKeys.recordsOf('process'), { versions: id }],
  differences: (id: string, from: number, to: number) => ['process-differences', id, from, to],
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
    queryFn: ({ signal }) => client.read<ProcessAnswer>(pathOf(id), {}, signal),
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
    queryFn: ({ signal }) => client.read<ProcessVersionsAnswer>(`${pathOf(id)}/versions`, {}, signal),
  });
}

/** Saves process, activities and file as one. What becomes of it is in the answer; it rejects where nothing was read. */
export function useSaveProcess(id: string): UseMutationResult<SaveProcessAnswer, ApiFailure, SaveProcessRequest> {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation<SaveProcessAnswer, ApiFailure, SaveProcessRequest>({
    mutationFn: (request) => client.send<SaveProcessAnswer>('PUT', pathOf(id), request),
    onSuccess: (answer) => {
      if (answer.kind !== 'conflict') keepProcess(cache, answer.process);
    },
  });
}

/** Differences by activity between two versions, which never change. */
export function useDifferences(id: string, from: number, to: number): UseQueryResult<ProcessDifferencesAnswer> {
  const client = useClient();
  return useQuery<ProcessDifferencesAnswer>({
    queryKey: keys.differences(id, from, to),
    queryFn: ({ signal }) => client.read<ProcessDifferencesAnswer>(`${pathOf(id)}/differences`, { from, to }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Makes a new version with the content of an old one. */
export function useRestoreProcess(id: string): UseMutationResult<SaveProcessAnswer, ApiFailure, RestoreProcessRequest> {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation<SaveProcessAnswer, ApiFailure, RestoreProcessRequest>({
    mutationFn: (request) => client.send<SaveProcessAnswer>('POST', `${pathOf(id)}/restore`, request),
    onSuccess: (answer) => {
      if (answer.kind !== 'conflict') keepProcess(cache, answer.process);
    },
  });
}

/** Reads a BPMN file and finds its activities among those of the process; stores nothing. */
export function useReadImport(id: string): UseMutationResult<ImportProcessAnswer, ApiFailure, ImportProcessRequest> {
  const client = useClient();
  return useMutation<ImportProcessAnswer, ApiFailure, ImportProcessRequest>({
    mutationFn: (request) => client.send<ImportProcessAnswer>('POST', `${pathOf(id)}/import`, request),
  });
}

/** The process as a file. */
export function useExportProcess(id: string): UseMutationResult<ExportAnswer, ApiFailure, ExportFormat> {
  const client = useClient();
  return useMutation<ExportAnswer, ApiFailure, ExportFormat>({
    mutationFn: (format) => client.read<ExportAnswer>(`${pathOf(id)}/export`, { format }),
  });
}

/** After something changed that belongs to the process but is no part of what was answered, such as a comment. */
export function useRefreshProcess(id: string): () => void {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: keys.process(id) });
}

const pathOf = (id: string): string => `processes/${encodeURIComponent(id)}`;

function keepProcess(cache: QueryClient, answer: ProcessAnswer): void {
  keepAnswer(cache, answer.process);
  cache.setQueryData(keys.process(answer.process.id), answer);
}
