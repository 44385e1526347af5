import type { Page } from 'playwright-core';

/** How long inputs took until something was drawn, in milliseconds; the browser does not tell those under 16. */
export interface InputDelays {
  readonly count: number;
  readonly median: number;
  readonly slowest: number;
}

/** Measures from now on; what comes back tells what was measured. */
export async function measureInputs(page: Page): Promise<() => Promise<InputDelays>> {
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(window, { delays });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) delays.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  return async () => {
    // The browser tells of an input some time after it was answered.
    await page.waitForTimeout(300);
    const delays = await page.evaluate(() => (window as unknown as { delays: number[] }).delays);
    const sorted = delays.toSorted((one, other) => one - other);
    return { count: sorted.length, median: sorted[Math.floor(sorted.length / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 };
  };
}
