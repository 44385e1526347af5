import { afterEach, expect, test } from '@jest/globals';
import { createReminderPages } from '../../../../bot/reminders/reminder-pages.ts';
import type { RecordsService } from '../../../../bot/records/records-service.ts';
import { boardId, createRemindersFixture } from './reminders-fixture.ts';

type Fixture = Awaited<ReturnType<typeof createRemindersFixture>>;
let fixture: Fixture | undefined;
afterEach(() => fixture?.close());

const choices = { muted: ['commitment'], deputy: { id: 'somebody', name: 'Någon' } };

test('what could not be stored is not answered as if it were, and nothing is woken', async () => {
  const made = (fixture = await createRemindersFixture('2026-11-24T09:00:00.000Z'));
  let woken = 0;
  const refusing: RecordsService = {
    ...made.records,
    create: () => Promise.resolve({ kind: 'notAllowed' }),
    change: () => Promise.resolve({ kind: 'notAllowed' }),
  };
  const parts = { db: made.db, boardId, now: made.now, wake: () => void (woken += 1) };
  const working = createReminderPages({ ...parts, records: made.records });
  const broken = createReminderPages({ ...parts, records: refusing });
  const karin = await made.caller('karin');
  const overview = await working.overview(karin);
  if (overview === undefined) throw new Error('no overview');

  expect(await broken.saveMine(karin, choices)).toBeUndefined();
  expect(await broken.saveRules(karin, { ...overview.rules, opensAt: 9 })).toBe('notStored');
  expect(woken).toBe(0);
  expect(await working.saveMine(karin, choices)).toMatchObject({ choices });
  expect(await working.saveRules(karin, { ...overview.rules, opensAt: 9 })).toMatchObject({ rules: { opensAt: 9 } });
  expect(await working.saveRules(await made.caller('annika'), overview.rules)).toBe('notAllowed');
  expect(woken).toBe(2);
});
