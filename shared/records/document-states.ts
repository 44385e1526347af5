import type { Label, Transition } from './record-kind.ts';

/**
 * The states that processes and governing documents share (`domain.md` (ii), Workflows):
 *
 *   draft ──▶ inReview ──▶ published ──▶ needsReview ──▶ superseded
 *     ▲          │            │  ▲           │ │             ▲
 *     │◀─────────┘            │  └───────────┘ │             │
 *     └──── new version ◀─────┴────────────────┴─────────────┘ (published too)
 *
 * Who publishes depends on the level: the unit's manager, the department's head, or management for what is the board's.
 */
export const documentStates = {
  draft: { sv: 'Utkast', en: 'Draft' },
  inReview: { sv: 'Granskas', en: 'In review' },
  published: { sv: 'Publicerad', en: 'Published' },
  needsReview: { sv: 'Behöver ses över', en: 'Needs review' },
  superseded: { sv: 'Ersatt', en: 'Superseded' },
} as const satisfies Readonly<Record<string, Label>>;

/** Fields change in a draft only; the rest goes through a step. */
export const settledDocumentStates = ['published', 'needsReview', 'superseded'] as const;

/** The states in which what a published document must tell has to be there. */
export const judgedDocumentStates = ['inReview', 'published', 'needsReview'] as const;

/** At which level of the organisation a process or document applies, and so who publishes it. */
export const organisationLevels = {
  board: { sv: 'Nämnd', en: 'Board' },
  department: { sv: 'Avdelning', en: 'Department' },
  unit: { sv: 'Enhet', en: 'Unit' },
} as const satisfies Readonly<Record<string, Label>>;

const byLevel = [
  { by: ['unitManager', 'departmentHead', 'boardOffice'], when: { field: 'level', oneOf: ['unit'] } },
  { by: ['departmentHead', 'boardOffice'], when: { field: 'level', oneOf: ['department'] } },
  { by: ['boardOffice'], when: { field: 'level', oneOf: ['board'] } },
] as const satisfies readonly Pick<Transition, 'by' | 'when'>[];

/** One approval for each level, with those who decide there. */
function approvals(
  step: Omit<Transition, 'operation' | 'by' | 'when'>,
): readonly (Omit<Transition, 'operation'> & { readonly operation: 'approve' })[] {
  return byLevel.map((level) => ({ ...step, ...level, operation: 'approve' }));
}

const newVersion = {
  to: 'draft',
  label: { sv: 'Ny version', en: 'New version' },
  operation: 'write',
  by: ['unitManager', 'qualityCoordinator'],
  needsReason: true,
} as const;

/**
 * The steps of a kind whose field `owner` names the person who answers for it.
 *
 * @example documentTransitions('processOwner')
 */
export function documentTransitions(owner: string): readonly Transition[] {
  return [
    {
      from: 'draft',
      to: 'inReview',
      label: { sv: 'Skicka på granskning', en: 'Send for review' },
      operation: 'write',
      by: ['unitManager', 'qualityCoordinator'],
      orPersonIn: owner,
    },
    ...approvals({
      from: 'inReview',
      to: 'published',
      label: { sv: 'Publicera', en: 'Publish' },
      fields: ['reviewDate'],
    }),
    ...approvals({
      from: 'inReview',
      to: 'draft',
      label: { sv: 'Lämna tillbaka', en: 'Return' },
      needsReason: true,
    }),
    {
      from: 'published',
      to: 'needsReview',
      label: { sv: 'Behöver ses över', en: 'Needs review' },
      operation: 'write',
      by: ['unitManager', 'qualityCoordinator'],
      needsReason: true,
    },
    ...approvals({
      from: 'needsReview',
      to: 'published',
      label: { sv: 'Gäller fortfarande', en: 'Still applies' },
      fields: ['reviewDate'],
    }),
    { from: 'published', ...newVersion },
    { from: 'needsReview', ...newVersion },
    ...(['published', 'needsReview'] as const).flatMap((from) =>
      approvals({
        from,
        to: 'superseded',
        label: { sv: 'Ersätt', en: 'Supersede' },
        fields: ['replacedBy'],
        needsReason: true,
      }),
    ),
  ];
}
