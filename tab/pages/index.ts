import type { ComponentType } from 'react';

/** A page of the tab: its route (after `/tab/#`), its code and the areas of texts that it speaks. */
export interface PageEntry {
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  readonly texts: readonly string[];
}

/** The route table. A page is a folder with a component named `Page`, and a line here; the browser test opens every line. */
export const pages: readonly PageEntry[] = [
  { path: '/', load: () => import('./my-part/my-part-page.tsx'), texts: [] },
  { path: '*', load: () => import('./not-found/not-found-page.tsx'), texts: [] },
];
