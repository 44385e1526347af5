import { createSeededChoice } from './seeded-choice.ts';

/** What may happen in a run. The details are drawn from the operation's own seed, so that leaving one out changes no other. */
export const operationKinds = [
  'create',
  'change',
  'step',
  'comment',
  'settle',
  'draft',
  'grantRole',
  'edit',
  'editWrongly',
  'editAsOtherApp',
  'deleteItem',
  'restoreItem',
  'restoreVersion',
  'makeByHand',
  'faults',
  'storm',
  'calm',
  'expireTokens',
  'passTime',
  'leap',
  'skewClock',
  'crash',
] as const;
export type OperationKind = (typeof operationKinds)[number];

export interface Operation {
  readonly kind: OperationKind;
  readonly seed: number;
  /** How many steps of processes follow before the next operation. */
  readonly steps: number;
}

/** How often each happens, beside the others. */
const weights: Readonly<Record<OperationKind, number>> = {
  create: 14,
  change: 20,
  step: 8,
  comment: 5,
  settle: 5,
  draft: 2,
  grantRole: 1,
  edit: 9,
  editWrongly: 4,
  editAsOtherApp: 1,
  deleteItem: 2,
  restoreItem: 2,
  restoreVersion: 1,
  makeByHand: 2,
  faults: 5,
  storm: 2,
  calm: 2,
  expireTokens: 1,
  passTime: 14,
  leap: 2,
  skewClock: 1,
  crash: 6,
};

/** The operations of a run, from its seed. */
export function planOperations(seed: number, count = 60): readonly Operation[] {
  const choice = createSeededChoice(seed);
  const drum = operationKinds.flatMap((kind) => Array.from({ length: weights[kind] }, () => kind));
  return Array.from({ length: count }, () => ({
    kind: choice.one(drum) ?? 'passTime',
    seed: choice.below(2 ** 31),
    steps: choice.chance(0.3) ? choice.below(120) : choice.below(15),
  }));
}
