import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { personOf } from '../../bot/demo/demo-staff.ts';
import type { RunningService } from '../support/start-service.ts';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

let windows: TabWindows;
let service: RunningService;
let sara: Page;
let emil: Page;
let maria: Page;
let helena: Page;
let larsErik: Page;
let address = '';

const open = (person: string, path: string): Promise<Page> => windows.open(person, path);
const shoot = (page: Page, name: string): Promise<void> => windows.shoot(page, name);

/** Presses Tab until the control has focus, as somebody without a pointer does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(control)}`);
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const saveBar = (page: Page): Locator => page.getByRole('group', { name: 'Spara och gå vidare' });

/** Loads the page anew, which reads everything from the service. */
async function refresh(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

beforeAll(async () => {
  windows = await openTabWindows();
  ({ service } = windows);
});

afterAll(() => windows.close());

test('The tree opens by keyboard from the vision to a commitment', async () => {
  const page = await open('maria', '/ataganden');
  const tree = page.getByRole('tree');
  await tree.waitFor();
  const goal = page.getByRole('treeitem', { name: /^N4 / });

  await tabTo(page, page.getByRole('treeitem', { name: /^En stad för alla/ }));
  for (let presses = 0; presses < 40; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');

  await page.waitForURL(/#\/ataganden\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: /Beslut fattas skyndsamt/ }).waitFor();
});

test('The table shows the same commitments, filtered and sorted, with all of it in the address', async () => {
  const page = await open('annika', '/ataganden?visa=tabell');
  await page.getByText('20 åtaganden').waitFor();

  await page.getByRole('checkbox', { name: /Bara Vård- och omsorgsboendet Ekliden/ }).check();
  await page.getByText('Visar 3 av 20 åtaganden').waitFor();
  await page.getByRole('searchbox', { name: 'Sök' }).fill('fall');
  await page.getByText('Visar 1 av 20 åtaganden').waitFor();

  expect(await page.getByRole('rowheader').allTextContents()).toEqual([
    'Vi förebygger fall så att de boende kan röra sig tryggt.',
  ]);
  expect(page.url()).toContain('visa=tabell&sok=fall&min=1');
  await button(page, 'Visa alla').click();
  await button(page, 'Enhet').click();
  const units = await page.getByRole('row').locator('td:nth-of-type(2)').allTextContents();
  expect(units).toEqual([...units].sort(new Intl.Collator('sv').compare));
});

test('A year without commitments, a plan that does not come and a link to a goal each say what they are', async () => {
  const page = await open('maria', '/ataganden?ar=2027');
  await page.getByText('Nämndmålen för 2027 är inte inlagda än.', { exact: false }).waitFor();
  expect(await button(page, 'Nytt åtagande').count()).toBe(0);

  const parent = await service.db
    .selectFrom('records')
    .select('id')
    .where('title', '=', 'Barn får en likvärdig och god start')
    .executeTakeFirstOrThrow();
  const made = await fetch(`${service.origin}/api/v1/records/goal`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer local:${personOf('karin').id}` },
    body: JSON.stringify({
      id: randomUUID(),
      fields: { code: 'N1', level: 'boardGoal', parent: parent.id, period: 'year', year: 2027, text: 'Lek varje dag' },
    }),
  });
  expect(made.status).toBe(201);
  await page.reload();
  await page.getByRole('treeitem', { name: /^N1 Lek varje dag.*inget åtagande än/ }).click();
  await page.getByText('Inget åtagande än', { exact: true }).waitFor();
  await page.getByRole('treeitem', { name: 'Nytt åtagande under målet' }).waitFor();

  await page.route('**/goal-chain*', (route) => route.abort());
  await page.getByRole('combobox', { name: 'År' }).selectOption('2025');
  await page.getByText(/Tjänsten svarar inte just nu/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.unroute('**/goal-chain*');
  await button(page, 'Försök igen').click();
  await page.getByRole('tree').waitFor();

  const { id } = await service.db
    .selectFrom('records')
    .select('id')
    .where('title', 'like', 'Barn i förskolan%')
    .executeTakeFirstOrThrow();
  await page.goto(`${service.origin}/tab/#/ataganden/${id}`);
  await page.waitForURL(/#\/ataganden\?mal=/);
  await page.getByText(/^Visar 4 av \d+ åtaganden$/).waitFor();
});

test('In English every text of the pages is English', async () => {
  const page = await open('annika', '/ataganden');
  await page.evaluate(() => localStorage.setItem('kvalitetsnavet.language', 'en'));
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor();
  await page.getByRole('link', { name: /^Rätt läkemedel/ }).click();
  await button(page, 'Save').waitFor();

  const shown = await page.locator('main').innerText();
  expect(shown).toContain('Need of the target group');
  expect(shown).not.toMatch(/Spara|Målgrupp|Kommentera|Arbetssätt|Återlämnad|\b(?:plan|editor|sections|comments)\.\w/);
});

test('An employee writes a new commitment without touching a pointer, and the draft is kept by itself', async () => {
  sara = await open('sara', '/ataganden');

  await tabTo(sara, button(sara, 'Nytt åtagande'));
  await sara.keyboard.press('Enter');
  await sara.getByRole('dialog').waitFor();
  const dialog = sara.getByRole('dialog');
  // The dialog takes focus when it has opened; a person waits for that, too.
  await sara.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
  expect(await dialog.getByRole('combobox', { name: /Enhet/ }).locator('option').allTextContents()).toEqual([
    'Förskoleenhet Blåsippan',
  ]);
  await tabTo(sara, dialog.getByRole('textbox', { name: /Åtagande/ }));
  await sara.keyboard.type('Varje barn får vara ute varje dag.');
  await tabTo(sara, button(sara, 'Spara och fortsätt'));
  await sara.keyboard.press('Enter');
  await sara.getByRole('heading', { level: 1, name: 'Varje barn får vara ute varje dag.' }).waitFor();
  address = sara.url();
  await tabTo(sara, field(sara, 'Målgrupp'));
  await sara.keyboard.type('Barnen på Blåsippan');
  await saveBar(sara)
    .getByText(/^Utkast sparat \d\d:\d\d$/)
    .waitFor();
  await tabTo(sara, button(sara, 'Lägg till resurs'));
  await sara.keyboard.press('Enter');
  await sara.keyboard.type('Komp');
  await tabTo(sara, button(sara, 'Lägg till resurs'));
  await sara.keyboard.press('Enter');
  await sara.keyboard.type('Lok');
  await tabTo(sara, button(sara, 'Flytta upp resurs 2'));
  await sara.keyboard.press('Enter');

  const kinds = sara.getByRole('combobox', { name: /Slag/ });
  expect(await kinds.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
    'premises',
    'competence',
  ]);
  expect(await button(sara, 'Flytta ner resurs 1').evaluate((one) => one === document.activeElement)).toBe(true);
});

test('The draft is there after the window was closed, may be thrown away, and a saved one is gone', async () => {
  await saveBar(sara)
    .getByText(/^Utkast sparat/)
    .waitFor();
  await refresh(sara);

  await sara.getByText(/Här är ditt utkast från/).waitFor();
  expect(await field(sara, 'Målgrupp').inputValue()).toBe('Barnen på Blåsippan');
  await shoot(sara, 'restored');
  await button(saveBar(sara).page(), 'Spara').click();
  await saveBar(sara).getByText('Allt är sparat').waitFor();
  await refresh(sara);
  expect(await field(sara, 'Målgrupp').inputValue()).toBe('Barnen på Blåsippan');
  expect(await sara.getByText(/Här är ditt utkast/).count()).toBe(0);

  await field(sara, 'Målgrupp').fill('Fel ord');
  await saveBar(sara)
    .getByText(/^Utkast sparat/)
    .waitFor();
  await refresh(sara);
  await button(sara, 'Släng utkastet').click();
  expect(await field(sara, 'Målgrupp').inputValue()).toBe('Barnen på Blåsippan');
  await saveBar(sara).getByText('Allt är sparat').waitFor();
});

test('While the service is down what is written stays, even when the page is loaded anew', async () => {
  await sara.route('**/api/v1/drafts/**', (route) => route.abort());

  await field(sara, 'Målgrupp').fill('Alla barn på Blåsippan');
  await saveBar(sara)
    .getByText(/Tjänsten svarar inte, men det du skrivit finns kvar/)
    .waitFor();
  sara.on('dialog', (dialog) => void dialog.accept());
  await sara.reload();
  await sara.getByText('Här är det du skrev senast').waitFor();
  expect(await field(sara, 'Målgrupp').inputValue()).toBe('Alla barn på Blåsippan');

  await sara.unroute('**/api/v1/drafts/**');
  await field(sara, 'Målgrupp').fill('Alla barn på Blåsippan.');
  await saveBar(sara)
    .getByText(/^Utkast sparat/)
    .waitFor();
  await button(sara, 'Spara').click();
  await saveBar(sara).getByText('Allt är sparat').waitFor();
});

test('Two people write in the same field: both texts are shown, one is chosen, and neither is lost', async () => {
  emil = await open('emil', new URL(address).hash.slice(1));
  await field(emil, 'Målgruppens behov').waitFor();
  await field(sara, 'Målgruppens behov').fill('Saras ord: barnen behöver dagsljus.');
  await field(emil, 'Målgruppens behov').fill('Emils ord: barnen behöver rörelse.');
  await field(emil, 'Arbetssätt').fill('Emil: vi går ut varje förmiddag.');
  await button(emil, 'Spara').click();
  await saveBar(emil).getByText('Allt är sparat').waitFor();

  await button(sara, 'Spara').click();
  const sides = sara.getByRole('group', { name: 'Målgruppens behov' });
  await sides.first().waitFor();
  await shoot(sara, 'conflict');
  expect(await sides.first().textContent()).toContain('Saras ord');
  expect(await sides.first().textContent()).toContain('Emils ord');
  expect(await field(sara, 'Arbetssätt').inputValue()).toBe('Emil: vi går ut varje förmiddag.');
  expect(await axeViolations(sara)).toEqual([]);
  await button(sara, 'Spara det jag valt').click();
  await saveBar(sara).getByText('Allt är sparat').waitFor();

  await refresh(emil);
  expect(await field(emil, 'Målgruppens behov').inputValue()).toBe('Saras ord: barnen behöver dagsljus.');
  expect(await field(emil, 'Arbetssätt').inputValue()).toBe('Emil: vi går ut varje förmiddag.');
  await button(emil, 'Visa historiken').click();
  await emil.getByRole('dialog').getByText('Emils ord: barnen behöver rörelse.').first().waitFor();
  await shoot(emil, 'history');
  expect(await axeViolations(emil)).toEqual([]);
  await emil.keyboard.press('Escape');
  await emil.waitForFunction(() => document.activeElement?.textContent === 'Visa historiken');
});

test('Leaving by a link with unsaved work asks first', async () => {
  await field(emil, 'Målgrupp').fill('Barn');

  await emil.getByRole('link', { name: 'Ärenden' }).click();
  await emil.getByRole('alertdialog').waitFor();
  expect(await axeViolations(emil)).toEqual([]);
  await shoot(emil, 'leave');
  await button(emil, 'Stanna kvar').click();
  expect(emil.url()).toBe(address);
  await field(emil, 'Målgrupp').fill('Alla barn på Blåsippan.');
  await saveBar(emil).getByText('Allt är sparat').waitFor();
});

test('What is missing is told at its field when the manager submits too early', async () => {
  maria = await open('maria', new URL(address).hash.slice(1));

  await button(maria, 'Skicka in').click();
  await maria.getByRole('dialog').getByRole('heading', { name: 'Skicka in åtagandet' }).waitFor();
  expect(await axeViolations(maria)).toEqual([]);
  await shoot(maria, 'submit-dialog');
  await maria.getByRole('dialog').getByRole('button', { name: 'Skicka in' }).click();
  await maria.getByRole('dialog').waitFor({ state: 'detached' });

  const first = field(maria, 'Uppföljning');
  await maria.getByText(/uppgifter behöver rättas/).waitFor();
  expect(await first.getAttribute('aria-invalid')).toBe('true');
  // The first on the page is the missing result: focus stands where one is added.
  await maria.waitForFunction(() => document.activeElement?.textContent === 'Lägg till förväntat resultat');
  expect(await axeViolations(maria)).toEqual([]);
  await shoot(maria, 'problems');
});

test('The manager completes text, result with a new indicator and the six points, and submits', async () => {
  await field(maria, 'Uppföljning').fill('Vi räknar uteminuter varje vecka.');
  await field(maria, 'Utveckling').fill('Förra året var det 60 minuter.');
  await button(maria, 'Minst ett förväntat resultat').click();
  await maria.keyboard.press('Enter');
  const card = maria.getByRole('group', { name: 'Förväntat resultat 1' });
  await card.getByRole('textbox', { name: /Förväntat resultat/ }).fill('Barnen är ute 90 minuter om dagen.');
  await card.getByRole('button', { name: 'Ny indikator' }).click();
  await card.getByRole('textbox', { name: /Namn/ }).fill('Uteminuter per dag');
  await card.getByRole('textbox', { name: /Enhet/ }).fill('minuter');
  await card.getByRole('textbox', { name: 'Utgångsläge' }).fill('60,5');
  await card.getByRole('textbox', { name: 'Målvärde' }).fill('90');
  for (const point of await maria.getByRole('checkbox').all()) await point.check();
  await maria.getByText('Allt som behövs finns på plats.').waitFor();
  await saveBar(maria)
    .getByText(/^Utkast sparat/)
    .waitFor();
  await shoot(maria, 'complete');

  await button(maria, 'Skicka in').click();
  await maria.getByRole('dialog').getByText('Det som inte är sparat sparas först.').waitFor();
  await maria.getByRole('dialog').getByRole('button', { name: 'Skicka in' }).click();
  await maria.getByRole('dialog').waitFor({ state: 'detached' });

  await maria.getByText('Inskickad', { exact: true }).waitFor();
  const plan = await open('sara', '/ataganden?visa=tabell&sok=varje+dag');
  await plan.getByText(/Från 60,5 till 90/).waitFor({ state: 'attached' });
  await plan.getByText('60,5 → 90').waitFor();
});

test('Staff comment and suggest on what is submitted, and the manager takes a suggestion in', async () => {
  await refresh(sara);
  expect(await field(sara, 'Arbetssätt').count()).toBe(0);

  await button(sara, 'Kommentera Arbetssätt').click();
  await sara.getByRole('radio', { name: 'Förslag' }).first().check();
  await sara.getByRole('textbox', { name: 'Din text' }).first().fill('Vi går ut även på eftermiddagen.');
  await button(sara, 'Lämna').first().click();
  await sara.getByText('Tack! Det är lämnat.').waitFor();
  expect(await axeViolations(sara)).toEqual([]);
  await shoot(sara, 'suggested');

  await refresh(maria);
  await button(maria, 'Infoga texten i fältet').click();
  await button(maria, 'Ta med förslaget').click();
  await maria.getByText('Medtaget av Maria Strömvall').waitFor();
  expect(await field(maria, 'Arbetssätt').inputValue()).toBe(
    'Emil: vi går ut varje förmiddag.\nVi går ut även på eftermiddagen.',
  );
  await button(maria, 'Spara').click();
  await saveBar(maria).getByText('Allt är sparat').waitFor();
  const people = maria.getByRole('region', { name: 'Har deltagit' });
  for (const name of ['Sara Lundvall', 'Emil Westerdahl', 'Maria Strömvall']) await people.getByText(name).waitFor();
});

test('The department head returns it with a reason, which the unit reads first', async () => {
  helena = await open('helena', new URL(address).hash.slice(1));

  await button(helena, 'Lämna tillbaka').click();
  await helena.getByRole('dialog').getByRole('button', { name: 'Lämna tillbaka' }).click();
  await helena.getByText('Skriv ett skäl, så att enheten vet vad som behövs.').waitFor();
  expect(await helena.getByRole('textbox', { name: /Skäl/ }).evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  expect(await axeViolations(helena)).toEqual([]);
  await shoot(helena, 'return-dialog');
  await helena.getByRole('textbox', { name: /Skäl/ }).fill('Beskriv hur ni gör när det regnar.');
  await helena.getByRole('dialog').getByRole('button', { name: 'Lämna tillbaka' }).click();
  await helena.getByText('Återlämnad', { exact: true }).waitFor();

  await refresh(maria);
  await maria.getByText(/^Återlämnad av Helena Forsgren/).waitFor();
  await maria.getByText('Beskriv hur ni gör när det regnar.').waitFor();
  await shoot(maria, 'returned');
});

test('Resubmitted, judged as credible and adopted by the board office with the day of the decision', async () => {
  await field(maria, 'Arbetssätt').fill('Vi går ut varje dag. När det regnar har vi kläder för det.');
  await button(maria, 'Skicka in').click();
  await maria.getByRole('dialog').getByRole('button', { name: 'Skicka in' }).click();
  await maria.getByText('Inskickad', { exact: true }).waitFor();
  await refresh(helena);
  await button(helena, 'Bedöm som trovärdigt').click();
  await helena.getByRole('dialog').getByRole('button', { name: 'Bedöm som trovärdigt' }).click();
  await helena.getByText('Trovärdighet bedömd', { exact: true }).waitFor();

  larsErik = await open('larsErik', new URL(address).hash.slice(1));
  await button(larsErik, 'Fastställ').click();
  await larsErik.getByRole('dialog').getByRole('button', { name: 'Fastställ' }).click();
  await larsErik.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  expect(await axeViolations(larsErik)).toEqual([]);
  await shoot(larsErik, 'adopt-dialog');
  await larsErik.getByLabel(/Nämndens beslut/).fill('2026-11-20');
  await larsErik.getByRole('dialog').getByRole('button', { name: 'Fastställ' }).click();

  await larsErik.getByText('Fastställd', { exact: true }).waitFor();
  await larsErik.getByText('Åtagandet kan inte ändras nu. Status: Fastställd.').waitFor();
  await shoot(larsErik, 'adopted');
});

test('Work that was not saved before the commitment closed is shown, not lost', async () => {
  const page = await open('sara', '/ataganden?visa=tabell&status=draft&min=1');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await field(page, 'Utveckling').fill('Saras ord som inte hann sparas.');
  await saveBar(page)
    .getByText(/^Utkast sparat/)
    .waitFor();
  const id = page.url().split('/').at(-1) ?? '';
  await service.db.updateTable('records').set({ status: 'submitted' }).where('id', '=', id).execute();

  await page.goto('about:blank');
  await page.goto(`${service.origin}/tab/#/ataganden/${id}`);
  await page.getByText('Det du skrev hann inte sparas innan åtagandet skickades in').waitFor();
  expect(await page.getByText('Saras ord som inte hann sparas.').count()).toBe(1);
  await shoot(page, 'stranded');
  await button(page, 'Lämna som förslag').click();
  await page.getByText('Förslaget är lämnat.').waitFor();

  await page.getByRole('button', { name: 'Utveckling: 1 kommentar' }).waitFor();
});

test('No page had a fault in its code', () => {
  expect(windows.faults).toEqual([]);
});
