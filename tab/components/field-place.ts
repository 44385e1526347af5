/** Where a field of a record is on the page, so that a link can lead to it. */

/** The control's `name`: unique on the page, since the editor holds several records. */
export function fieldPlace(recordId: string, field: string): string {
  return `${recordId}.${field}`;
}

const focusable = 'input, select, textarea, button';

function controlAt(place: string): HTMLElement | null {
  const escaped = CSS.escape(place);
  const found = document.querySelector<HTMLElement>(`:is(${focusable})[name="${escaped}"], [data-place="${escaped}"]`);
  return found?.matches('[data-place]') ? found.querySelector<HTMLElement>(focusable) : found;
}

/** Moves focus to the one of the places that comes first on the page. Says whether there was any. */
export function focusPlace(...places: readonly string[]): boolean {
  const controls = places.map(controlAt).filter((control) => control !== null);
  const isBefore = (one: Node, other: Node): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const first = controls.toSorted((one, other) => (isBefore(one, other) ? -1 : 1))[0];
  first?.focus();
  first?.scrollIntoView({ block: 'center' });
  return first !== undefined;
}
