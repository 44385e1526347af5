/** What jsdom lacks and Fluent or the tab's own modules expect (`tab.md` 4). */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= NoResizeObserver;
globalThis.fetch ??= () => Promise.reject(new TypeError('No network in this test'));
export {};
