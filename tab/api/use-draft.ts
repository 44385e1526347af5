import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftAnswer } from '../../shared/api/contract.ts';
import { useClient } from './api-context.ts';
import { asApiFailure } from './api-failure.ts';

const saveAfterMs = 1500;

export type DraftState = 'none' | 'waiting' | 'saving' | 'saved' | 'failed';

export interface DraftHandle {
  /** Not yet saved, saved, or kept in memory only because the service did not take it (`failed`). */
  readonly state: DraftState;
  /** The draft as found when the page opened; undefined while asking, null when there is none. */
  readonly found: DraftAnswer | null | undefined;
  /** Saves `body` a moment after the last call; what was not saved is tried again with the next. */
  save(body: Readonly<Record<string, unknown>>): void;
  /** After the record itself was saved or the person threw the draft away. */
  remove(): void;
}

/**
 * Unsaved work that the service keeps for its owner (`design.md` 3: 30 days). Key: `commitment.<id>`, `report.<id>`. With
 * `expected` false nothing is asked for: there can be no draft by that key yet.
 */
export function useDraft(key: string | undefined, expected = true): DraftHandle {
  const client = useClient();
  const [state, setState] = useState<DraftState>('none');
  const [found, setFound] = useState<DraftAnswer | null | undefined>(expected ? undefined : null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const newest = useRef<Readonly<Record<string, unknown>> | undefined>(undefined);
  const path = key === undefined ? undefined : `drafts/${encodeURIComponent(key)}`;

  useEffect(() => {
    if (path === undefined || !expected) return undefined;
    let current = true;
    client.read<DraftAnswer | undefined>(path).then(
      (draft) => {
        // 204 where there is none.
        if (current) setFound(draft ?? null);
      },
      () => {
        // No draft, or none to be had now: the form starts empty either way.
        if (current) setFound(null);
      },
    );
    return () => {
      current = false;
    };
  }, [client, path, expected]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const body = newest.current;
    if (body === undefined || path === undefined) return;
    newest.current = undefined;
    setState('saving');
    client.send<DraftAnswer>('PUT', path, { body }).then(
      () => {
        setState((before) => (before === 'saving' ? 'saved' : before));
      },
      (thrown: unknown) => {
        newest.current ??= asApiFailure(thrown).retryable ? body : undefined;
        setState('failed');
      },
    );
  }, [client, path]);

  useEffect(() => flush, [flush]);

  const save = useCallback(
    (body: Readonly<Record<string, unknown>>) => {
      newest.current = body;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, saveAfterMs);
      setState('waiting');
    },
    [flush],
  );

  const remove = useCallback(() => {
    clearTimeout(timer.current);
    newest.current = undefined;
    setState('none');
    setFound(null);
    if (path === undefined) return;
    client.send('DELETE', path).catch(() => {
      // A draft that outlives its record is shown to its owner only and goes after 30 days.
    });
  }, [client, path]);

  return { state, found, save, remove };
}
