import type { DemoPerson } from '../../shared/api/contract.ts';
import { readChoice, rememberChoice } from '../host/stored-choice.ts';

/**
 * Who is signed in. In local mode a demo person that the visitor chooses; with a tenant, whoever the host's token names.
 * Everything read belongs to one person, so a change of person empties the cache (`onChange`).
 */
export interface Session {
  /** The chosen demo person, if one was chosen in local mode. */
  demoPersonId(): string | undefined;
  subscribe(listener: () => void): () => void;
  choose(personId: string): void;
  authorization(): Promise<string | undefined>;
}

const choiceName = 'person';

export function createSession(getToken: () => Promise<string | undefined>): Session {
  let chosen = readChoice(choiceName);
  const listeners = new Set<() => void>();
  return {
    demoPersonId: () => chosen,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (personId) => {
      chosen = personId;
      rememberChoice(choiceName, personId);
      for (const listener of listeners) listener();
    },
    authorization: async () => {
      if (chosen !== undefined) return `Bearer local:${chosen}`;
      const token = await getToken();
      return token === undefined ? undefined : `Bearer ${token}`;
    },
  };
}

/** Who a first visitor becomes: a unit's manager has the most to see; else the first in the list. */
export function firstDemoPerson(persons: readonly DemoPerson[]): DemoPerson | undefined {
  return persons.find((one) => one.roles.some((role) => role.role === 'unitManager')) ?? persons[0];
}
