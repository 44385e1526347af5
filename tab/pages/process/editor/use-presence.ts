import { useCallback, useEffect, useRef, useState } from 'react';
import type { Presence } from '../../../../shared/api/process-contract.ts';
import { useClient } from '../../../api/api-context.ts';

const everyMs = 20_000;

/** Tells the service that the person has the process open, and who else does. Nothing is said when the service is away. */
export function usePresence(processId: string, editing: boolean, first: readonly Presence[]): readonly Presence[] {
  const client = useClient();
  const [present, setPresent] = useState(first);

  const path = `processes/${encodeURIComponent(processId)}/presence`;
  const told = useRef({ editing, here: false });
  told.current.editing = editing;

  const tell = useCallback((): void => {
    if (document.visibilityState === 'hidden') return;
    client.send<readonly Presence[]>('POST', path, { editing: told.current.editing }).then(
      (now) => {
        if (told.current.here) setPresent(now);
      },
      () => undefined,
    );
  }, [client, path]);

  useEffect(() => {
    const state = told.current;
    state.here = true;
    const timer = setInterval(tell, everyMs);
    document.addEventListener('visibilitychange', tell);
    return () => {
      state.here = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
      client.send('DELETE', path).catch(() => undefined);
    };
  }, [client, path, tell]);

  useEffect(tell, [tell, editing]);

  return present;
}
