/**
 * The list editor in a real browser: a process is built by keyboard alone, saved together with somebody else's work,
 * and nothing that axe finds wrong stands in its way.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { personOf } from '../../bot/demo/demo-staff.ts';
import { processId } from '../../bot/demo/process-ids.ts';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { ProcessAnswer, SaveProcessAnswer } from '../../shared/api/process-contract.ts';
import { findChainGaps } from '../../shared/process/chain-check.ts';
import { activityKinds, flowsFrom } from '../../shared/process/process-model.ts';
import type { ProcessModel } from '../../shared/process/process-model.ts';
import { axeViolations } from './axe-violations.ts';
import { measureInputs } from './input-delays.ts';
import { createLargeProcess } from './large-process.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

jest.setTimeout(240_000);

let windows: TabWindows;

beforeAll(async () => {
  windows = await openTabWindows();
});

afterAll(async () => {
  await windows.close();
});

async function ask<Answer>(path: string, method = 'GET', body?: unknown, person = 'karin'): Promise<Answer> {
  const answer = await fetch(`${windows.service.origin}/api/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer local:${personOf(person).id}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
}

/** A draft process of a unit, as the dialog makes it. */
async function newProcess(name: string): Promise<RecordAnswer> {
  const { rows } = await ask<{ readonly rows: readonly RecordAnswer[] }>('records/process?limit=50');
  const unitId = rows.find((row) => row.fields['level'] === 'unit')?.unitId ?? rows[0]?.unitId;
  const fields = { name, processType: 'main', level: 'unit' };
  return await ask('records/process', 'POST', { id: randomUUID(), unitId, fields });
}

/** Keys other than those that write a text, counted. */
interface Keyboard {
  readonly pressed: () => number;
  readonly press: (key: string, times?: number) => Promise<void>;
  readonly write: (text: string) => Promise<void>;
}

