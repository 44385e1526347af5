/** A copy of unsaved work in this browser window, for the time in which the service does not have it. */
import type { DraftBody } from './autosave.ts';

export interface LocalDraft {
  readonly read: () => DraftBody | undefined;
  readonly write: (body: DraftBody | undefined) => void;
}

/** A window's store of texts; `sessionStorage` in a browser. Browsers with storage turned off throw when it is used. */
export type WindowStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    // No storage in this window, no room, or not our text: the draft lives in memory and at the service only.
    return undefined;
  }
}

/** `personId` is in the key: on a shared computer nobody sees what another person was writing. */
export function createLocalDraft(store: () => WindowStore, personId: string, key: string): LocalDraft {
  const name = `draft.${personId}.${key}`;
  return {
    read: () =>
      attempt(() => {
        const text = store().getItem(name);
        return text === null ? undefined : (JSON.parse(text) as DraftBody);
      }),
    write: (body) => {
      attempt(() => (body === undefined ? store().removeItem(name) : store().setItem(name, JSON.stringify(body))));
    },
  };
}
