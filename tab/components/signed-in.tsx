import type { ReactElement, ReactNode } from 'react';
import { useEffect } from 'react';
import { useSession } from '../api/api-context.ts';
import { asApiFailure } from '../api/api-failure.ts';
import { useDemoPersons, useMe } from '../api/read-hooks.ts';
import { firstDemoPerson } from '../api/session.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Skeleton } from './skeleton.tsx';

/**
 * Shows the page once somebody is signed in. A first visitor in local mode becomes a demo person by herself; a remembered
 * person who no longer exists is replaced the same way. With a tenant there are no demo persons, and the failure is told.
 */
export function SignedIn({ children }: { readonly children: ReactNode }): ReactElement {
  const session = useSession();
  const me = useMe();
  const refused = me.error !== null && asApiFailure(me.error).code === 'notSignedIn';
  const persons = useDemoPersons(refused);
  const first = persons.data === undefined ? undefined : firstDemoPerson(persons.data);

  useEffect(() => {
    if (!refused || first === undefined || first.person.id === session.demoPersonId()) return;
    session.choose(first.person.id);
  }, [refused, first, session]);

  // Somebody remembered is most likely still right: the page reads its data beside `me`, not after it.
  if (me.data !== undefined || (me.error === null && session.demoPersonId() !== undefined)) return <>{children}</>;
  if (me.error === null || (refused && persons.error === null)) return <Skeleton />;
  return <FailureNotice failure={me.error} onRetry={() => void me.refetch()} />;
}
