/** The longest wait that we choose ourselves; SharePoint may ask for more. */
export const longestWaitMs = 300_000;

/** How long one record waits after its n:th failed attempt: 1 s doubling to 5 min, between half and the whole of it. */
export function backOffMs(attempts: number, random: () => number): number {
  return Math.min(1000 * 2 ** Math.min(attempts - 1, 20), longestWaitMs) * (0.5 + random() / 2);
}
