export type InTime<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly cause: unknown }
  | { readonly kind: 'late' };

/** Waits for `promise` at most `limitMs`: teams-js itself waits 60 s for a host and for ever for a token (`tab.md` 5). */
export async function withinTime<Value>(promise: Promise<Value>, limitMs: number): Promise<InTime<Value>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<InTime<Value>>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'late' });
    }, limitMs);
  });
  const settled = promise.then(
    (value): InTime<Value> => ({ kind: 'done', value }),
    (cause: unknown): InTime<Value> => ({ kind: 'failed', cause }),
  );
  const outcome = await Promise.race([settled, late]);
  clearTimeout(timer);
  return outcome;
}
