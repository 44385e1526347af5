import { useMemo } from 'react';
import { useUnits } from './read-hooks.ts';

/** A function from a unit's id to its name; undefined while the organisation is on its way or the unit is unknown. */
export function useUnitName(): (id: string) => string | undefined {
  const units = useUnits();
  return useMemo(() => {
    const names = new Map(units.data?.map((unit) => [unit.id, unit.name]));
    return (id) => names.get(id);
  }, [units.data]);
}
