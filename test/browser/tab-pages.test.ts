/**
 * Every line of the route table in a real browser: wide and at 320 px, light and dark, in both languages, without anything that axe finds wrong (WCAG 2.1 A and AA), without scrolling sideways, without a fault in the
 * console.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { personOf } from '../../bot/demo/demo-staff.ts';
import type { RecordPage } from '../../shared/api/contract.ts';
import { pages } from '../../tab/pages/index.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { startService } from '../support/start-service.ts';
import type { RunningService } from '../support/start-service.ts';
import { axeViolations } from './axe-violations.ts';
import { wearLook } from './wear-look.ts';
import type { Look } from './wear-look.ts';

jest.setTimeout(300_000);

const manager = personOf('annika').id;
/** Pages that are not for everybody, and who sees them; all others are seen as a unit manager. */
const readers: Readonly<Record<string, string>> = { '/synkronisering': personOf('mirja').id };
const shots = process.env['SCREENSHOTS'];

let service: RunningService;
let browser: Browser;

const looks: readonly Look[] = [
  { width: 1440, theme: 'default', language: 'sv' },
  { width: 320, theme: 'dark', language: 'en' },
];

interface Opened {
  readonly page: Page;
  readonly faults: string[];
}

/** A window's worth of storage and cache, in which every page begins with these choices. */
async function newContext(look: Partial<Look> = {}, person = manager): Promise<BrowserContext> {
  const { width = 1440, theme = 'default', language = 'sv' } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(
    (choices) => {
      for (const [name, value] of Object.entries(choices)) localStorage.setItem(`kvalitetsnavet.${name}`, value);
    },
    { theme, language, person },
  );
  return context;
}

const readersContexts = new Map<string, Promise<BrowserContext>>();

/** One for all pages that a person reads: its browser has loaded and compiled the tab's code before. */
function contextOf(reader: string): Promise<BrowserContext> {
  const context = readersContexts.get(reader) ?? newContext(looks[0], reader);
  readersContexts.set(reader, context);
  return context;
}

const open = async (route: string, look: Partial<Look> = {}, person = manager): Promise<Opened> =>
  openIn(await newContext(look, person), route);

