import type { RecordsService } from '../records/records-service.ts';
import { caseScript, caseScripts } from './case-scripts.ts';
import { documentScripts } from './documents/document-scripts.ts';
import { generatedCase } from './generated-cases.ts';
import { goalScripts, roleScripts, unitScripts } from './organisation-scripts.ts';
import { planScripts } from './plan-scripts.ts';
import { processScripts } from './process-scripts.ts';
import type { RecordScript } from './record-script.ts';
import { selfCheckScripts } from './self-check-scripts.ts';
import { createLane } from './seeding-lane.ts';
import type { SeedingLane } from './seeding-lane.ts';
import { swedishDay, swedishInstant } from './swedish-time.ts';

export interface SeedDeps {
  /** Makes a records service on the board's database with a clock of its own, so that history lies in the past. */
  readonly createRecords: (now: () => Date) => RecordsService;
  readonly now: () => Date;
  /** Further generated deviations, for trying the app with many rows. */
  readonly cases?: number;
}

export interface SeedReport {
  readonly created: number;
  /** Records that were there, complete or changed by somebody since. */
  readonly left: number;
}

const laneCount = 4;

/**
 * Fills the board with the demo of `domain.md` (v) through the records service: organisation, roles and adopted goals
 * as the app, all else as the person whose step it is. Ids are always the same, so that seeding twice changes nothing,
 * and a seeding that was cut off is completed. What somebody has changed since is left as it is.
 *
 * @throws AppError unexpected, with the record and the refusal, when the demo's own data breaks a rule
 */
export async function seedDemoBoard(deps: SeedDeps): Promise<SeedReport> {
  const now = deps.now();
  const year = Number(swedishDay(now).slice(0, 4));
  const founded = swedishInstant(now, 800, '08:00');
  const first = createLane(deps.createRecords, now);
  const lanes = [first, ...Array.from({ length: laneCount - 1 }, () => createLane(deps.createRecords, now))];

  // Each service reads the organisation once, so it must be complete before the other lanes begin.
  await first.run(unitScripts(founded));
  await runBeside(lanes, [goalScripts(founded, year), ...oneByOne(roleScripts(founded))]);
  // What commitments and processes point at comes before them.
  await runBeside(lanes, oneByOne(documentScripts(now)));
  // Cases and commitments point at processes.
  for (const bundles of processScripts(now)) await runBeside(lanes, bundles);
  // The demo's cases stay in one lane, so that their references rise with time.
  await runBeside(lanes, [caseScripts(now), ...planScripts(now, year), ...selfCheckScripts(now)]);

  const cases = deps.cases ?? 0;
  const generated = Array.from({ length: cases }, (_, index) => caseScript(generatedCase(index, cases), now));
  const newest = generated.at(-1);
  // They are written roughly in the order of time: asking for each of thousands would make every start slow.
  if (newest !== undefined && !(await first.isThere(newest))) await runBeside(lanes, oneByOne(generated));
  return sum(lanes);
}

/** Gives each lane the next bundle as soon as it has done one. What a bundle needs of another must be there. */
async function runBeside(lanes: readonly SeedingLane[], bundles: readonly (readonly RecordScript[])[]): Promise<void> {
  const waiting = [...bundles];
  let broken = false;
  const done = await Promise.allSettled(
    lanes.map(async (lane) => {
      try {
        for (let next = waiting.shift(); next !== undefined && !broken; next = waiting.shift()) await lane.run(next);
      } catch (cause) {
        broken = true;
        throw cause;
      }
    }),
  );
  // All have stopped, so that nothing writes on after the caller has heard of the failure.
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

function oneByOne(scripts: readonly RecordScript[]): readonly (readonly RecordScript[])[] {
  return scripts.map((script) => [script]);
}

function sum(lanes: readonly SeedingLane[]): SeedReport {
  const counts = lanes.map((lane) => lane.counts());
  return {
    created: counts.reduce((total, { created }) => total + created, 0),
    left: counts.reduce((total, { left }) => total + left, 0),
  };
}
