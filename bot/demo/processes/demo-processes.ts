import type { DemoProcess } from '../demo-types.ts';
import { careProcesses } from './care-processes.ts';
import { controlProcesses } from './control-processes.ts';
import { preschoolProcesses } from './preschool-processes.ts';
import { socialProcesses } from './social-processes.ts';
import { steeringProcesses } from './steering-processes.ts';
import { supportProcesses } from './support-processes.ts';

/** The twelve processes of `domain.md` (v), in the order of their numbers. */
export const demoProcesses: readonly DemoProcess[] = [
  ...steeringProcesses,
  ...controlProcesses,
  ...preschoolProcesses,
  ...careProcesses,
  ...socialProcesses,
  ...supportProcesses,
];
