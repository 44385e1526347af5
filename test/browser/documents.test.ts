/** The register of governing documents and a document's page in use: found, read, told of, written. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { documentId } from '../../bot/demo/documents/document-scripts.ts';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

let windows: TabWindows;

beforeAll(async () => {
  windows = await openTabWindows();
});

afterAll(() => windows.close());

test('the register is searched and filtered by its address, and leads to the document', async () => {
  const page = await windows.open('annika', '/styrdokument');
  await page.getByRole('row', { name: /Stadens kvalitetsprogram/ }).waitFor();

  await page.getByRole('searchbox').fill('lakmedel');
  await page.getByText('2 styrdokument', { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: 'Berör oss' }).check();
  await page.getByRole('combobox', { name: 'Typ' }).selectOption({ label: 'Rutin' });
  await page.waitForFunction(() => window.location.hash.includes('type=routine'));
  expect(new URL(page.url()).hash).toBe('#/styrdokument?q=lakmedel&type=routine&us=1');
  await windows.shoot(page, 'documents-filtered');
  await page.getByRole('button', { name: 'Rensa filter' }).click();
  await page.getByRole('checkbox', { name: 'Översyn försenad' }).check();
  const late = page.getByRole('row', { name: /Rutin för basal hygien.*Översyn försenad/ });
  await late.waitFor();

  expect(await axeViolations(page)).toEqual([]);
  await late.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Rutin för basal hygien' }).waitFor();
  await page.getByText(/skulle ha setts över senast/).waitFor();
});

test('a manager tells how the unit works with a document', async () => {
  const page = await windows.open('daniel', `/styrdokument/${documentId('hygien')}`);
  const form = page.getByRole('region', { name: 'Så har enheterna infört det' });

  await form.getByRole('combobox', { name: 'Läge' }).selectOption({ label: 'Pågår' });
  await form.getByRole('textbox', { name: 'Så gör vi' }).fill('Observation i januari.');
  await form.getByRole('button', { name: 'Spara läget' }).click();

  await form.getByRole('row', { name: /Hemtjänst Sjövik Pågår Observation i januari\./ }).waitFor();
});

test('a routine is written as a draft and published, then it is in force in the register', async () => {
  const page = await windows.open('annika', '/styrdokument');
  await page.getByRole('link', { name: 'Nytt styrdokument' }).click();
  await page.getByRole('button', { name: 'Spara utkast' }).waitFor();
  const fill = (name: RegExp, text: string) => page.getByRole('textbox', { name }).fill(text);

  await page.getByRole('button', { name: 'Spara utkast' }).click();
  await page.getByText('Fyll i det här.').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await windows.shoot(page, 'document-new');
  await fill(/^Namn/, 'Rutin för kylskåp');
  await page.getByRole('combobox', { name: /^Typ/ }).selectOption({ label: 'Rutin' });
  await fill(/^Vad/, 'Temperaturen är högst åtta grader.');
  await fill(/^Vem/, 'Den som öppnar köket.');
  await fill(/^Hur/, 'Läs av och skriv upp.');
  await fill(/^Var dokumentet finns/, 'https://intranat.example/kyl');
  await page.getByRole('combobox', { name: /^Ägare/ }).selectOption({ label: 'Annika Berglund' });
  await page.getByRole('button', { name: 'Spara utkast' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rutin för kylskåp' }).waitFor();

  for (const step of ['Skicka på granskning', 'Publicera']) {
    await page.getByRole('button', { name: step }).click();
    const dialog = page.getByRole('dialog');
    const date = dialog.getByLabel(/Ses över senast/);
    await dialog.waitFor();
    if ((await date.count()) > 0) await date.fill('2027-11-01');
    await dialog.getByRole('button', { name: step }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  await page.getByRole('link', { name: 'Styrdokument', exact: true }).click();
  await page.getByRole('row', { name: /Rutin för kylskåp.*Gäller nu/ }).waitFor();
  expect(windows.faults).toEqual([]);
});

test('the report asks for the process before its activity', async () => {
  const page = await windows.open('annika', '/rapportera');
  await page.getByRole('textbox').fill('fall på Ekliden igår kväll ca 21.30, ingen skada');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  const activity = page.getByRole('combobox', { name: /^Aktivitet i processen/ });
  await activity.waitFor();

  expect(await activity.isDisabled()).toBe(true);
  expect(await activity.locator('option').first().textContent()).toBe('Välj process först');
});
