import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  DemoPerson,
  GoalChainAnswer,
  HistoryAnswer,
  MeAnswer,
  MyPartAnswer,
  PersonsAnswer,
  RecordAnswer,
  RecordPage,
  RecordQuery,
  StatisticsAnswer,
  UnitAnswer,
} from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { useClient } from './api-context.ts';
import type { ApiClient, QueryValue } from './client.ts';

/** Keys of the cache. A write to a record makes everything under `records`, `myPart` and `goalChain` stale. */
export const queryKeys = {
  me: ['me'],
  myPart: ['myPart'],
  units: ['units'],
  persons: ['persons'],
  demoPersons: ['demoPersons'],
  goalChain: ['goalChain'],
  records: ['records'],
  recordsOf: (kind: KindName) => ['records', kind],
  record: (kind: KindName, id: string) => ['records', kind, id],
  history: (kind: KindName, id: string) => ['records', kind, id, 'history'],
  statistics: ['statistics'],
} as const;

const rarelyChangedMs = 10 * 60_000;

function useRead<Answer>(
  queryKey: readonly unknown[],
  path: string,
  query: Readonly<Record<string, QueryValue>> = {},
  options: { readonly staleTime?: number; readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<Answer> {
  const client = useClient();
  return useQuery<Answer>({
    queryKey: [...queryKey, ...(Object.keys(query).length > 0 ? [query] : [])],
    queryFn: async ({ signal }) => client.read<Answer>(path, query, signal),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Asks at once for what the first page will ask for anyway, while its code is still being read. A failure is told by
 * the page's own question.
 */
export function readAhead(queries: QueryClient, client: ApiClient, opensMyPart: boolean): void {
  const ask = (queryKey: readonly unknown[], path: string) => {
    queries.query({ queryKey, queryFn: ({ signal }) => client.read(path, {}, signal) }).catch(() => undefined);
  };
  ask(queryKeys.me, 'me');
  ask(queryKeys.units, 'units');
  if (opensMyPart) ask(queryKeys.myPart, 'my-part');
}

export function useMe(): UseQueryResult<MeAnswer> {
  return useRead(queryKeys.me, 'me', {}, { staleTime: rarelyChangedMs });
}

/** Local mode's persons. Fails with `notFound` as soon as a tenant is configured. */
export function useDemoPersons(enabled: boolean): UseQueryResult<readonly DemoPerson[]> {
  return useRead(queryKeys.demoPersons, 'demo-persons', {}, { staleTime: rarelyChangedMs, enabled });
}

export function useMyPart(): UseQueryResult<MyPartAnswer> {
  return useRead(queryKeys.myPart, 'my-part');
}

/** The organisation, parents before children. */
export function useUnits(): UseQueryResult<readonly UnitAnswer[]> {
  return useRead(queryKeys.units, 'units', {}, { staleTime: rarelyChangedMs });
}

/** Persons that a person field may name. */
export function usePersons(enabled = true): UseQueryResult<PersonsAnswer> {
  return useRead(queryKeys.persons, 'persons', {}, { staleTime: rarelyChangedMs, enabled });
}

/** One page of records; the page before stays on show while the next one comes. */
export function useRecords(kind: KindName, query: RecordQuery, enabled = true): UseQueryResult<RecordPage> {
  const { where = {}, ...plain } = query;
  const flat = Object.fromEntries(Object.entries(where).map(([field, value]) => [`where.${field}`, value]));
  return useRead(queryKeys.recordsOf(kind), `records/${kind}`, { ...plain, ...flat }, { keepPrevious: true, enabled });
}

export function useRecord(kind: KindName, id: string, enabled = true): UseQueryResult<RecordAnswer> {
  return useRead(queryKeys.record(kind, id), `records/${kind}/${encodeURIComponent(id)}`, {}, { enabled });
}

/** Newest first. */
export function useHistory(kind: KindName, id: string, enabled = true): UseQueryResult<HistoryAnswer> {
  return useRead(queryKeys.history(kind, id), `records/${kind}/${encodeURIComponent(id)}/history`, {}, { enabled });
}

export function useGoalChain(year: number): UseQueryResult<GoalChainAnswer> {
  return useRead(queryKeys.goalChain, 'goal-chain', { year }, { keepPrevious: true });
}

export interface StatisticsQuery {
  readonly by: 'category' | 'topic' | 'status' | 'unit' | 'severity';
  readonly from?: string;
  readonly to?: string;
}

export function useStatistics(
  kind: KindName,
  query: StatisticsQuery,
  enabled = true,
): UseQueryResult<StatisticsAnswer> {
  return useRead(
    [...queryKeys.statistics, kind],
    `statistics/${kind}`,
    { ...query },
    {
      keepPrevious: true,
      enabled,
    },
  );
}
