import type { DemoCommitment } from '../demo-types.ts';
import { elderlyCareCommitments } from './elderly-care.ts';
import { homeCareCommitments } from './home-care.ts';
import { preschoolCommitments } from './preschool.ts';
import { serviceAndSupportCommitments } from './service-and-support.ts';
import { socialCareCommitments } from './social-care.ts';

/** The twenty commitments of `domain.md` (v). */
export const demoCommitments: readonly DemoCommitment[] = [
  ...preschoolCommitments,
  ...elderlyCareCommitments,
  ...homeCareCommitments,
  ...socialCareCommitments,
  ...serviceAndSupportCommitments,
];