async function openIn(context: BrowserContext, route: string): Promise<Opened> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  await page.goto(`${service.origin}/tab/#${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  return { page, faults };
}

/** Nothing on its way: no skeleton, no request. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .getByText(/^(?:Hämtar|Loading) …$/)
    .first()
    .waitFor({ state: 'detached' });
}

async function faultsOf({ page, faults }: Opened, name: string): Promise<readonly string[]> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...(await axeViolations(page)), ...faults, ...(sideways > 0 ? [`${String(sideways)} px too wide`] : [])];
}

async function firstOf(kind: string, query = ''): Promise<string> {
  const answer = await fetch(`${service.origin}/api/v1/records/${kind}?limit=1&${query}`, {
    headers: { Authorization: `Bearer local:${manager}` },
  });
  return ((await answer.json()) as RecordPage).rows[0]?.id ?? '';
}

/** An address that the route answers to. */
async function example(path: string): Promise<string> {
  if (path === '*') return '/finns-inte';
  if (path.startsWith('/ataganden/')) return path.replace(':id', await firstOf('commitment'));
  if (path.startsWith('/egenkontroller/definitioner/')) return path.replace(':id', 'ny');
  if (path.startsWith('/egenkontroller/')) {
    await service.selfChecks.run(demoBoard.id);
    return path.replace(':id', await firstOf('selfCheckOccurrence', 'status=open'));
  }
  if (path.startsWith('/processer/')) return path.replace(':id', await firstOf('process'));
  if (path.startsWith('/styrdokument/')) return path.replace(':id', await firstOf('governingDocument'));
  return path.replace(':kind', 'deviation').replace(':id', await firstOf('deviation'));
}

beforeAll(async () => {
  const tabDir = process.env['TAB_DIR'];
  service = await startService({ demo: true, cases: 200, ...(tabDir === undefined ? {} : { server: { tabDir } }) });
  browser = await chromium.launch(chromiumLaunch());
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

test.each(pages.map(({ path }) => path))(
  '%s is right at every width, in every theme and both languages',
  async (path) => {
    const opened = await openIn(await contextOf(readers[path] ?? manager), await example(path));
    const wrong: string[] = [];

    for (const look of looks) {
      const name = `${path.replaceAll(/[^a-z]+/g, '-')}-${String(look.width)}-${look.theme}-${look.language}`;
      await wearLook(opened.page, look);
      wrong.push(...(await faultsOf(opened, name)).map((fault) => `${name}: ${fault}`));
    }

    expect(wrong).toEqual([]);
    await opened.page.close();
  },
);

test.each(looks)('the dialogs are right in $theme at $width px', async (look) => {
  const opened = await open(`/arenden/deviation/${await openDeviation()}`, look);
  const { page } = opened;
  const swedish = look.language === 'sv';
  const wrong: string[] = [];

  await page
    .getByRole('group', { name: swedish ? 'Nästa steg' : 'Next step' })
    .getByRole('button')
    .nth(1)
    .click();
  await page.getByRole('dialog').waitFor();
  wrong.push(...(await faultsOf(opened, `step-${look.theme}`)));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Annika Berglund/ }).click();
  await page.getByRole('dialog').waitFor();
  await settled(page);
  wrong.push(...(await faultsOf(opened, `settings-${look.theme}`)));

  expect(wrong).toEqual([]);
  await page.context().close();
});

test('theme, language and person change at once, and are remembered', async () => {
  const { page } = await open('/');
  await page.getByRole('button', { name: /Annika Berglund/ }).click();

  await page.getByRole('radio', { name: 'Mörkt' }).check();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page
    .getByRole('combobox', { name: 'Person' })
    .selectOption({ label: 'Sara Lundvall (Employee, Förskoleenhet Blåsippan)' });

  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /Sara Lundvall/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await page.evaluate(() => localStorage.getItem('kvalitetsnavet.theme'))).toBe('dark');
  await page.context().close();
});

test('a report is written and sent by keyboard alone, and focus says where one is', async () => {
  const { page } = await open('/');
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  const press = async (key: string, times = 1): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) await page.keyboard.press(key);
  };

  await press('Tab');
  expect(await focused()).toBe('Hoppa till innehållet');
  for (let turn = 0; turn < 40 && (await focused()) !== 'Rapportera'; turn += 1) await press('Tab');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Rapportera' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await press('Tab', 2);
  await page.keyboard.type('fall på Ekliden igår kväll ca 21.30, ingen skada');
  await press('Tab');
  expect(await focused()).toBe('Fortsätt');
  await press('Enter');
  await page.getByRole('heading', { name: 'Kontrollera och skicka in' }).waitFor();
  expect(await focused()).toBe('Kontrollera och skicka in');
  for (let turn = 0; turn < 40 && (await focused()) !== 'Skicka in'; turn += 1) await press('Tab');
  await press('Enter');
  await page.getByRole('heading', { name: 'Tack! Rapporten är sparad.' }).waitFor();

  expect(await focused()).toBe('Tack! Rapporten är sparad.');
  await press('Tab');
  expect(await focused()).toMatch(/^AVV-\d{4}-\d{4}$/);
  await press('Enter');
  expect(await page.getByRole('region', { name: 'Uppgifter' }).textContent()).toContain('fall på Ekliden');
  await page.context().close();
});

test('the list of cases filters, sorts and turns pages by its address', async () => {
  const { page } = await open('/arenden', {}, personOf('karin').id);
  await page.getByText(/^1–50 av \d+$/).waitFor();

  await page.getByRole('link', { name: 'Nästa' }).click();
  await page.getByText(/^51–100 av \d+$/).waitFor();
  await page.getByRole('combobox', { name: 'Kategori' }).selectOption('fall');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tbody th')].every((cell) => cell.textContent === 'Fall'),
  );
  await page.getByRole('button', { name: 'Nummer' }).click();
  await page.locator('th[aria-sort="ascending"]').waitFor();

  expect(new URL(page.url()).hash).toBe('#/arenden?kind=deviation&subject=fall&sort=ref');
  await page.getByRole('searchbox').fill('finns inte någonstans');
  await page.getByText('Inget ärende passar filtret. Ta bort något villkor eller rensa filtret.').waitFor();
  await page.getByRole('button', { name: 'Rensa filter' }).click();
  await page.getByText(/^1–50 av \d+$/).waitFor();
  await page.context().close();
});

test('the board office sees numbers, and none that could point somebody out', async () => {
  const opened = await open('/arenden', {}, personOf('larsErik').id);

  const table = opened.page.getByRole('table', { name: 'Avvikelser i antal' });
  await table.waitFor();

  expect(await table.getByRole('row').count()).toBeGreaterThan(3);
  expect(await faultsOf(opened, 'board-office')).toEqual([]);
  await opened.page.context().close();
});

async function openDeviation(): Promise<string> {
  const answer = await fetch(`${service.origin}/api/v1/records/deviation?status=reported&limit=1`, {
    headers: { Authorization: `Bearer local:${manager}` },
  });
  return ((await answer.json()) as RecordPage).rows[0]?.id ?? '';
}
