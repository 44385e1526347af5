import type { FieldsOfKind } from '../../../shared/records/index.ts';

type DocumentFields = FieldsOfKind<'governingDocument'>;
type Progress = NonNullable<NonNullable<DocumentFields['implementation']>[number]['progress']>;

/** A governing document of the demo. Days are counted from the day of seeding: negative ones lie in the past. */
export interface DemoDocument {
  readonly key: string;
  /** Absent: the board's. */
  readonly unit?: string;
  /** Who keyed it in. */
  readonly by: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly fields: Pick<
    DocumentFields,
    'name' | 'documentType' | 'level' | 'area' | 'what' | 'who' | 'how' | 'decidedBy' | 'diaryNumber'
  >;
  readonly decided?: number;
  readonly validFrom?: number;
  readonly validTo?: number;
  readonly review: number;
  /** Units by key. */
  readonly concerns?: readonly string[];
  readonly implementation?: readonly (readonly [unit: string, progress: Progress, note?: string])[];
  readonly reaches: 'draft' | 'inReview' | 'published' | 'needsReview';
  /** Why it needs a review. */
  readonly reason?: string;
}
