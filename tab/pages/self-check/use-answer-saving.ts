import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { StoredAnswer } from '../../../shared/api/contract.ts';
import { useClient } from '../../api/api-context.ts';
import { asApiFailure } from '../../api/api-failure.ts';
import { queryKeys } from '../../api/read-hooks.ts';
import { keepAnswer } from '../../api/write-hooks.ts';
import { createLocalDraft } from '../../api/local-draft.ts';
import { createAnswerSaving } from './answer-saving.ts';
import type { AnswerSaving, PendingAnswers, SavingState } from './answer-saving.ts';

const saved: SavingState = { kind: 'saved' };
const nothing: PendingAnswers = {};

export interface AnswerSavingHandle {
  /** Absent for the moment before the page has begun to listen. */
  readonly saving: AnswerSaving | undefined;
  readonly state: SavingState;
  readonly pending: PendingAnswers;
}

/** Saves the answers of the self-check `id` as they are given; sends what waits when the window is hidden or left. */
export function useAnswerSaving(id: string, personId: string, onMasked: () => void): AnswerSavingHandle {
  const client = useClient();
  const cache = useQueryClient();
  const [saving, setSaving] = useState<AnswerSaving | undefined>(undefined);
  const masked = useRef(onMasked);
  useEffect(() => {
    masked.current = onMasked;
  }, [onMasked]);

  useEffect(() => {
    const local = createLocalDraft(() => window.sessionStorage, personId, `self-check.${id}`);
    const made = createAnswerSaving(
      {
        send: async (questionId, given) => {
          try {
            const answer = await client.send<StoredAnswer>('POST', `self-checks/${encodeURIComponent(id)}/answers`, {
              questionId,
              ...given,
            });
            keepAnswer(cache, answer);
            if (answer.masked.personnummer || answer.masked.names) masked.current();
            return { kind: 'stored' };
          } catch (thrown) {
            const failure = asApiFailure(thrown);
            if (failure.retryable || failure.code === 'changedBySomebodyElse') return { kind: 'noAnswer' };
            // Handed in or taken over by somebody else meanwhile: the page shows how it stands now.
            void cache.invalidateQueries({ queryKey: queryKeys.record('selfCheckOccurrence', id) });
            return { kind: 'refused', text: failure.problems[0]?.text ?? failure.text };
          }
        },
        keepHere: local.write,
        after: (ms, call) => {
          const timer = setTimeout(call, ms);
          return () => clearTimeout(timer);
        },
      },
      local.read() as PendingAnswers | undefined,
    );
    const flush = (): void => void made.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    setSaving(made);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
      made.stop();
      setSaving(undefined);
    };
  }, [client, cache, id, personId]);

  const subscribe = (listener: () => void) => saving?.subscribe(listener) ?? (() => undefined);
  const state = useSyncExternalStore(subscribe, () => saving?.state() ?? saved);
  const pending = useSyncExternalStore(subscribe, () => saving?.pending() ?? nothing);
  return { saving, state, pending };
}
