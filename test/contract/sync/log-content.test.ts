import { sql } from 'kysely';
import { afterEach, expect, test } from '@jest/globals';
import { createLog } from '../../../bot/log.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { acceptRecord, changeRecord, createSyncWorld, editItem, readRecord } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

const secret = 'Krusbärssaft';
let world: SyncWorld | undefined;
afterEach(() => world?.close());

/** Every field of a deviation that a person writes words in. */
const secretFields = Object.fromEntries(
  Object.entries(definitionOf('deviation').fields)
    .filter(([, field]) => field.type === 'text' || field.type === 'longText')
    .map(([name]) => [name, `${secret} i ${name}`]),
);

test('S-L1 no line of the log holds what somebody wrote, whatever goes right or wrong', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', write: (line) => lines.push(line), now: () => new Date(0) });
  world = await createSyncWorld({ log });
  const { engine, karin, local, db } = world;
  const list = world.list('deviation');
  const fields = { ...secretFields, category: 'fall' };
  const made: string[] = [];
  const make = async () => {
    const ref = `AVV-2026-${String(made.length + 1).padStart(4, '0')}`;
    made.push(await acceptRecord(world as SyncWorld, 'deviation', { ref, fields }));
    return made.at(-1) ?? '';
  };
  const push = async () => {
    await engine.pushUntilIdle();
    world?.passTime(600_000);
  };
  const itemOf = async (id: string) => (await readRecord(world as SyncWorld, id)).graphItemId ?? '';

  // Pushed, changed on both sides, deleted there, set aside in three ways.
  const [both, gone, aside] = [await make(), await make(), await make()];
  await push();
  await editItem(karin, list, await itemOf(both), { ImmediateAction: `${secret} där` });
  await changeRecord(world, both, { fields: { immediateAction: `${secret} här` } });
  const goneItem = await readRecord(world, gone);
  await changeRecord(world, gone, { fields: { place: secret } });
  await karin.deleteItem(list, goneItem.graphItemId ?? '', goneItem.etag ?? '');
  await editItem(karin, list, await itemOf(aside), { Status: 'closed', Learned: secret });
  await karin.createItem(list, { Title: secret, WhatHappened: secret });
  await push();
  await engine.pullAll();
  await editItem(karin, list, await itemOf(aside), { History: secret, CreatedByName: secret });
  await engine.pullAll();
  // Every fault of the way.
  for (const fault of ['throttled', 'serverError', 'cutBeforeCommit', 'cutAfterCommit', 'conflict'] as const) {
    await make();
    local.plan.set({ next: [fault] });
    await push();
    await push();
  }
  local.plan.set({ rates: { brokenDelta: 1 } });
  await engine.pullAll();
  local.plan.clear();
  local.plan.expireDeltaTokens();
  await engine.pullAll();
  // What SharePoint never takes, and a database whose errors tell what the row held.
  await acceptRecord(world, 'deviation', { ref: 'AVV-2026-9999', fields: { place: secret.repeat(30) } });
  await push();
  await make();
  await sql
    .raw(`create function tell() returns trigger language plpgsql as 'begin raise exception ''%'', new.fields; end'`)
    .execute(db);
  await sql
    .raw(`create trigger tell before update of base on records for each row execute function tell()`)
    .execute(db);
  await push();
  await engine.pullAll().catch(() => undefined);

  const events = new Set(lines.map((line) => (JSON.parse(line) as { event: string }).event));
  expect([...events].toSorted()).toEqual(
    expect.arrayContaining([
      'conflict kept',
      'pull put off',
      'pulled',
      'push not noted',
      'push postponed',
      'set aside',
    ]),
  );
  expect(events).toContain('unsendable');
  // The word was there to be told: in the tables that the lines speak of.
  const kept = await db.selectFrom('set_aside').select('content').execute();
  expect(JSON.stringify(kept)).toContain(secret);
  expect(lines.filter((line) => line.includes(secret))).toEqual([]);
});
