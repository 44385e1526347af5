/** Wide enough for Swedish words, and the same in the exported picture on any machine. */
export const drawingFont = {
  defaultStyle: { fontFamily: 'Segoe UI, Helvetica, Arial, sans-serif', fontSize: '12px' },
  externalStyle: { fontSize: '11px', lineHeight: 1.2 },
} as const;

/** The mark of an element that the list is at (`canvas-styles.ts`). */
export const chosenMarker = 'kv-chosen';

/** Tells a screen reader that this is a picture, and where the same stands in words; what is on it is not read out. */
export function labelCanvas(container: HTMLElement, label: string): void {
  const svg = container.querySelector('.djs-container > svg');
  svg?.setAttribute('role', 'img');
  svg?.setAttribute('aria-label', label);
  // Counts on the drawing stand in the list too.
  container.querySelector('.djs-overlay-container')?.setAttribute('aria-hidden', 'true');
}
