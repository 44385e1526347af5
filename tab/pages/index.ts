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
  { path: '/ataganden', load: () => import('./commitments/commitments-page.tsx'), texts: ['plan'] },
  { path: '/ataganden/:id', load: () => import('./commitment/commitment-page.tsx'), texts: ['plan', 'sync'] },
  { path: '/arenden', load: () => import('./cases/cases-page.tsx'), texts: ['cases'] },
  { path: '/arenden/:kind/:id', load: () => import('./case/case-page.tsx'), texts: ['cases', 'sync'] },
  { path: '/rapportera', load: () => import('./report/report-page.tsx'), texts: ['report'] },
  { path: '/rapportera/lex-sarah', load: () => import('./report/misconduct-page.tsx'), texts: ['report'] },
  { path: '/processer', load: () => import('./processes/processes-page.tsx'), texts: ['processes'] },
  {
    path: '/processer/:id',
    load: () => import('./process/process-page.tsx'),
    texts: ['processes', 'drawing', 'sync'],
  },
  { path: '/styrdokument', load: () => import('./documents/documents-page.tsx'), texts: ['documents'] },
  { path: '/styrdokument/nytt', load: () => import('./document/new-document-page.tsx'), texts: ['documents'] },
  {
    path: '/styrdokument/:id',
    load: () => import('./document/document-page.tsx'),
    texts: ['documents', 'cases', 'sync'],
  },
  {
    path: '/processer/:id/redigera',
    load: () => import('./process/editor/editor-page.tsx'),
    texts: ['processes', 'processEditor', 'drawing'],
  },
  { path: '/synkronisering', load: () => import('./sync/sync-page.tsx'), texts: ['sync'] },
  { path: '/paminnelser', load: () => import('./reminders/reminders-page.tsx'), texts: ['reminders'] },
  { path: '/egenkontroller', load: () => import('./self-checks/self-checks-page.tsx'), texts: ['selfChecks'] },
  {
    path: '/egenkontroller/:id',
    load: () => import('./self-check/self-check-page.tsx'),
    texts: ['selfChecks', 'cases', 'sync'],
  },
  {
    path: '/egenkontroller/definitioner/:id',
    load: () => import('./self-check-definition/definition-page.tsx'),
    texts: ['selfChecks', 'cases', 'sync'],
  },
  { path: '*', load: () => import('./not-found/not-found-page.tsx'), texts: [] },
];
