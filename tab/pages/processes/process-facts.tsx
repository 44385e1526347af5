import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessEntry } from './process-entry.ts';

/** What to know about a process before opening it; nothing where all is well. */
export function ProcessFacts({ entry }: { readonly entry: ProcessEntry }): ReactElement {
  const { t } = useTranslation('processes');
  const { activityCount, missingRoutines, openDeviations = 0, overdueSelfChecks = 0 } = entry;
  const facts = [
    t('activities', { count: activityCount }),
    missingRoutines > 0 ? t('missing', { count: missingRoutines }) : undefined,
    openDeviations > 0 ? t('deviations', { count: openDeviations }) : undefined,
    overdueSelfChecks > 0 ? t('checks', { count: overdueSelfChecks }) : undefined,
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}
