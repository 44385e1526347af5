import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Language } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { HostState, HostStore } from './host-store.ts';

export const HostContext = createContext<HostStore | undefined>(undefined);

export function useHost(): HostStore {
  const host = useContext(HostContext);
  if (host === undefined) throw new AppError('unexpected', { missing: 'HostContext' });
  return host;
}

export function useHostState(): HostState {
  const host = useHost();
  return useSyncExternalStore(host.subscribe, host.getState);
}

/** The language to read labels in: `label[useLanguage()]`. */
export function useLanguage(): Language {
  return useHostState().language;
}
