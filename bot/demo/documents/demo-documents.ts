import type { DemoDocument } from './demo-document.ts';
import { boardDocuments } from './board-documents.ts';
import { careDocuments } from './care-documents.ts';
import { otherDocuments } from './other-documents.ts';

/** The demo's governing documents: invented, but of the kinds and in the states that a board has (R30, R31). */
export const demoDocuments: readonly DemoDocument[] = [...boardDocuments, ...careDocuments, ...otherDocuments];
