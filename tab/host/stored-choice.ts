/**
 * Small choices that outlive a visit: theme, language, demo person. Never content of records. Storage may be refused
 * (a private window, third-party frames in Safari); the app then works without memory.
 */
export interface ChoiceStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'kvalitetsnavet.';

function browserStorage(): ChoiceStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Reading the property itself throws where storage is blocked.
    return undefined;
  }
}

export function readChoice(name: string, storage: ChoiceStorage | undefined = browserStorage()): string | undefined {
  try {
    return storage?.getItem(prefix + name) ?? undefined;
  } catch {
    // Blocked storage is the same as nothing chosen.
    return undefined;
  }
}

/** Remembers a choice, or forgets it when `value` is absent. */
export function rememberChoice(
  name: string,
  value: string | undefined,
  storage: ChoiceStorage | undefined = browserStorage(),
): void {
  try {
    if (value === undefined) storage?.removeItem(prefix + name);
    else storage?.setItem(prefix + name, value);
  } catch {
    // Blocked or full storage: the choice lasts for this visit only.
  }
}
