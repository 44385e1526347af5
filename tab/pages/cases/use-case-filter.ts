import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../api/read-hooks.ts';
import type { CaseFilter, CaseKind } from './case-filter.ts';
import { caseFilterParameters, caseKinds, parseCaseFilter } from './case-filter.ts';

interface CaseFilterHandle {
  readonly filter: CaseFilter;
  /** The kinds that the reader sees anything of. */
  readonly kinds: readonly CaseKind[];
  /** Whether counts are of use to the reader: everybody who sees more than their own reports. */
  readonly hasStatistics: boolean;
  /** Changes the address. Any change but of the page itself leads back to the first page. */
  readonly change: (part: Partial<CaseFilter>) => void;
}

export function useCaseFilter(): CaseFilterHandle {
  const [parameters, setParameters] = useSearchParams();
  const me = useMe();
  const kinds = useMemo(() => caseKinds.filter((kind) => me.data?.mayRead.includes(kind) ?? false), [me.data]);
  const roles = me.data?.roles ?? [];
  const onlyStatistics = roles.length > 0 && roles.every(({ role }) => role === 'boardOffice');
  const filter = useMemo(
    () => parseCaseFilter(parameters, kinds[0] ?? 'deviation', onlyStatistics ? 'statistics' : 'list'),
    [parameters, kinds, onlyStatistics],
  );
  const change = useCallback(
    (part: Partial<CaseFilter>) => {
      setParameters(caseFilterParameters({ ...filter, page: 1, ...part }), { replace: part.kind === undefined });
    },
    [filter, setParameters],
  );
  return { filter, kinds, hasStatistics: roles.some(({ role }) => role !== 'employee'), change };
}
