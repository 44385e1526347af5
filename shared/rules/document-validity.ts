import type { AnyFields } from '../records/record-kind.ts';
import type { UnitTree } from './unit-tree.ts';

/** What the rules ask of a governing document. Days are those of Stockholm, `yyyy-MM-dd`. */
interface JudgedDocument {
  readonly status: string;
  readonly unitId?: string;
  readonly fields: AnyFields;
}

export const documentValidities = ['inForce', 'coming', 'inPreparation', 'ended'] as const;
export type DocumentValidity = (typeof documentValidities)[number];

/** Whether a document holds today: published, and inside its days (R68). What needs a review holds until it is replaced. */
export function validityOf({ status, fields }: JudgedDocument, today: string): DocumentValidity {
  if (status === 'draft' || status === 'inReview') return 'inPreparation';
  const { validFrom, validTo } = fields;
  if (status === 'superseded' || (typeof validTo === 'string' && validTo < today)) return 'ended';
  return typeof validFrom === 'string' && validFrom > today ? 'coming' : 'inForce';
}

/** The day by which it should have been reviewed is gone, and it still holds. */
export function isReviewOverdue(document: JudgedDocument, today: string): boolean {
  const { reviewDate } = document.fields;
  return typeof reviewDate === 'string' && reviewDate < today && validityOf(document, today) === 'inForce';
}

/**
 * "Berör oss" (R31): whether a document concerns a unit. It concerns the units that it names and all below them; one
 * that names none concerns the unit it belongs to, or everybody when it is the board's.
 */
export function concernsUnit({ unitId, fields }: JudgedDocument, ours: string, tree: UnitTree): boolean {
  const named = (fields['concernsUnits'] ?? []) as readonly string[];
  if (named.length > 0) return named.some((one) => tree.isWithin(ours, one));
  return unitId === undefined || tree.isWithin(ours, unitId);
}
