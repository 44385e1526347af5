import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftAnswer } from '../../shared/api/contract.ts';
import { useClient } from './api-context.ts';
import { asApiFailure } from './api-failure.ts';
import type { ApiClient } from './client.ts';
import { createAutosave } from './autosave.ts';
import type { Autosave, AutosavePort, AutosaveState, DraftBody } from './autosave.ts';
import { createLocalDraft } from './local-draft.ts';
import type { LocalDraft } from './local-draft.ts';

/** What was found when the page opened. `at` is absent for work that the service never got. */
export interface FoundDraft {
  readonly body: DraftBody;
  readonly at?: string;
}

function portOf(client: ApiClient, path: string, local: LocalDraft): AutosavePort {
  return {
    write: (body) =>
      client.send<DraftAnswer>('PUT', path, { body }).then(
        (draft) => draft.updatedAt,
        () => undefined,
      ),
    remove: () =>
      client.send('DELETE', path).then(
        () => true,
        (thrown: unknown) => asApiFailure(thrown).code === 'notFound',
      ),
    keepHere: local.write,
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
}

async function findDraft(client: ApiClient, path: string, local: LocalDraft): Promise<FoundDraft | undefined> {
  // What this window kept is newer than what the service has: it is removed as soon as the service answers.
  const here = local.read();
  if (here) return { body: here };
  const draft = await client.read<DraftAnswer | undefined>(path).catch(() => undefined);
  return draft && { body: draft.body, at: draft.updatedAt };
}

const nothing: AutosaveState = { kind: 'nothing' };

export interface AutosaveHandle {
  /** Absent until it is known what was kept before. */
  readonly autosave: Autosave | undefined;
  readonly found: FoundDraft | undefined;
  readonly state: AutosaveState;
}

/** Keeps the draft `key` of a person; sends what waits when the window is hidden, closed or the page is left. */
export function useAutosave(personId: string, key: string): AutosaveHandle {
  const client = useClient();
  const [handle, setHandle] = useState<{ autosave: Autosave; found: FoundDraft | undefined } | undefined>(undefined);

  useEffect(() => {
    const local = createLocalDraft(() => window.sessionStorage, personId, key);
    const path = `drafts/${encodeURIComponent(key)}`;
    let autosave: Autosave | undefined;
    let left = false;
    const flush = (): void => void autosave?.flush();
    void findDraft(client, path, local).then((found) => {
      if (left) return;
      const kept = found?.at === undefined ? undefined : { body: found.body, at: found.at };
      autosave = createAutosave(portOf(client, path, local), kept);
      setHandle({ autosave, found });
    });
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
      autosave?.stop();
      setHandle(undefined);
    };
  }, [client, personId, key]);

  const autosave = handle?.autosave;
  const state = useSyncExternalStore(
    (listener) => autosave?.subscribe(listener) ?? (() => undefined),
    () => autosave?.state() ?? nothing,
  );
  return { autosave, found: handle?.found, state };
}