function keyboardOf(page: Page): Keyboard {
  let pressed = 0;
  return {
    pressed: () => pressed,
    async press(key, times = 1) {
      for (let turn = 0; turn < times; turn += 1) {
        await page.keyboard.press(key);
        pressed += 1;
      }
    },
    write: async (text) => page.keyboard.type(text),
  };
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

const activitiesOf = (model: ProcessModel): readonly string[] =>
  model.steps.filter(({ kind }) => activityKinds.has(kind)).map(({ name }) => name);

test('ten activities, two roles and a decision are written and saved by keys alone, in under 120 of them', async () => {
  const process = await newProcess('Byggd för hand');
  const page = await windows.open('karin', `/processer/${process.id}/redigera`);
  const { press, write, pressed } = keyboardOf(page);
  await page.getByRole('textbox', { name: 'Roll 1', exact: true }).waitFor();

  // From the top of the page to the first role.
  while ((await focused(page)) !== 'Roll 1') await press('Tab');
  await write('Handläggare');
  await press('Enter');
  await write('Enhetschef');
  while ((await focused(page)) !== 'Start') await press('Tab');
  await press('Enter');
  await write('Ta emot ansökan');
  for (const name of ['Utreda behov', 'Samråda', 'Föreslå insats']) {
    await press('Enter');
    await write(name);
  }
  await press('Control+Enter');
  await write('Kan insatsen beviljas?');
  // Into the first answer: the manager decides.
  await press('ArrowDown');
  await press('Enter');
  await write('Bevilja insats');
  await press('Tab');
  await press('ArrowDown');
  await press('Shift+Tab');
  await press('Enter');
  await write('Beställa insats');
  await press('ArrowDown');
  expect(await focused(page)).toMatch(/^Svar i /u);
  await press('Enter');
  await write('Avslå ansökan');
  // Past the branches: what comes after both stands before the end.
  await press('ArrowDown');
  expect(await focused(page)).toBe('Slut');
  await press('Enter');
  await write('Meddela beslut');
  for (const name of ['Följa upp', 'Avsluta']) {
    await press('Enter');
    await write(name);
  }
  await press('Control+s');
  await page.getByText('Processen är sparad som version 1.').waitFor();

  const { model, activities } = await ask<ProcessAnswer>(`processes/${process.id}`);
  expect(activitiesOf(model)).toEqual([
    'Ta emot ansökan',
    'Utreda behov',
    'Samråda',
    'Föreslå insats',
    'Bevilja insats',
    'Beställa insats',
    'Avslå ansökan',
    'Meddela beslut',
    'Följa upp',
    'Avsluta',
  ]);
  expect(activities).toHaveLength(10);
  const roleOf = (name: string): string | undefined =>
    model.roles.find(({ id }) => id === model.steps.find((step) => step.name === name)?.roleId)?.name;
  expect([roleOf('Föreslå insats'), roleOf('Bevilja insats')]).toEqual(['Handläggare', 'Enhetschef']);
  const decision = model.steps.find(({ kind }) => kind === 'decision');
  expect(flowsFrom(model, decision?.id ?? '').map(({ label }) => label)).toEqual(['Ja', 'Nej']);
  expect(findChainGaps(model).filter(({ kind }) => kind === 'notReached' || kind === 'leadsNowhere')).toEqual([]);
  console.info(`keys besides typed text: ${String(pressed())}`);
  expect(pressed()).toBeLessThan(120);
  await page.context().close();
});

test('move, split, remove, undo and redo keep focus where one writes', async () => {
  const process = await newProcess('Ändras');
  const page = await windows.open('karin', `/processer/${process.id}/redigera`);
  const { press, write } = keyboardOf(page);
  await page.getByRole('textbox', { name: 'Start', exact: true }).focus();
  await press('Enter');
  await write('Ta emot');
  await press('Enter');
  await write('Utreda och besluta');
  const names = (): Promise<readonly string[]> =>
    page
      .getByRole('textbox', { name: /^Aktivitet \d+$/u })
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

  await press('Alt+ArrowUp');
  expect([await names(), await focused(page)]).toEqual([['Utreda och besluta', 'Ta emot'], 'Aktivitet 1']);
  await press('Alt+ArrowDown');
  await press('ArrowLeft', 'och besluta'.length);
  await press('Shift+Enter');
  expect([await names(), await focused(page)]).toEqual([['Ta emot', 'Utreda', 'och besluta'], 'Aktivitet 3']);
  await press('Alt+Delete');
  expect(await names()).toEqual(['Ta emot', 'Utreda']);
  await press('Control+z', 2);
  expect(await names()).toEqual(['Ta emot', 'Utreda och besluta']);
  await press('Control+y');
  expect(await names()).toEqual(['Ta emot', 'Utreda', 'och besluta']);
  await page.context().close();
});

test('what one writes unsaved is kept, and is joined with what another saved meanwhile', async () => {
  const process = await newProcess('Två skriver');
  const first = await windows.open('karin', `/processer/${process.id}/redigera`);
  await first.getByRole('textbox', { name: 'Start', exact: true }).focus();
  await first.keyboard.press('Enter');
  await first.keyboard.type('Ta emot');
  await first.getByText(/^Ej sparat i processen/u).waitFor();
  await first.reload();
  await first.getByText(/^Ditt utkast från .* är återställt$/u).waitFor();
  await first.getByRole('button', { name: 'Fortsätt', exact: true }).click();

  const stored = await ask<ProcessAnswer>(`processes/${process.id}`);
  const roles = stored.model.roles.map((role) => ({ ...role, name: 'Sjuksköterska' }));
  const other = await ask<SaveProcessAnswer>(`processes/${process.id}`, 'PUT', {
    baseVersion: 0,
    baseRevision: stored.process.revision,
    fields: {},
    model: { ...stored.model, roles },
  });
  expect(other.kind).toBe('saved');
  await first.getByRole('textbox', { name: 'Aktivitet 1', exact: true }).focus();
  await first.keyboard.press('Control+s');
  await first.getByText('Sparad som version 2, tillsammans med det som andra har ändrat.').waitFor();

  expect(await first.getByRole('textbox', { name: 'Roll 1', exact: true }).inputValue()).toBe('Sjuksköterska');
  expect(await first.getByRole('textbox', { name: 'Aktivitet 1', exact: true }).inputValue()).toBe('Ta emot');

  // And where both wrote the same, the two stand side by side.
  const now = await ask<ProcessAnswer>(`processes/${process.id}`);
  const steps = now.model.steps.map((step) => (step.name === 'Ta emot' ? { ...step, name: 'Deras namn' } : step));
  await ask(`processes/${process.id}`, 'PUT', {
    baseVersion: 2,
    baseRevision: now.process.revision,
    fields: {},
    model: { ...now.model, steps },
  });
  await first.getByRole('textbox', { name: 'Aktivitet 1', exact: true }).fill('Mitt namn');
  await first.keyboard.press('Control+s');
  await first.getByRole('heading', { name: 'Någon annan har ändrat samma sak' }).waitFor();
  expect(await axeViolations(first)).toEqual([]);
  await windows.shoot(first, 'process-editor-conflict');
  await first.getByRole('radio', { name: 'Det andra har sparat' }).check();
  await first.getByRole('button', { name: 'Spara med valen' }).click();
  await first.getByText(/^Processen är sparad som version \d\.$/u).waitFor();
  expect(await first.getByRole('textbox', { name: 'Aktivitet 1', exact: true }).inputValue()).toBe('Deras namn');
  await first.context().close();
});

test.each([
  { width: 1440, theme: 'dark' },
  { width: 320, theme: 'contrast' },
] as const)('menu and details are right in $theme at $width px', async ({ width, theme }) => {
  const page = await windows.open('karin', `/processer/${processId('upphandla')}/redigera`, { width, theme });

  await page.getByRole('textbox', { name: 'Aktivitet 1', exact: true }).press('Alt+Enter');
  await page.getByRole('heading', { name: /^Mer om 1\./u }).waitFor();
  await page.getByRole('button', { name: /^Åtgärder för 1\./u }).click();
  await page.getByRole('menu').waitFor();
  await windows.shoot(page, `process-editor-${String(width)}-${theme}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  expect([await axeViolations(page), sideways]).toEqual([[], 0]);
  await page.context().close();
});

test('with 200 activities every key is answered at once', async () => {
  const id = await createLargeProcess(windows.service, 200);
  const page = await windows.open('annika', `/processer/${id}/redigera`);
  await page.getByRole('textbox', { name: 'Aktivitet 100', exact: true }).click();
  const delays = await measureInputs(page);

  await page.keyboard.press('End');
  await page.keyboard.type(' och dess uppföljning');
  for (let turn = 0; turn < 10; turn += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ny');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Control+z');

  const { count, median, slowest } = await delays();
  console.info(`${String(count)} inputs: median ${String(median)} ms, slowest ${String(slowest)} ms`);
  expect(await page.locator('[data-row]').count()).toBeGreaterThan(240);
  // The slowest says what else the machine did; half of them being slow would be the editor.
  expect(median).toBeLessThan(1000);
  expect(windows.faults).toEqual([]);
  await page.context().close();
});
