/** What jsdom lacks and Fluent or the tab's own modules expect (`tab.md` 4). */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, {
  ResizeObserver: NoResizeObserver,
  fetch: () => Promise.reject(new TypeError('No network in this test')),
});
export {};
