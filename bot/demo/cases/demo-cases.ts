import type { DemoCase } from '../demo-types.ts';
import { careDeviations } from './care-deviations.ts';
import { feedbackCases } from './feedback-cases.ts';
import { misconductCases } from './misconduct-cases.ts';
import { otherDeviations } from './other-deviations.ts';

/** Cases of several units in various states. */
export const demoCases: readonly DemoCase[] = [
  ...careDeviations,
  ...otherDeviations,
  ...feedbackCases,
  ...misconductCases,
];
