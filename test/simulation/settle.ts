import { pullEveryMs } from './simulated-process.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** Rounds of quiet after which everything must have reached SharePoint and come back. Back-off grows to five minutes. */
const patience = 40;
const allSteps = 100_000;

/**
 * Ends all trouble and lets time pass until users have their answers and nothing waits. Then two pulls more, so that
 * what was written last in SharePoint has been seen. Tells what does not come to rest.
 */
export async function settle(world: SimulatedWorld): Promise<readonly string[]> {
  world.trace('Quiet begins');
  world.graph.local.plan.clear();
  const [first, second] = world.processes;
  // One process is enough to finish, and quicker.
  if (second !== undefined) await world.scheduler.kill(second.life);
  if (first !== undefined) {
    first.life.death = undefined;
    first.watch.errorMs = 0;
  }
  let quietRounds = 0;
  for (let round = 0; round < patience; round += 1) {
    world.clock.advance(pullEveryMs * 2);
    await world.scheduler.run(allSteps);
    quietRounds = world.tasks.size === 0 && (await waiting(world)) === 0 ? quietRounds + 1 : 0;
    if (quietRounds === 2) return [];
  }
  const left = await world.database.direct
    .selectFrom('records')
    .select([
      'board_id',
      'kind',
      'id',
      'revision',
      'pushed_revision',
      'push_after',
      'push_attempts',
      'unsendable_reason',
    ])
    .whereRef('revision', '>', 'pushed_revision')
    .execute();
  const drawings = await world.database.direct
    .selectFrom('process_versions')
    .select(['process_id', 'version', 'push_after', 'push_attempts'])
    .where('pushed_at', 'is', null)
    .execute();
  return [
    `does not come to rest: ${String(world.tasks.size)} calls of users, records ${JSON.stringify(left)}, drawings ${JSON.stringify(drawings)}`,
  ];
}

/** Records and drawings that wait for SharePoint; those that it can never take are in the visible list. */
async function waiting(world: SimulatedWorld): Promise<number> {
  const [process] = world.processes;
  if (process === undefined || !process.isReady) return 1;
  const row = await world.database.direct
    .selectFrom('records')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .whereRef('revision', '>', 'pushed_revision')
    .where((eb) => eb.or([eb('unsendable_revision', 'is', null), eb('unsendable_revision', '<', eb.ref('revision'))]))
    .executeTakeFirstOrThrow();
  const drawings = await world.database.direct
    .selectFrom('process_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('pushed_at', 'is', null)
    .where('unsendable_reason', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count + drawings.count;
}
