import type { DemoCase } from '../demo-types.ts';
import { eklidenDeviations } from './ekliden-deviations.ts';
import { feedbackCases } from './feedback-cases.ts';
import { misconductCases } from './misconduct-cases.ts';
import { otherCareDeviations } from './other-care-deviations.ts';
import { otherDeviations } from './other-deviations.ts';

/** Cases of several units in various states. */
export const demoCases: readonly DemoCase[] = [
  ...eklidenDeviations,
  ...otherCareDeviations,
  ...otherDeviations,
  ...feedbackCases,
  ...misconductCases,
];
