import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MeAnswer, RecordAnswer } from '../../../shared/api/contract.ts';
import { useGoalChain, useRecords } from '../../api/read-hooks.ts';
import { currentResults } from '../commitments/plan-rows.ts';
import { draftBodyOf, parseDraftBody } from './draft-body.ts';
import { createEditorStore } from './editor-store.ts';
import type { EditorStore } from './editor-store.ts';
import type { EditorState, KeptRecord } from './editor-state.ts';
import { useAutosave } from '../../api/use-autosave.ts';
import type { AutosaveHandle } from '../../api/use-autosave.ts';

const none: readonly RecordAnswer[] = [];

export interface RestoredDraft {
  /** ISO instant; absent for work that the service never got. */
  readonly at: string | undefined;
}

export interface EditorRecords extends Pick<AutosaveHandle, 'state' | 'autosave'> {
  readonly store: EditorStore;
  readonly editor: EditorState;
  readonly goals: readonly RecordAnswer[];
  readonly indicators: readonly RecordAnswer[];
  /** Whether everything that the editor needs has come. */
  readonly isReady: boolean;
  readonly restored: RestoredDraft | undefined;
  readonly forgetRestored: () => void;
}

/** The commitment with its results and indicators, always as new as the service has them, with what is unsaved on top. */
export function useEditorRecords(commitment: RecordAnswer, me: MeAnswer): EditorRecords {
  const [store] = useState(createEditorStore);
  const editor = useSyncExternalStore(store.subscribe, store.state);
  const [restored, setRestored] = useState<RestoredDraft | undefined>(undefined);
  const [isReady, setReady] = useState(false);
  const { autosave, found, state } = useAutosave(me.person.id, `commitment.${commitment.id}`);

  const year = Number(commitment.fields['year']);
  const answer = useGoalChain(year);
  const chain = answer.data?.year === year ? answer.data : undefined;
  const mayReadIndicators = me.mayRead.includes('indicator');
  const readable = useRecords('indicator', { sort: 'title', limit: 200 }, mayReadIndicators).data?.rows ?? none;
  const known = new Map([...(chain?.indicators ?? none), ...readable].map((one) => [one.id, one]));
  const isChainHere = chain !== undefined || answer.isError;

  useEffect(() => {
    store.dispatch({ kind: 'arrived', records: [commitment] });
  }, [store, commitment]);

  useEffect(() => {
    const results = currentResults(chain?.expectedResults ?? none);
    const own = results.filter((result) => result.fields['commitment'] === commitment.id);
    store.dispatch({ kind: 'arrived', records: own });
  }, [store, chain, commitment.id]);

  useEffect(() => {
    if (!autosave || !isChainHere || isReady) return;
    const kept: readonly KeptRecord[] = parseDraftBody(found?.body);
    store.dispatch({ kind: 'restored', records: kept });
    if (draftBodyOf(store.state())) setRestored({ at: found?.at });
    setReady(true);
  }, [autosave, found, isChainHere, isReady, store]);

  useEffect(() => {
    if (isReady) autosave?.note(draftBodyOf(editor));
  }, [autosave, editor, isReady]);

  return {
    store,
    editor,
    goals: chain?.goals ?? none,
    indicators: [...known.values()],
    isReady,
    restored,
    forgetRestored: () => setRestored(undefined),
    autosave,
    state,
  };
}
