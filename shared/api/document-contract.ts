/**
 * Governing documents between tab and service. A document is read, written and published by the addresses of every
 * record (`contract.ts`); what a unit says of itself goes by `ImplementationRequest` (`process-contract.ts`).
 */
import type { RecordAnswer } from './contract.ts';

/** GET /api/v1/governing-documents: every document that the reader may see, by name. */
export interface DocumentRegisterAnswer {
  readonly documents: readonly DocumentEntry[];
}

export interface DocumentEntry {
  readonly record: RecordAnswer;
  /** Processes, activities, goals and commitments that point at it (R32): none means that nobody has tagged it. */
  readonly links: number;
}

export const documentLinkKinds = ['process', 'processActivity', 'goal', 'commitment', 'governingDocument'] as const;
export type DocumentLinkKind = (typeof documentLinkKinds)[number];

/** Something that points at a document. */
export interface DocumentLink {
  readonly kind: DocumentLinkKind;
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly unitId?: string;
  /** Of an activity: the process it is part of. */
  readonly processId?: string;
}

/** GET /api/v1/governing-documents/:id/links: what points at the document, as far as the reader may see it. */
export type DocumentLinksAnswer = readonly DocumentLink[];
