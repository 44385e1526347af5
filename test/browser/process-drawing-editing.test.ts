/** Editing in the drawing in a real browser: what is drawn stands in the list, and one undo goes across both. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { processId } from '../../bot/demo/process-ids.ts';
import { drawing as words } from '../../shared/text/sv/drawing.ts';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

jest.setTimeout(240_000);

let windows: TabWindows;
const route = `/processer/${processId('upphandla')}/redigera`;

beforeAll(async () => {
  windows = await openTabWindows();
});
afterAll(() => windows.close());

/** Opens the editor with the drawing in sight, which is what makes it load. */
async function openDrawing(view?: Parameters<TabWindows['open']>[2]): Promise<Page> {
  const page = await windows.open('karin', route, view);
  await page.getByRole('heading', { name: words.heading }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: words.tidy }).and(page.locator(':enabled')).waitFor();
  await page.locator('[data-drawing]').scrollIntoViewIfNeeded();
  return page;
}

const shapeOf = (page: Page, name: string): Locator =>
  page.locator('[data-drawing] .djs-shape').filter({ hasText: name }).first();

const toolOf = (page: Page, name: string): Locator => page.locator(`.djs-context-pad .entry[title="${name}"]`);

const nameOf = (page: Page, number: number): Locator =>
  page.getByRole('textbox', { name: `Aktivitet ${String(number)}`, exact: true });

/** The row of an activity in the list, by its number and name. */
const rowOf = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

test('an activity that is added in the drawing stands in the list; undo and names go across both', async () => {
  const page = await openDrawing();

  await shapeOf(page, 'Annonsera').click();
  await toolOf(page, words.bpmn.appendTask).click();
  await page.locator('.djs-direct-editing-content').waitFor();
  await page.keyboard.type('Svara på frågor');
  await shapeOf(page, 'Teckna avtal').click();

  await rowOf(page, '3. Svara på frågor').waitFor();
  await rowOf(page, '4. Utvärdera anbud').waitFor();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await shapeOf(page, 'Svara på').waitFor({ state: 'detached' });
  await rowOf(page, '3. Utvärdera anbud').waitFor();

  await nameOf(page, 3).fill('Jämföra anbud');
  await shapeOf(page, 'Jämföra').waitFor();
  await shapeOf(page, 'Jämföra').click();
  await page.keyboard.press('Delete');
  await rowOf(page, '3. Teckna avtal').waitFor();
  // The drawing has the focus: its keys undo on the stack of both.
  await page.keyboard.press('Control+z');
  await rowOf(page, '3. Jämföra anbud').waitFor();
  await shapeOf(page, 'Jämföra').waitFor();

  await shapeOf(page, 'Beställande').click();
  await toolOf(page, words.bpmn.roleBelow).click();
  await page.getByRole('textbox', { name: 'Roll 3', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await page.getByRole('textbox', { name: 'Roll 3', exact: true }).waitFor({ state: 'detached' });

  await page.keyboard.press('Control+s');
  await page.getByText('Processen är sparad som version 2.').waitFor();
  expect(windows.faults).toEqual([]);
  await page.context().close();
});

test('every tool has a name of ours, and the mark of bpmn.io stays in sight', async () => {
  const page = await openDrawing({ width: 320, theme: 'dark' });

  const names = await page
    .locator('.djs-palette .entry')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('aria-label') ?? ''));
  await windows.shoot(page, 'drawing-editing-320-dark');

  const { hand, lasso, connectAny, start, end, decision, task, object } = words.bpmn;
  expect(names).toEqual([hand, lasso, connectAny, start, end, decision, task, object]);
  expect(
    await page
      .locator('[data-drawing]')
      .getByTitle(/bpmn\.io/)
      .isVisible(),
  ).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});
