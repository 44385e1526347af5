import type { z } from 'zod';
import { subscriptionAnswer } from './graph-answers.ts';
import type { GraphSubscriptions, SiteOutcome, Subscription } from './graph-port.ts';
import { createGraphRequester } from './graph-request.ts';
import type { GraphConnection } from './graph-request.ts';
import { ask } from './graph-sites.ts';

/** Subscriptions through Graph; lists and drives know only the change type `updated`, and of a drive its root alone. */
export function createGraphSubscriptions(connection: GraphConnection): GraphSubscriptions {
  const send = createGraphRequester(connection);
  return {
    create: async ({ place, notificationUrl, clientState, expiresAt }) => {
      const body = {
        ...{ changeType: 'updated', notificationUrl, lifecycleNotificationUrl: notificationUrl, clientState },
        resource: 'driveId' in place ? `drives/${place.driveId}/root` : `sites/${place.siteId}/lists/${place.listId}`,
        expirationDateTime: expiresAt,
      };
      return toSubscription(await ask(send, { method: 'POST', path: '/subscriptions', body }, subscriptionAnswer));
    },
    renew: async (id, expiresAt) => {
      const path = `/subscriptions/${encodeURIComponent(id)}`;
      const body = { expirationDateTime: expiresAt };
      return toSubscription(await ask(send, { method: 'PATCH', path, body }, subscriptionAnswer));
    },
  };
}

function toSubscription(outcome: SiteOutcome<z.infer<typeof subscriptionAnswer>>): SiteOutcome<Subscription> {
  if (outcome.kind !== 'ok') return outcome;
  const { id, expirationDateTime: expiresAt } = outcome.value;
  return { kind: 'ok', value: { id, expiresAt } };
}
