import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settleConflicts } from '../../../../shared/process/settle-conflicts.ts';
import type { ConflictSide } from '../../../../shared/process/settle-conflicts.ts';
import type { MergeConflict } from '../../../../shared/process/merge-models.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { asApiFailure } from '../../../api/api-failure.ts';
import { useSaveProcess } from '../../../api/process-hooks.ts';
import { useAnnounce } from '../../../components/announcement.tsx';
import type { ProcessEditorStore } from './process-editor-store.ts';
import { saveProcess } from './save-process.ts';
import type { SaveConflict } from './save-process.ts';

export interface Saving {
  readonly busy: boolean;
  readonly failure: ApiFailure | undefined;
  readonly conflict: SaveConflict | undefined;
  /** Resolves with whether all is saved. */
  readonly save: () => Promise<boolean>;
  /** Saves with what a person chose of each conflict. */
  readonly settle: (choose: (conflict: MergeConflict) => ConflictSide) => Promise<boolean>;
  /** Goes on writing; the next save meets the conflict again. */
  readonly putOff: () => void;
}

/** One save at a time; `baseRevision` is that of the process's own fields. */
export function useSaving(store: ProcessEditorStore, processId: string, baseRevision: number): Saving {
  const { t } = useTranslation('processEditor');
  const announce = useAnnounce();
  const { mutateAsync } = useSaveProcess(processId);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const [conflict, setConflict] = useState<SaveConflict>();

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await saveProcess(store, mutateAsync, baseRevision);
      setConflict(outcome.kind === 'conflict' ? outcome.conflict : undefined);
      if (outcome.kind === 'conflict') return false;
      announce(t(`said.${outcome.kind}`, { version: outcome.version }));
      return !store.state().isChanged;
    } catch (thrown) {
      setFailure(asApiFailure(thrown));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [store, mutateAsync, baseRevision, announce, t]);

  return {
    busy,
    failure,
    conflict,
    save,
    putOff: () => setConflict(undefined),
    settle: async (choose) => {
      if (conflict === undefined) return false;
      const { version, sent } = conflict;
      store.rebase({ version, model: settleConflicts(conflict, choose) }, sent);
      setConflict(undefined);
      return await save();
    },
  };
}
