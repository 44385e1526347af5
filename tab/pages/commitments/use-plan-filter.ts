import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatPlanFilter, parsePlanFilter } from './plan-filter.ts';
import type { PlanFilter } from './plan-filter.ts';

const yearInStockholm = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', year: 'numeric' });

/** The year it is in Stockholm. */
export function thisYear(now: Date = new Date()): number {
  return Number(yearInStockholm.format(now));
}

/**
 * The page's filter, kept in its address; going back in history leaves the page, not one letter. The router takes a new
 * address in as a transition, too late for a field that somebody is typing in: what is shown is ours, and an address is
 * read only when it is none of those that we have written and not seen come back yet.
 */
export function usePlanFilter(): readonly [PlanFilter, (filter: PlanFilter) => void] {
  const [parameters, setParameters] = useSearchParams();
  const address = parameters.toString();
  const [filter, setFilter] = useState(() => parsePlanFilter(parameters, thisYear()));
  const seen = useRef(address);
  const onTheirWay = useRef<readonly string[]>([]);

  useEffect(() => {
    if (address === seen.current) return;
    seen.current = address;
    const place = onTheirWay.current.lastIndexOf(address);
    if (place === -1) setFilter(parsePlanFilter(new URLSearchParams(address), thisYear()));
    onTheirWay.current = onTheirWay.current.slice(place + 1);
  }, [address]);

  function change(next: PlanFilter): void {
    const written = formatPlanFilter(next, thisYear());
    onTheirWay.current = [...onTheirWay.current, written.toString()];
    setFilter(next);
    setParameters(written, { replace: true });
  }

  return [filter, change];
}
