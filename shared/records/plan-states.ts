import type { Label, Transition } from './record-kind.ts';

/**
 * The states that goals and commitments share (`domain.md` (ii), Workflows; R18):
 *
 *   draft ──submit──▶ submitted ──review──▶ credibilityReviewed ──adopt──▶ adopted ──▶ followedUp ──▶ archived
 *     ▲                   │                        │                          │
 *     └──── returned ◀────┴────────────────────────┘                          └──revise──▶ draft
 */
export const planStates = {
  draft: { sv: 'Utkast', en: 'Draft' },
  submitted: { sv: 'Inskickad', en: 'Submitted' },
  returned: { sv: 'Återlämnad', en: 'Returned' },
  credibilityReviewed: { sv: 'Trovärdighet bedömd', en: 'Credibility reviewed' },
  adopted: { sv: 'Fastställd', en: 'Adopted' },
  followedUp: { sv: 'Uppföljd', en: 'Followed up' },
  archived: { sv: 'Arkiverad', en: 'Archived' },
} as const satisfies Readonly<Record<string, Label>>;

const submit = { sv: 'Skicka in', en: 'Submit' };
const giveBack = { sv: 'Lämna tillbaka', en: 'Return' };

export const planTransitions = [
  { from: 'draft', to: 'submitted', label: submit, operation: 'write', by: ['unitManager'] },
  { from: 'returned', to: 'submitted', label: submit, operation: 'write', by: ['unitManager'] },
  {
    from: 'submitted',
    to: 'credibilityReviewed',
    label: { sv: 'Bedöm som trovärdigt', en: 'Judge as credible' },
    operation: 'approve',
    by: ['departmentHead', 'boardOffice'],
  },
  {
    from: 'submitted',
    to: 'returned',
    label: giveBack,
    operation: 'approve',
    by: ['departmentHead', 'boardOffice'],
    needsReason: true,
  },
  {
    from: 'credibilityReviewed',
    to: 'returned',
    label: giveBack,
    operation: 'approve',
    by: ['departmentHead', 'boardOffice'],
    needsReason: true,
  },
  {
    from: 'credibilityReviewed',
    to: 'adopted',
    label: { sv: 'Fastställ', en: 'Adopt' },
    operation: 'approve',
    by: ['boardOffice'],
    fields: ['decisionDate'],
  },
  {
    from: 'adopted',
    to: 'draft',
    label: { sv: 'Revidera', en: 'Revise' },
    operation: 'approve',
    by: ['boardOffice'],
    needsReason: true,
  },
  {
    from: 'adopted',
    to: 'archived',
    label: { sv: 'Arkivera', en: 'Archive' },
    operation: 'write',
    by: ['qualityCoordinator'],
  },
  {
    from: 'followedUp',
    to: 'archived',
    label: { sv: 'Arkivera', en: 'Archive' },
    operation: 'write',
    by: ['qualityCoordinator'],
  },
] as const satisfies readonly Transition[];
