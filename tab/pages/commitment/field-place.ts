/** Where a field of a record is on the page, so that a link can lead to it. */

/** The control's `name`: unique on the page, since the editor holds several records. */
export function fieldPlace(recordId: string, field: string): string {
  return `${recordId}.${field}`;
}

/** Moves focus to a place, or to the first control inside it. Says whether there was one. */
export function focusPlace(place: string, page: ParentNode = document): boolean {
  const escaped = CSS.escape(place);
  const control = page.querySelector<HTMLElement>(
    `:is(input, select, textarea, button)[name="${escaped}"], [data-place="${escaped}"]`,
  );
  const focusable = control?.matches('[data-place]')
    ? control.querySelector<HTMLElement>('input, select, textarea, button')
    : control;
  focusable?.focus();
  focusable?.scrollIntoView({ block: 'center' });
  return focusable instanceof HTMLElement;
}
