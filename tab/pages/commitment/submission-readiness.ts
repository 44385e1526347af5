/** What a commitment still lacks before it can be handed in (R17, R19), in the order of the page. */
import type { AnyFields } from '../../../shared/records/record-kind.ts';
import { commitment, qualityCheckPoints } from '../../../shared/records/commitment.ts';
import { isStateRequired } from '../../../shared/rules/required-fields.ts';
import { isEmptyValue } from './field-value.ts';

export type QualityPoint = keyof typeof qualityCheckPoints;
export const qualityPoints = Object.keys(qualityCheckPoints) as readonly QualityPoint[];

export type Missing =
  | { readonly kind: 'field'; readonly field: keyof typeof commitment.fields }
  | { readonly kind: 'expectedResult' }
  /** An expected result that says nothing, or a target value without its number. */
  | { readonly kind: 'unfinishedResult'; readonly id: string }
  | { readonly kind: 'point'; readonly point: QualityPoint };

export interface ResultFields {
  readonly id: string;
  readonly fields: AnyFields;
}

type CommitmentField = keyof typeof commitment.fields;

const requiredFields = (Object.keys(commitment.fields) as CommitmentField[]).filter((field) =>
  isStateRequired(commitment.fields[field], 'submitted'),
);

function isUnfinished({ fields }: ResultFields): boolean {
  if (isEmptyValue(fields['text']) || isEmptyValue(fields['resultKind'])) return true;
  return fields['resultKind'] === 'targetValue' && isEmptyValue(fields['target']);
}

/** The points of the quality checklist that are ticked. */
export function tickedPoints(fields: AnyFields): readonly QualityPoint[] {
  const ticked = fields['qualityChecks'];
  return Array.isArray(ticked) ? qualityPoints.filter((point) => ticked.some((one) => one === point)) : [];
}

/** Empty when the commitment is ready to be submitted. */
export function whatIsMissing(fields: AnyFields, results: readonly ResultFields[]): readonly Missing[] {
  const ticked = tickedPoints(fields);
  return [
    ...requiredFields
      .filter((field) => isEmptyValue(fields[field]))
      .map((field) => ({ kind: 'field', field }) as const),
    ...(results.length === 0 ? [{ kind: 'expectedResult' } as const] : []),
    ...results.filter(isUnfinished).map(({ id }) => ({ kind: 'unfinishedResult', id }) as const),
    ...qualityPoints.filter((point) => !ticked.includes(point)).map((point) => ({ kind: 'point', point }) as const),
  ];
}
