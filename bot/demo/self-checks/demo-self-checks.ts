import type { DemoSelfCheck } from '../demo-types.ts';
import { careChecks } from './care-checks.ts';
import { otherChecks } from './other-checks.ts';

/** The thirteen self-checks of `domain.md` (v). Their occurrences are made by the schedule's own runner. */
export const demoSelfChecks: readonly DemoSelfCheck[] = [...careChecks, ...otherChecks];
