import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

jest.setTimeout(120_000);

let windows: TabWindows;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

beforeAll(async () => {
  windows = await openTabWindows();
});

afterAll(() => windows.close());

const looks = ['default', 'dark', 'contrast'] as const;
const widths = [320, 1440] as const;

test.each(looks.flatMap((theme) => widths.map((width) => ({ theme, width }))))(
  'The pages have no faults by axe and no sideways scroll in $theme at $width px',
  async ({ theme, width }) => {
    const page = await windows.open('annika', '/ataganden', { theme, width });
    await page.getByRole('tree').waitFor();
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await axeViolations(page)).map((one) => `${name} ${one}`));
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (excess > 0) found.push(`${name} is ${String(excess)} px too wide`);
      await windows.shoot(page, `${name}-${theme}-${String(width)}`);
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
