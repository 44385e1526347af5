import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import type { ProcessAnswer } from '../../../../shared/api/process-contract.ts';
import { useProcess } from '../../../api/process-hooks.ts';
import { useMe } from '../../../api/read-hooks.ts';
import { useAutosave } from '../../../api/use-autosave.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { ProcessEditor } from './process-editor.tsx';

/** A process being edited. Opens with what is stored; what others store later comes with the next save. */
export function Page(): ReactElement {
  const { id = '' } = useParams();
  const me = useMe();
  const process = useProcess(id);
  return (
    <Loaded query={me} skeletonLines={8}>
      {({ person }) => (
        <Loaded query={process} skeletonLines={8}>
          {(answer) => <DraftedEditor answer={answer} key={`${id} ${person.id}`} personId={person.id} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface DraftedEditorProps {
  readonly answer: ProcessAnswer;
  readonly personId: string;
}

/** Waits for the draft of an earlier visit, so that nothing written there is overwritten. */
function DraftedEditor({ answer, personId }: DraftedEditorProps): ReactElement {
  const { autosave, found, state } = useAutosave(personId, `process.${answer.process.id}`);
  if (autosave === undefined) return <Skeleton lines={8} />;
  return <ProcessEditor answer={answer} autosave={autosave} draftState={state} found={found} personId={personId} />;
}
