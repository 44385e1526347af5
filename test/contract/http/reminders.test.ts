import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MyRemindersAnswer, RemindersOverviewAnswer } from '../../../shared/api/reminder-contract.ts';
import { personOf } from '../../../bot/demo/demo-staff.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';

let service: RunningService;
const call = createCaller(() => service.origin);

beforeAll(async () => {
  service = await startService({ demo: true });
}, 60_000);
afterAll(() => service.close());

const annika = personOf('annika').id;
const karin = personOf('karin').id;

test('a person sees and changes their own choices, and the form that is sent is what stands', async () => {
  const choices = {
    muted: ['commitment'],
    absentFrom: '2026-12-20',
    absentTo: '2027-01-06',
    deputy: personOf('daniel'),
  };

  const saved = await call('PUT', '/api/v1/reminders/mine', { as: annika, body: choices });
  const again = await call('PUT', '/api/v1/reminders/mine', { as: annika, body: { muted: [] } });
  const others = await call('GET', '/api/v1/reminders/mine', { as: karin });

  expect((saved.body as MyRemindersAnswer).choices).toEqual(choices);
  expect((again.body as MyRemindersAnswer).choices).toEqual({ muted: [] });
  expect((others.body as MyRemindersAnswer).choices).toEqual({ muted: [] });
});

test('only who oversees the quality work sees everybody’s reminders and sets the rules', async () => {
  const seen = await call('GET', '/api/v1/reminders/overview', { as: karin });
  const { rules } = seen.body as RemindersOverviewAnswer;
  const later = { ...rules, validFrom: '2020-01-01', opensAt: 8 };

  const saved = await call('PUT', '/api/v1/reminders/rules', { as: karin, body: later });
  const refused = await call('PUT', '/api/v1/reminders/rules', { as: annika, body: later });
  const twoAtOnce = {
    ...later,
    ladders: { selfCheck: [rules.ladders['selfCheck']![0]!, rules.ladders['selfCheck']![0]!] },
  };
  const wrong = await call('PUT', '/api/v1/reminders/rules', { as: karin, body: twoAtOnce });

  expect(seen.status).toBe(200);
  expect((saved.body as RemindersOverviewAnswer).rules.opensAt).toBe(8);
  expect([refused.status, wrong.status]).toEqual([403, 400]);
  expect((await call('GET', '/api/v1/reminders/overview', { as: annika })).status).toBe(403);
});
