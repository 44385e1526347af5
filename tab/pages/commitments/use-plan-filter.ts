import { useSearchParams } from 'react-router';
import { formatPlanFilter, parsePlanFilter } from './plan-filter.ts';
import type { PlanFilter } from './plan-filter.ts';

const yearInStockholm = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', year: 'numeric' });

/** The year it is in Stockholm. */
export function thisYear(now: Date = new Date()): number {
  return Number(yearInStockholm.format(now));
}

/** The page's filter, read from and written to its address; going back in history leaves the page, not one letter. */
export function usePlanFilter(): readonly [PlanFilter, (filter: PlanFilter) => void] {
  const [parameters, setParameters] = useSearchParams();
  const year = thisYear();
  return [
    parsePlanFilter(parameters, year),
    (filter) => {
      setParameters(formatPlanFilter(filter, year), { replace: true });
    },
  ];
}
