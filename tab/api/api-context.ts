import { createContext, useContext } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { ApiClient } from './client.ts';
import type { Session } from './session.ts';

export interface Api {
  readonly client: ApiClient;
  readonly session: Session;
}

export const ApiContext = createContext<Api | undefined>(undefined);

function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new AppError('unexpected', { missing: 'ApiContext' });
  return api;
}

export function useClient(): ApiClient {
  return useApi().client;
}

export function useSession(): Session {
  return useApi().session;
}
