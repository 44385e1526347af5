import { TextDecoder, TextEncoder } from 'node:util';

/** What jsdom lacks and Fluent, react-router or the tab's own modules expect (`tab.md` 4). */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  ResizeObserver: NoResizeObserver,
  fetch: () => Promise.reject(new TypeError('No network in this test')),
  /** A window 1200 px wide, in the light. */
  matchMedia: (query: string) => ({
    matches: /min-width: (\d+)px/.test(query) && Number(/min-width: (\d+)px/.exec(query)?.[1]) <= 1200,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  scrollTo: () => undefined,
});

/**
 * jsdom lays nothing out. Tabster, which moves focus into dialogs, takes what has no box for hidden, finds nothing to
 * focus, and hides the dialog itself a moment later.
 */
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});
HTMLBodyElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 1200, 800);
