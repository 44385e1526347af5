/** Reminders as people meet them: in Agents Playground and in the tab, with the service's clock brought forward. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { createConversationStore } from '../../bot/chat/conversation-store.ts';
import { createChat } from '../../bot/chat/create-chat.ts';
import type { Chat } from '../../bot/chat/create-chat.ts';
import { createTabLinks } from '../../bot/chat/tab-links.ts';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { personOf } from '../../bot/demo/demo-staff.ts';
import { roleScripts, unitId, unitScripts } from '../../bot/demo/organisation-scripts.ts';
import type { Caller } from '../../bot/records/records-service.ts';
import { createReminders } from '../../bot/reminders/create-reminders.ts';
import type { Reminders } from '../../bot/reminders/create-reminders.ts';
import { createPacer } from '../../bot/reminders/pacer.ts';
import { createRemindersDesk } from '../../bot/reminders/reminders-desk.ts';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { startPlayground } from '../support/playground.ts';
import type { Playground } from '../support/playground.ts';
import { startService } from '../support/start-service.ts';
import type { RunningService } from '../support/start-service.ts';

/** A loaded machine is slow; what never comes fails all the same. */
const patienceMs = 60_000;
jest.setTimeout(2 * patienceMs);

const boardId = demoBoard.id;
const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};
const shots = process.env['SCREENSHOTS'];

let now = new Date('2026-11-20T09:00:00.000Z');
let service: RunningService;
let chat: Chat;
let engine: Reminders;
let browser: Browser;
let playgrounds: readonly Playground[] = [];
let manager: Page;
let head: Page;
const failures: string[] = [];

beforeAll(async () => {
  const clock = () => now;
  service = await startService({ now: clock, server: { chat: (req, res) => chat.handle(req as never, res) } });
  const { db, records, drafts, selfChecks, origin } = service;
  for (const { kind, id, acts } of [...unitScripts(now), ...roleScripts(now)]) {
    for (const act of acts) if (act.kind === 'create') await records.create(system, kind, { id, ...act.input });
  }
  const log = {
    error: (event: string, fields: object = {}) => void failures.push(`${event} ${JSON.stringify(fields)}`),
    info: () => undefined,
    debug: () => undefined,
  };
  const conversations = createConversationStore({ db, records, boardId, now: clock, log });
  const desk = createRemindersDesk({ db, records, boardId, now: clock, wake: () => undefined });
  chat = createChat({
    ...{ records, selfChecks, drafts, conversations, boardId, log },
    ...{ now: clock, newId: randomUUID, tabOrigin: origin, reminders: desk },
  });
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  engine = createReminders({
    ...{ db, records, conversations, now: clock, log, sleep, boardId },
    ...{ port: chat.proactive, links: createTabLinks(origin), random: Math.random },
    pacer: createPacer({ pace: 50, clock: () => performance.now(), sleep }),
  });
  browser = await chromium.launch(chromiumLaunch());
  playgrounds = await Promise.all(
    ['annika', 'tomas'].map((name) => startPlayground({ botUrl: origin, person: personOf(name) })),
  );
  [manager, head] = (await Promise.all(playgrounds.map(({ url }) => openChat(url)))) as [Page, Page];
});

afterAll(async () => {
  await browser.close();
  await Promise.all(playgrounds.map((playground) => playground.close()));
  await chat.settled();
  await service.close();
});

async function openChat(url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(patienceMs);
  // Only fonts and a script come from outside; without them nothing is missing but icons.
  await page.route(/^https?:\/\/(?!127\.0\.0\.1)/u, (route) => route.abort());
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.getByText('Här rapporterar du avvikelser och synpunkter').waitFor();
  return page;
}

/** Lets the service see a moment: what the schedules make, and what the reminders send and turn. */
async function comes(instant: string): Promise<void> {
  now = new Date(instant);
  await service.selfChecks.run(boardId);
  await engine.run();
}

async function describeCheck(name: string, startsOn: string, deadlineDays: number): Promise<void> {
  const question = (id: string, text: string) => ({ id, text, answerKind: 'yesNo', failsOn: 'no', required: true });
  const made = await service.records.create(system, 'selfCheckDefinition', {
    id: randomUUID(),
    fields: {
      ...{ name, area: 'hygiene', units: [unitId('ekliden')], frequency: 'year', startsOn, deadlineDays },
      performerRole: 'unitManager',
      questions: [
        question('q1', 'Finns handsprit vid varje dörr?'),
        question('q2', 'Används rena arbetskläder?'),
        question('q3', 'Är kylskåpen märkta?'),
      ],
    },
  });
  if (made.kind !== 'ok') throw new Error(JSON.stringify(made));
  const { id, revision } = made.value;
  await service.records.takeStep(system, 'selfCheckDefinition', id, { to: 'active', baseRevision: revision });
  await service.selfChecks.run(boardId);
}

