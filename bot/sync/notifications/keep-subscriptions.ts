import type { Log } from '../../log.ts';
import type { Subscriptions } from './subscriptions.ts';
import { createWorker } from '../worker.ts';
import type { Worker } from '../worker.ts';

/** Subscriptions live for weeks; a lost one is noticed within the hour. */
const everyMs = 3_600_000;

export function keepSubscriptions(subscriptions: Pick<Subscriptions, 'keep'>, log: Log): Pick<Worker, 'stop'> {
  const keeper = createWorker(log, 'subscriptions', async () => {
    await subscriptions.keep(() => keeper.isStopping());
    return everyMs;
  });
  keeper.start();
  return keeper;
}
