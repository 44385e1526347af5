import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';
import { wearLook } from './wear-look.ts';

let windows: TabWindows;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

beforeAll(async () => {
  windows = await openTabWindows();
});

afterAll(() => windows.close());

test.each([{ width: 320, themes: ['contrast'] }] as const)(
  'The pages have no faults by axe and no sideways scroll in $themes at $width px',
  async ({ width, themes }) => {
    const page = await windows.open('annika', '/ataganden', { theme: themes[0], width });
    await page.getByRole('tree').waitFor();
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      for (const theme of themes) {
        await wearLook(page, { width, theme, language: 'sv' });
        found.push(...(await axeViolations(page)).map((one) => `${name} ${theme} ${one}`));
        await windows.shoot(page, `${name}-${theme}-${String(width)}`);
      }
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (excess > 0) found.push(`${name} is ${String(excess)} px too wide`);
    };

    await look('tree');
    await button(page, 'Nytt åtagande').click();
    await page.getByRole('dialog').waitFor();
    await look('create');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Tabell' }).click();
    await page.getByRole('table').waitFor();
    await look('table');
    await page.getByRole('link', { name: /^Rätt läkemedel/ }).click();
    await button(page, 'Skicka in').waitFor();
    await look('editor');
    await button(page, 'Skicka in').click();
    await page.getByRole('dialog').waitFor();
    await look('step');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await button(page, 'Kommentera Arbetssätt').click();
    await look('comments');
    const before = await field(page, 'Målgrupp').inputValue();
    await field(page, 'Målgrupp').fill(`${before} och anhöriga`);
    await page.getByRole('link', { name: 'Min del' }).click();
    await page.getByRole('alertdialog').waitFor();
    await look('leave');
    await button(page, 'Stanna kvar').click();
    await field(page, 'Målgrupp').fill(before);
    await page.getByText('Allt är sparat').waitFor();
    await button(page, 'Visa historiken').click();
    await page.getByRole('dialog').waitFor();
    await look('history');

    expect(found).toEqual([]);
  },
);
