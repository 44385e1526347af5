import type { ReactElement } from 'react';
import { Navigate, useParams } from 'react-router';
import { routes } from '../../../shared/api/links.ts';
import { asApiFailure } from '../../api/api-failure.ts';
import { useMe, useRecord, useUnits } from '../../api/read-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OpenConflicts } from '../../components/sync-problems/open-conflicts.tsx';
import { DeletedRecord } from '../../components/sync-problems/deleted-record.tsx';
import { formatPlanFilter } from '../commitments/plan-filter.ts';
import { thisYear } from '../commitments/use-plan-filter.ts';
import { CommitmentEditor } from './commitment-editor.tsx';

/** A link to a goal leads to its part of the plan, since goals have no page of their own. */
function GoalInPlan({ id }: { readonly id: string }): ReactElement {
  const goal = useRecord('goal', id);
  return (
    <Loaded query={goal} whenNotFound={<DeletedRecord place={{ kind: 'commitment', id }} />}>
      {(found) => {
        const year = Number(found.fields['year'] ?? thisYear());
        const sort = { column: 'goal', descending: false } as const;
        const search = formatPlanFilter({ year, view: 'tree', text: '', mine: false, goalId: id, sort }, thisYear());
        return <Navigate replace to={`${routes.commitments}?${search.toString()}`} />;
      }}
    </Loaded>
  );
}

function CommitmentOf({ id }: { readonly id: string }): ReactElement {
  const me = useMe();
  const units = useUnits();
  const record = useRecord('commitment', id);
  if (record.data === undefined && record.error !== null && asApiFailure(record.error).code === 'notFound') {
    return <GoalInPlan id={id} />;
  }
  return (
    <Loaded query={me}>
      {(person) => (
        <Loaded query={units}>
          {(organisation) => (
            <Loaded query={record} skeletonLines={8}>
              {(commitment) => (
                <>
                  <OpenConflicts record={commitment} />
                  <CommitmentEditor me={person} record={commitment} units={organisation} />
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** The editor of one commitment. */
export function Page(): ReactElement {
  const { id = '' } = useParams();
  return <CommitmentOf id={id} key={id} />;
}
