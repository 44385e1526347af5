import type { ReactElement } from 'react';
import { ApiFailure, asApiFailure } from '../../api/api-failure.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { Skeleton } from '../skeleton.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { useConflicts } from './use-settling.ts';
import type { RecordPlace } from './use-settling.ts';

/** Where a record is not found: for who may decide about it, that it was deleted in SharePoint with a change unsent. */
export function DeletedRecord({ place }: { readonly place: RecordPlace }): ReactElement {
  const conflicts = useConflicts(place, true);
  const [first] = conflicts.data ?? [];
  if (first !== undefined) return <ConflictNotice conflict={first} place={place} />;
  if (conflicts.isPending) return <Skeleton />;
  const failure = conflicts.error === null ? new ApiFailure({ code: 'notFound' }) : asApiFailure(conflicts.error);
  return <FailureNotice failure={failure} />;
}
