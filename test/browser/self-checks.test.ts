/** Self-checks in a real browser: answered by keyboard on a phone, reviewed, described, and seen over the year. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { personOf } from '../../bot/demo/demo-staff.ts';
import type { RecordAnswer, RecordPage } from '../../shared/api/contract.ts';
import type { RunningService } from '../support/start-service.ts';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows, View } from './tab-windows.ts';

let windows: TabWindows;
let service: RunningService;

const phone: View = { width: 320 };
const everyView = ['year', 'year&as=list', 'statistics', 'gaps', 'definitions'];
const looks: readonly (View & { readonly views: readonly string[] })[] = [
  { width: 1440, theme: 'default', views: everyView },
  { width: 320, theme: 'dark', views: everyView },
  // What the theme could break is in these two.
  { width: 320, theme: 'contrast', views: ['year', 'statistics'] },
];

beforeAll(async () => {
  windows = await openTabWindows();
  ({ service } = windows);
  await service.selfChecks.run(demoBoard.id);
});

afterAll(() => windows.close());

/** Presses Tab until the control has focus, as somebody without a pointer does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(control)}`);
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });

async function openCheck(name: string, unit: string): Promise<RecordAnswer> {
  const answer = await fetch(`${service.origin}/api/v1/records/selfCheckOccurrence?status=open&limit=200`, {
    headers: { Authorization: `Bearer local:${personOf('karin').id}` },
  });
  const found = ((await answer.json()) as RecordPage).rows.find(
    ({ fields, unitId }) => fields['name'] === name && unitId === unit,
  );
  if (found === undefined) throw new Error(`No open self-check ${name}`);
  return found;
}

async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle');
  await windows.shoot(page, name);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...(await axeViolations(page)), ...(sideways > 0 ? [`${String(sideways)} px too wide`] : [])].map(
    (fault) => `${name}: ${fault}`,
  );
}

test('a manager answers by keyboard on a phone, one answer fails, and the deviation is there', async () => {
  const page = await windows.open('annika', '/egenkontroller', phone);
  const wrong: string[] = [];

  // From the list, by its next step.
  const waiting = page.getByRole('region', { name: 'Väntar på dig' });
  await waiting.getByText('Nästa steg: Svara').first().waitFor();
  wrong.push(...(await faultsOf(page, 'list-phone')));
  await press(page, waiting.getByRole('link', { name: 'Basal hygien, observation' }).first());
  await page.getByRole('heading', { name: 'Fråga 1 av 5' }).waitFor();

  await tabTo(page, radio(page, 'Ja'));
  await page.keyboard.press('ArrowDown');
  await page.getByText('Underkänt svar. När du skickar in öppnas en avvikelse.').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Handsprit saknades i två rum');
  await page.getByText('Svaren är sparade.').waitFor();
  wrong.push(...(await faultsOf(page, 'question-phone')));

  // The phone is put away half-way.
  await page.reload();
  await page.getByRole('heading', { name: 'Fråga 2 av 5' }).waitFor();
  for (const next of [3, 4]) {
    await tabTo(page, radio(page, 'Ja'));
    await page.keyboard.press('Space');
    await press(page, button(page, 'Nästa'));
    await page.getByRole('heading', { name: `Fråga ${String(next)} av 5` }).waitFor();
  }
  await tabTo(page, page.getByRole('textbox', { name: /situationer följde hela rutinen/ }));
  await page.keyboard.type('10');
  await press(page, button(page, 'Nästa'));
  await press(page, button(page, 'Till sammanfattningen'));
  await page.getByText('1 svar är underkänt. När du skickar in öppnas en avvikelse.').waitFor();
  wrong.push(...(await faultsOf(page, 'summary-phone')));
  await press(page, button(page, 'Skicka in'));

  const receipt = page.getByRole('heading', { name: 'Tack! Egenkontrollen är inskickad.' });
  await receipt.waitFor();
  expect(await receipt.evaluate((element) => element === document.activeElement)).toBe(true);
  const deviation = page.getByRole('link', { name: /^AVV-\d{4}-\d{4}$/ }).first();
  await deviation.waitFor();
  wrong.push(...(await faultsOf(page, 'receipt-phone')));
  await press(page, deviation);
  const details = page.getByRole('region', { name: 'Uppgifter' });
  await details.getByText(/Underkänt svar i egenkontrollen Basal hygien, observation/).waitFor();

  expect(await details.textContent()).toContain('Handsprit saknades i två rum');
  expect(wrong).toEqual([]);
});

test('the manager reviews what was handed in, and what failed stays to be closed', async () => {
  const page = await windows.open('annika', '/egenkontroller', phone);
  const waiting = page.getByRole('region', { name: 'Väntar på dig' });
  await waiting.getByText('Nästa steg: Granska').waitFor();

  await page
    .getByRole('listitem')
    .filter({ hasText: 'Nästa steg: Granska' })
    .getByRole('link', { name: 'Basal hygien, observation' })
    .click();
  await page.getByRole('textbox', { name: 'Din kommentar (om du vill)' }).fill('Ny hållare beställs');
  await button(page, 'Markera som granskad').click();

  await page.getByText('Ny hållare beställs').first().waitFor();
  await page.getByRole('group', { name: 'Fler steg' }).getByRole('button', { name: 'Avsluta' }).waitFor();
});

test('somebody of the unit is named, sees it among their own, and others only read', async () => {
  const check = await openCheck('Läkemedelssignering, stickprov', (await openCheckOf('annika')).unitId ?? '');
  const page = await windows.open('annika', `/egenkontroller/${check.id}`);
  await page.getByRole('combobox', { name: 'Utförare' }).selectOption({ label: 'Johan Sköldebrand' });
  await button(page, 'Spara utförare').click();
  await page.getByText('Utföraren är sparad.').waitFor();

  const johan = await windows.open('johan', '/');
  const amina = await windows.open('amina', `/egenkontroller/${check.id}`);

  await johan
    .getByRole('region', { name: 'Väntar på dig' })
    .getByRole('link', { name: 'Läkemedelssignering, stickprov' })
    .waitFor();
  await amina.getByText(/^Den här egenkontrollen är inte din att svara på/).waitFor();
  expect(await amina.getByRole('radio').count()).toBe(0);
});

async function openCheckOf(person: string): Promise<RecordAnswer> {
  const answer = await fetch(`${service.origin}/api/v1/records/selfCheckOccurrence?status=open&limit=1`, {
    headers: { Authorization: `Bearer local:${personOf(person).id}` },
  });
  const [first] = ((await answer.json()) as RecordPage).rows;
  if (first === undefined) throw new Error(`No self-check of ${person}’s unit is open`);
  return first;
}

test('a coordinator describes a self-check by keyboard, sees how it looks and when it comes, and sets it going', async () => {
  const page = await windows.open('karin', '/egenkontroller/definitioner/ny');
  const question = (number: number): Locator =>
    page.getByRole('group', { name: `Fråga ${String(number)}`, exact: true });
  const wrong: string[] = [];

  await tabTo(page, page.getByRole('textbox', { name: 'Namn' }));
  await page.keyboard.type('Fallprevention');
  await page.getByRole('combobox', { name: 'Område' }).selectOption({ label: 'Annat' });
  await page.getByRole('checkbox', { name: 'Gruppbostaden Vinkeln' }).check();
  await press(page, button(page, 'Lägg till en fråga'));
  await page.keyboard.type('Är mattor fästa?');
  await press(page, button(page, 'Lägg till en fråga'));
  await page.keyboard.type('Hur många fall sedan sist?');
  await question(2).getByRole('combobox', { name: 'Svaras med' }).selectOption({ label: 'Tal' });
  await question(2).getByRole('textbox', { name: 'Högst godkänt' }).fill('2');
  const preview = page.getByRole('group', { name: 'Så här ser frågan ut' });
  await preview.getByText('Godkänt: 2 eller mindre.').waitFor();
  await press(page, button(page, 'Flytta fråga 2 uppåt'));
  expect(await question(1).getByRole('textbox', { name: 'Fråga' }).inputValue()).toBe('Hur många fall sedan sist?');
  await page.getByLabel('Första gången').fill('2031-01-31');
  await page.getByText(/2031-02: öppnar 28 feb\. 2031/).waitFor();
  wrong.push(...(await faultsOf(page, 'definition-new')));
  await press(page, button(page, 'Spara som utkast'));

  await page.getByRole('heading', { level: 1, name: 'Fallprevention' }).waitFor();
  await button(page, 'Sätt igång').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sätt igång' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await button(page, 'Avsluta egenkontrollen').waitFor();

  expect(wrong).toEqual([]);
});

test.each(looks)('the views $views are right at $width px, theme $theme', async (look) => {
  const wrong: string[] = [];
  const page = await windows.open('karin', '/egenkontroller', look);
  const name = `${String(look.width)}-${look.theme ?? 'default'}`;
  for (const view of look.views) {
    await page.goto(`${service.origin}/tab/#/egenkontroller?view=${view}`);
    await page.locator('[data-ready]').waitFor();
    wrong.push(...(await faultsOf(page, `${view.replace('&as=', '-')}-${name}`)));
  }

  expect(wrong).toEqual([]);
  await page.context().close();
});

test('the year says the same as a table and as a list', async () => {
  const page = await windows.open('annika', '/egenkontroller?view=year');
  const table = page.getByRole('table', { name: /^Egenkontroller per månad/ });
  await table.waitFor();
  const counts = await table.getByRole('cell').allTextContents();
  const counted = counts
    .flatMap((text) => [...text.matchAll(/\d+/g)])
    .reduce((total, [count]) => total + Number(count), 0);

  await page.getByRole('link', { name: 'Lista', exact: true }).click();
  await page.getByRole('table').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-label^="Egenkontroller per månad"]') === null);

  expect(counted).toBeGreaterThan(10);
  expect(await page.locator('tbody tr').count()).toBe(counted);
  expect(windows.faults).toEqual([]);
});
