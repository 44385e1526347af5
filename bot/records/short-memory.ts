/** What is kept in one process although another may change it: nobody works from a picture older than this. */
const freshMs = 15_000;

/** Values that are kept for at most 15 s. Small by itself: all of it goes at once when the time is over. */
export interface ShortMemory<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly forget: (key: string) => void;
}

/** Also a clock that is set back ends the time: nothing is kept longer for it. */
export function createShortMemory<Value>(now: () => Date): ShortMemory<Value> {
  let kept = new Map<string, Value>();
  let begunAt = Number.NaN;

  function current(): Map<string, Value> {
    const at = now().getTime();
    const age = at - begunAt;
    if (!(age >= 0 && age < freshMs)) {
      kept = new Map();
      begunAt = at;
    }
    return kept;
  }

  return {
    get: (key) => current().get(key),
    set: (key, value) => void current().set(key, value),
    forget: (key) => void kept.delete(key),
  };
}
