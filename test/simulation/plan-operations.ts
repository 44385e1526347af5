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
  'createProcess',
  'takeProcessOn',
  'saveDrawing',
  'editDrawing',
  'spoilDrawing',
  'restoreDrawing',
  'deleteDrawing',
  'renameDrawing',
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
  ...{ createProcess: 0, takeProcessOn: 0, saveDrawing: 0, editDrawing: 0, spoilDrawing: 0 },
  ...{ restoreDrawing: 0, deleteDrawing: 0, renameDrawing: 0 },
};

/** What happens instead of other things in a run with drawings. */
const weightsWithDrawings: Readonly<Record<OperationKind, number>> = {
  ...weights,
  ...{ create: 7, change: 10, step: 4, comment: 2, edit: 5, editWrongly: 2 },
  ...{ createProcess: 4, takeProcessOn: 5, saveDrawing: 22, editDrawing: 12, spoilDrawing: 2 },
  ...{ restoreDrawing: 2, deleteDrawing: 3, renameDrawing: 4 },
};

/** Every eighth run has drawings, which make it twice as long; three of four of these lose their database. */
export const hasDrawings = (seed: number): boolean => [2, 10, 25, 26].includes(seed % 32);

/** A whole run; `npm test` takes less of each of its seeds. */
export const wholeRun = 60;

/** A run with drawings has a process within so many operations: it starts with making one when none would come. */
const soon = 10;

/** The operations of a run, from its seed; fewer are the first of them. */
export function planOperations(seed: number, count = wholeRun): readonly Operation[] {
  const choice = createSeededChoice(seed);
  const often = hasDrawings(seed) ? weightsWithDrawings : weights;
  const drum = operationKinds.flatMap((kind) => Array.from({ length: often[kind] }, () => kind));
  const planned = Array.from({ length: Math.max(count, soon) }, (): Operation => ({
    kind: choice.one(drum) ?? 'passTime',
    seed: choice.below(2 ** 31),
    steps: choice.chance(0.3) ? choice.below(120) : choice.below(15),
  }));
  const isMissing = hasDrawings(seed) && planned.slice(0, soon).every(({ kind }) => kind !== 'createProcess');
  return planned
    .map((operation, index) =>
      isMissing && index === 0 ? { ...operation, kind: 'createProcess' as const } : operation,
    )
    .slice(0, count);
}
