import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';
import { wearLook } from './wear-look.ts';

let windows: TabWindows;
const looks = [
  { width: 320, theme: 'default', language: 'sv' },
  { width: 1440, theme: 'dark', language: 'en' },
] as const;

beforeAll(async () => {
  windows = await openTabWindows();
});
afterAll(() => windows.close());

/** Drafts first: of them a coordinator may change fields. */
const someCommitments = () =>
  windows.service.db
    .selectFrom('records')
    .select('id')
    .where('kind', '=', 'commitment')
    .orderBy((eb) => eb('status', '!=', 'draft'))
    .orderBy('ref')
    .limit(3)
    .execute();

/** A status, values and a deletion that differ, and something set aside: as the engine keeps them. */
async function givenProblems(): Promise<string> {
  const { db } = windows.service;
  const [first, second, third] = await someCommitments();
  const found = { board_id: demoBoard.id, kind: 'commitment', found_at: '2026-11-25T08:00:00.000Z', settled_at: null };
  const long = 'Vi svarar den som hör av sig samma dag, även när frågan rör flera enheter. '.repeat(4);
  const conflicts = [
    [first, 'status', { status: 'submitted', text: long }],
    [second, 'workingMethod', { workingMethod: long }],
    [third, '*', { status: 'draft', fields: { text: long, targetGroup: 'Äldre och anhöriga' } }],
  ] as const;
  for (const [nth, [record, group, ours]] of conflicts.entries()) {
    const place = { id: randomUUID(), record_id: record?.id ?? '', field_group: group };
    await db
      .insertInto('conflicts')
      .values({
        ...found,
        ...place,
        found_at: `2026-11-25T08:0${String(nth)}:00.000Z`,
        ours: JSON.stringify(ours),
        theirs: '{}',
      })
      .execute();
  }
  await db
    .updateTable('records')
    .set({ deleted: true })
    .where('id', '=', third?.id ?? '')
    .execute();
  await db
    .insertInto('set_aside')
    .values({
      ...found,
      ...{ id: randomUUID(), graph_item_id: '17', record_id: first?.id ?? null, reason: 'stepNotPossible' },
      content: JSON.stringify({ Text: long, TargetGroup: 'Boende' }),
    })
    .execute();
  return first?.id ?? '';
}

test('Synkronisering with problems, each of its dialogs and the page of a record with one have no faults by axe, narrow or dark', async () => {
  const recordId = await givenProblems();
  const page = await windows.open('karin', '/synkronisering');
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    for (const { width, theme, language } of looks) {
      await wearLook(page, { width, theme, language });
      found.push(...(await axeViolations(page)).map((one) => `${name} ${theme} ${one}`));
      await windows.shoot(page, `${name}-${String(width)}`);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (excess > 0) found.push(`${name} is ${String(excess)} px too wide at ${String(width)}`);
    }
  };
  const dialog = page.getByRole('dialog');
  const shut = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };

  await page.getByRole('button', { name: 'Välj vad som gäller' }).first().waitFor();
  await look('sync');
  for (const [nth, name] of ['status', 'values', 'deleted'].entries()) {
    await page
      .getByRole('button', { name: /Välj vad som gäller|Choose what stands/ })
      .nth(nth)
      .click();
    await dialog.getByRole('radio').last().check();
    await look(`conflict-${name}`);
    await shut();
  }
  await page
    .getByRole('button', { name: /Klar med det här|Done with this/ })
    .first()
    .click();
  await dialog.getByRole('textbox').waitFor();
  await look('set-aside');
  await shut();
  await page.goto(`${windows.service.origin}/tab/#/ataganden/${recordId}`);
  // The page that is left has buttons of the same name.
  await page.getByRole('heading', { level: 1, name: /^Synk|^Sync/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Välj vad som gäller|Choose what stands/ }).waitFor();
  await look('record');

  expect([...found, ...windows.faults]).toEqual([]);
});
