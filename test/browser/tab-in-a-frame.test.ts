/** The tab inside a page that speaks as Teams does (`teams.md` 9), and inside one that says nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { personOf } from '../../bot/demo/demo-staff.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { startService } from '../support/start-service.ts';
import type { RunningService } from '../support/start-service.ts';

const manager = personOf('annika').id;
let service: RunningService;
let browser: Browser;

const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { config: {}, backStack: {} }, dialog: { url: {} }, app: {} },
};

interface HostSays {
  readonly theme: string;
  readonly locale: string;
  readonly subEntityId?: string;
}

/** A host page on the tab's own origin, which teams-js always listens to. `says` absent: it never answers. */
function hostPage(says: HostSays | undefined): string {
  const context = says && {
    entityId: 'kvalitetsnavet',
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    sessionId: 's',
    appSessionId: 'a',
    tid: 't',
    ...says,
  };
  const answers = context && {
    initialize: ['content', 'web', JSON.stringify(runtime), '2.0.1'],
    getContext: [context],
    'authentication.getAuthToken': [false, 'resourceRequiresConsent'],
  };
  return `<!doctype html><html lang="sv"><title>Värd</title><body>
    <iframe title="Kvalitetsnavet" src="/tab/?host=teams" style="width:100%;height:800px;border:0"></iframe>
    <script>
      const answers = ${JSON.stringify(answers ?? {})};
      window.heard = [];
      addEventListener('message', (event) => {
        const { id, uuidAsString, func, args } = event.data;
        window.heard.push({ func, args });
        if (answers[func]) event.source.postMessage({ id, uuidAsString, args: answers[func] }, event.origin);
      });
      window.tell = (func, args) => document.querySelector('iframe').contentWindow.postMessage({ func, args }, '*');
    </script></body></html>`;
}

async function openFramed(says: HostSays | undefined): Promise<{ page: Page; frame: Frame }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.addInitScript((id) => localStorage.setItem('kvalitetsnavet.person', id), manager);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: hostPage(says) }));
  // The tab may be framed by Microsoft's hosts only; here this origin plays one of them.
  await page.route('**/tab/?host=teams', async (route) => {
    const answer = await route.fetch();
    const { 'content-security-policy': _policy, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  await page.route('https://res.cdn.office.net/**', (route) => route.abort());
  await page.goto(`${service.origin}/host.html`);
  const frame = page.frames().find((one) => one.url().includes('/tab/'));
  if (frame === undefined) throw new Error('the tab was not framed');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  return { page, frame };
}

const background = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const provider = document.querySelector('.fui-FluentProvider > div');
    return provider === null ? '' : getComputedStyle(provider).backgroundColor;
  });

beforeAll(async () => {
  const tabDir = process.env['TAB_DIR'];
  service = await startService({ demo: true, ...(tabDir === undefined ? {} : { server: { tabDir } }) });
  browser = await chromium.launch(chromiumLaunch());
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

test("the host's theme, language and deep link are followed, also when the theme changes", async () => {
  const { page, frame } = await openFramed({ theme: 'dark', locale: 'en-gb', subEntityId: '/arenden' });

  await frame.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  await frame.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
  const dark = await background(frame);
  await page.evaluate(() =>
    (window as unknown as { tell: (func: string, args: string[]) => void }).tell('themeChange', ['contrast']),
  );
  await frame.waitForFunction((before) => {
    const provider = document.querySelector('.fui-FluentProvider > div');
    return provider !== null && getComputedStyle(provider).backgroundColor !== before;
  }, dark);

  expect(await background(frame)).toBe('rgb(0, 0, 0)');
  const heard = await page.evaluate(() =>
    (window as unknown as { heard: { func: string }[] }).heard.map(({ func }) => func),
  );
  expect(heard).toEqual(expect.arrayContaining(['initialize', 'getContext', 'appInitialization.success']));
  await frame.getByRole('button', { name: /Annika Berglund/ }).click();
  await frame.getByRole('dialog').waitFor();
  expect(await frame.getByRole('radiogroup', { name: 'Appearance' }).count()).toBe(0);
  await page.context().close();
});

test('a deep link that is none of ours opens the start page', async () => {
  const { page, frame } = await openFramed({ theme: 'default', locale: 'sv-se', subEntityId: 'https://example.org/' });

  await frame.getByRole('region', { name: 'Väntar på dig' }).waitFor();

  expect(new URL(frame.url()).hash).toMatch(/^(?:#\/)?$/);
  await page.context().close();
});

test('a case can be shared as a deep link', async () => {
  const { page, frame } = await openFramed({ theme: 'default', locale: 'sv-se' });
  await frame.getByRole('region', { name: 'Väntar på dig' }).getByRole('link').first().click();

  await frame.getByRole('button', { name: 'Dela länk' }).click();

  await page.waitForFunction(() =>
    (window as unknown as { heard: { func: string; args: string[] }[] }).heard.some(
      ({ func, args }) => func === 'shareDeepLink' && /^\/arenden\/\w+\/[\da-f-]{36}$/.test(args[0] ?? ''),
    ),
  );
  await page.context().close();
});

test('a silent host costs nothing: the page is there at once, and its theme can be chosen after the limit', async () => {
  const { page, frame } = await openFramed(undefined);
  const started = Date.now();

  await frame.getByRole('region', { name: 'Väntar på dig' }).waitFor();
  expect(Date.now() - started).toBeLessThan(4000);
  await page.waitForTimeout(4500);
  await frame.getByRole('button', { name: /Annika Berglund/ }).click();

  await frame.getByRole('radiogroup', { name: 'Utseende' }).waitFor();
  await page.context().close();
});
