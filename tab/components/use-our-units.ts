import { useMemo } from 'react';
import { useMe } from '../api/read-hooks.ts';

/** The units that the person works in or leads: what "us" and "ours" mean on a page. */
export function useOurUnits(): readonly string[] {
  const me = useMe();
  return useMemo(
    () => [...new Set((me.data?.roles ?? []).flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId])))],
    [me.data],
  );
}
