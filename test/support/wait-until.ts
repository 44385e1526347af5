const limitMs = 60_000;

/** Asks every 20 ms until it is so; a minute, which a busy machine needs, and then an error. */
export async function waitUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It did not happen within ${String(limitMs / 1000)} s: ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
