import type { ReactElement } from 'react';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { RecordConflict } from '../../../shared/api/sync-contract.ts';
import { ConflictView } from '../conflict-view.tsx';
import { FailureNotice } from '../failure-notice.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { OpenSetAside } from './open-set-aside.tsx';
import { useConflicts, useSettleConflict } from './use-settling.ts';

/** What is only about values can be chosen field by field, beside what stands. */
const isOfValues = ({ status, choices }: RecordConflict): boolean => status === undefined && choices.includes('values');

/**
 * What was changed both here and in SharePoint, for whoever may settle it, one at a time: values side by side, a status in
 * a dialog. And what somebody wrote in SharePoint that the rules refused, for whoever may change the record.
 */
export function OpenConflicts({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const conflicts = useConflicts(record, record.view === 'full');
  const settle = useSettleConflict(record);
  const [first] = conflicts.data ?? [];
  return (
    <>
      {settle.error === null ? null : <FailureNotice failure={settle.error} urgent />}
      {first === undefined ? null : isOfValues(first) ? (
        <ConflictView
          busy={settle.isPending}
          current={record}
          key={first.conflictId}
          mine={first.ours}
          onResolve={(fields) => {
            const { conflictId } = first;
            const chosen =
              Object.keys(fields).length === 0
                ? ({ choice: 'sharePoint' } as const)
                : ({ choice: 'values', fields } as const);
            settle.mutate({ conflictId, baseRevision: record.revision, ...chosen });
          }}
        />
      ) : (
        <ConflictNotice conflict={first} key={first.conflictId} place={record} />
      )}
      <OpenSetAside record={record} />
    </>
  );
}
