import { findLostDrawings, readVersions } from './drawing-invariants.ts';
import { saveDrawing } from './drawing-operations.ts';
import { settle } from './settle.ts';
import { begin } from './simulated-world.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SeededChoice } from './seeded-choice.ts';
import { planDeath, planFaults } from './world-operations.ts';

/** Turns between the loss and the quiet. */
const turns = 25;

/**
 * Loses the database while people go on: SharePoint answers badly, and drawings are saved before, while and after their
 * versions come back. No number is given twice, and every version of before is there again. Rules S-F5, S-F12.
 */
export async function loseWhileUsed(world: SimulatedWorld, choice: SeededChoice): Promise<readonly string[]> {
  const before = await readVersions(world);
  world.trace('The database is lost, and people go on');
  for (const process of world.processes) await world.scheduler.kill(process.life);
  await world.database.empty();
  await world.fillOrganisation();
  world.revive();
  planFaults(world, choice);
  for (let turn = 0; turn < turns; turn += 1) {
    begin(world, saveDrawing(world, choice));
    if (choice.chance(0.1)) planDeath(world, choice);
    world.clock.advance(choice.below(6000));
    await world.scheduler.run(choice.below(60));
    world.revive();
  }
  const restless = await settle(world);
  if (restless.length > 0) return restless;
  const after = new Set(await readVersions(world));
  return [
    ...before.filter((version) => !after.has(version)).map((version) => `did not come back: ${version.slice(0, 120)}`),
    ...(await findLostDrawings(world)),
    // That numbers cannot be reserved while SharePoint answers badly is told, and tried again.
    ...world.ledger.failures.filter((line) => !line.includes('numbers not reserved')).map((line) => `failed: ${line}`),
  ].map((line) => `after a loss of the database in use: ${line}`);
}
