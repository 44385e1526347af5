/** The drawing of a process in a real browser: what it shows, where it leads, its files, and how it feels when large. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { processId } from '../../bot/demo/process-ids.ts';
import { axeViolations } from './axe-violations.ts';
import { measureInputs } from './input-delays.ts';
import { createLargeProcess } from './large-process.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

let windows: TabWindows;
const route = `/processer/${processId('lakemedel')}`;

beforeAll(async () => {
  windows = await openTabWindows();
});
afterAll(() => windows.close());

/** Scrolls the drawing into sight, which is what makes it load. */
async function showDrawing(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Ritning' }).scrollIntoViewIfNeeded();
  await page.getByRole('img', { name: /^Ritning av/ }).waitFor();
  await page.getByRole('button', { name: 'Visa hela' }).and(page.locator(':enabled')).waitFor();
}

test('the drawing shows the process with what is open, and leads to the row of an activity', async () => {
  const page = await windows.open('annika', route);
  await showDrawing(page);

  const drawing = page.locator('[data-drawing]');
  expect(await drawing.locator('.kv-badge').allInnerTexts()).toEqual(['1 avvikelse']);
  await drawing.locator('[data-element-id="Step_lakemedel_overlamna"]').first().click();

  const row = page.getByRole('row', { name: /Överlämna dos/ });
  expect(await row.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await drawing.getByTitle(/bpmn\.io/).isVisible()).toBe(true);
  expect(windows.faults).toEqual([]);
  await page.context().close();
});

test('it is moved and zoomed by keyboard, and shown whole again', async () => {
  const page = await windows.open('annika', route);
  await showDrawing(page);
  const scaleAndPlace = (): Promise<string> =>
    page.locator('[data-drawing] .viewport').evaluate((one) => one.getAttribute('transform') ?? '');

  await page.getByRole('img', { name: /^Ritning av/ }).focus();
  const seen = [await scaleAndPlace()];
  for (const key of ['+', 'ArrowRight', '-', '0']) {
    await page.keyboard.press(key);
    seen.push(await scaleAndPlace());
  }

  expect(new Set(seen.slice(0, 4)).size).toBe(4);
  await page.getByRole('button', { name: 'Större' }).click();
  await page.getByRole('button', { name: 'Visa hela' }).click();
  expect(await scaleAndPlace()).toBe(seen[4]);
  await page.context().close();
});

test('it is saved as PNG and SVG', async () => {
  const page = await windows.open('annika', route);
  await showDrawing(page);
  const saved = async (name: string): Promise<readonly [string, Buffer]> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return [download.suggestedFilename(), await contentOf(download)];
  };

  const [svgName, svg] = await saved('Spara SVG');
  const [pngName, png] = await saved('Spara PNG');

  expect([svgName, pngName]).toEqual(['Läkemedelshantering.svg', 'Läkemedelshantering.png']);
  expect(svg.toString('utf8')).toContain('Sjuksköterska');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1500);
  await page.context().close();
});

async function contentOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path());
}

test.each([
  { theme: 'default', width: 320 },
  { theme: 'dark', width: 1440 },
  { theme: 'contrast', width: 768 },
] as const)('it has no faults by axe and no sideways scroll in $theme at $width px', async ({ theme, width }) => {
  const page = await windows.open('annika', route, { theme, width });
  await showDrawing(page);

  await windows.shoot(page, `drawing-${theme}-${String(width)}`);

  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('with 200 activities it still answers to keys and buttons at once', async () => {
  const id = await createLargeProcess(windows.service, 200);
  const page = await windows.open('annika', `/processer/${id}`);
  await showDrawing(page);
  const delays = await measureInputs(page);

  await page.getByRole('img', { name: /^Ritning av/ }).focus();
  for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press(turn % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
  for (let turn = 0; turn < 5; turn += 1) await page.keyboard.press('-');
  await page.getByRole('button', { name: 'Visa hela' }).click();

  const { count, slowest } = await delays();
  console.info(`slowest of ${String(count)} inputs: ${String(slowest)} ms`);
  expect(await page.locator('[data-drawing] .djs-shape').count()).toBeGreaterThan(200);
  expect(slowest).toBeLessThan(1000);
  await windows.shoot(page, 'drawing-large');
  await page.context().close();
});