const cards = (page: Page): Locator => page.locator('.ac-adaptiveCard');
const lastCard = (page: Page): Locator => cards(page).last();

async function press(page: Page, name: string): Promise<void> {
  await lastCard(page).getByRole('button', { name, exact: true }).click();
}

async function answer(choice: 'Ja' | 'Nej', question: string): Promise<void> {
  await lastCard(manager).getByText(question).waitFor();
  await lastCard(manager).getByRole('radio', { name: choice, exact: true }).check();
  await press(manager, 'Spara svaret');
}

/** The Playground's log has a line for each message that the bot has put in another's place. */
const updates = (page: Page): Locator => page.getByText('message 200');

/** Lets a moment come, and waits for the card about something that was not there before. */
async function cardWhen(page: Page, instant: string, about: string | RegExp): Promise<Locator> {
  const those = cards(page).filter({ hasText: about });
  const before = await those.count();
  await comes(instant);
  await those.nth(before).waitFor();
  return those.nth(before);
}

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${shots}/${name}.png` });
}

test('a self-check is answered on its reminder card, a failed answer opens a deviation, and the receipt stands', async () => {
  await describeCheck('Basal hygien', '2026-11-22', 8);
  await comes('2026-11-27T06:00:00.000Z');
  await lastCard(manager).getByText('Egenkontroll').first().waitFor();
  await shot(manager, 'reminder-01-card');

  await press(manager, 'Svara här');
  await answer('Ja', 'Finns handsprit vid varje dörr?');
  await answer('Nej', 'Används rena arbetskläder?');
  await answer('Ja', 'Är kylskåpen märkta?');
  await lastCard(manager).getByText('Nej (underkänt)').waitFor();
  await shot(manager, 'reminder-02-answered');
  await press(manager, 'Skicka in');
  await lastCard(manager).getByText('En avvikelse är öppnad.').waitFor();
  await chat.settled();
  const turned = await updates(manager).count();
  await comes('2026-11-27T06:05:00.000Z');
  await updates(manager).nth(turned).waitFor();
  await shot(manager, 'reminder-03-receipt');

  const receipt = await lastCard(manager).innerText();
  expect(receipt).toContain('Egenkontrollen är inskickad');
  expect(receipt).toContain('Inte godkänd');
  expect(await deviations()).toMatchObject([{ status: 'reported', fields: { source: 'selfCheck' } }]);
  expect(failures).toEqual([]);
});

test('a snoozed card comes back on the day that was chosen', async () => {
  await describeCheck('Läkemedelssignering', '2026-11-29', 5);
  const card = await cardWhen(manager, '2026-12-02T06:00:00.000Z', 'Läkemedelssignering');
  const first = await card.innerText();
  await card.getByRole('button', { name: 'Påminn senare' }).click();
  const snoozed = cards(manager).filter({ hasText: 'Uppskjuten' });
  await snoozed.getByText('Jag påminner igen 3 dec.').waitFor();
  await shot(manager, 'reminder-04-snoozed');
  const again = await cardWhen(manager, '2026-12-03T06:00:00.000Z', 'Läkemedelssignering');
  await shot(manager, 'reminder-05-returned');

  expect(first).toContain('Snart dags: Egenkontroll');
  expect(await again.innerText()).toBe(first);
  expect(await snoozed.getByRole('button').count()).toBe(0);
  expect(failures).toEqual([]);
});

test('what is not done in time reaches the head, and what is then done in the tab turns the cards of both', async () => {
  const [deviation] = await deviations();
  const card = await cardWhen(head, '2026-12-04T06:00:00.000Z', deviation?.ref ?? 'AVV');
  const escalation = await card.innerText();
  await shot(head, 'reminder-06-escalation');

  const tab = await openTab(`/arenden/deviation/${deviation?.id ?? ''}`);
  await tab.getByRole('button', { name: 'Ta emot', exact: true }).click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Ta emot', exact: true }).click();
  await tab.getByText('Mottagen').first().waitFor();
  await comes('2026-12-04T06:05:00.000Z');
  const settled = 'Det här är redan hanterat.';
  await lastCard(head).getByText(settled).waitFor();
  await cards(manager).filter({ hasText: settled }).first().waitFor();
  await shot(head, 'reminder-07-settled-head');
  await shot(manager, 'reminder-08-settled-manager');

  expect(escalation).toContain('Inte gjort i tid');
  expect(await lastCard(head).getByRole('button').count()).toBe(0);
  expect(failures).toEqual([]);
});

async function openTab(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  await context.addInitScript((id) => {
    if (location.protocol !== 'about:') localStorage.setItem('kvalitetsnavet.person', id);
  }, personOf('annika').id);
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(`${service.origin}/tab/#${path}`);
  return page;
}

async function deviations(): Promise<readonly RecordAnswer[]> {
  const page = await service.records.list(system, 'deviation', {});
  if (page.kind !== 'ok') throw new Error(page.kind);
  return page.value.rows;
}
