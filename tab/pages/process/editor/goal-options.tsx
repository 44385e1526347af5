import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import { useEditing } from './editing-context.ts';
import { useRowNames } from './use-row-names.ts';

interface GoalOptionsProps {
  /** The step that the way comes from. */
  readonly from: string;
}

/** Every step that a way can lead to. A long list with many ways is quick only where those not being chosen lack these. */
export function GoalOptions({ from }: GoalOptionsProps): ReactElement {
  const { store } = useEditing();
  const { model } = useSyncExternalStore(store.subscribe, store.state);
  const names = useRowNames(model);
  return (
    <>
      {model.steps
        .filter(({ id, kind }) => kind !== 'start' && id !== from)
        .map(({ id }) => (
          <option key={id} value={id}>
            {`→ ${names.get(id) ?? ''}`}
          </option>
        ))}
    </>
  );
}
