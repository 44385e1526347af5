/**
 * What the tab costs until "Min del" shows its rows, beside a page with only React, FluentProvider and a heading.
 * Both are served by the same server with the same compression, loaded by turns in the same Chromium with 4× CPU
 * slow-down and an empty cache; bytes are those sent over the wire (gzip). Below them what the editor of a
 * process adds.
 */
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { startProcess } from './start-process.ts';
import { personOf } from '../../bot/demo/demo-staff.ts';
import { processId } from '../../bot/demo/process-ids.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { serveFolder } from './serve-folder.ts';
import { median, percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const rounds = 9;
const baselineDir = '.cache/bench-baseline';

interface Load {
  readonly bytes: number;
  readonly paintMs: number;
  readonly readyMs: number;
}

export async function run(): Promise<BenchResult> {
  await build({
    root: 'test/bench/baseline',
    base: './',
    logLevel: 'error',
    build: { outDir: `../../../${baselineDir}`, emptyOutDir: true, target: 'esnext' },
  });
  const service = await startProcess('bot/main.ts', { DEMO: '1' });
  const tab = await serveFolder('tab/dist', service.origin);
  const baseline = await serveFolder(baselineDir);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const personId = await aManager(service.origin);
    const loads: Record<'tab' | 'baseline', Load[]> = { tab: [], baseline: [] };
    await load(browser, tab.origin, '[data-ready]', personId);
    await load(browser, baseline.origin, 'h1', personId);
    for (let round = 0; round < rounds; round += 1) {
      loads.tab.push(await load(browser, tab.origin, '[data-ready]', personId));
      loads.baseline.push(await load(browser, baseline.origin, 'h1', personId));
    }
    const editor = await weighEditor(browser, tab.origin);
    const row = (page: string, samples: readonly Load[]) => ({
      page,
      'kB gzip': rounded(median(samples.map((sample) => sample.bytes)) / 1000),
      'LCP ms median': rounded(median(samples.map((sample) => sample.paintMs)), 0),
      'LCP ms q1': rounded(
        percentile(
          samples.map((sample) => sample.paintMs),
          0.25,
        ),
        0,
      ),
      'rows shown ms median': rounded(median(samples.map((sample) => sample.readyMs)), 0),
    });
    const ratios = loads.tab.map((sample, index) => sample.paintMs / (loads.baseline[index]?.paintMs ?? Number.NaN));
    return {
      notes: [
        `${rounds} pairs by turns, 4x CPU slow-down, empty cache; aim: at most 200 kB and 1.3 times the baseline's LCP`,
        `LCP ratio tab / baseline, pair by pair: median ${rounded(median(ratios), 2)}`,
      ],
      rows: [row('Min del', loads.tab), row('React + FluentProvider + h1', loads.baseline), editor],
    };
  } finally {
    await browser.close();
    await Promise.all([tab.close(), baseline.close(), service.stop()]);
  }
}

async function aManager(origin: string): Promise<string> {
  const persons = (await (await fetch(`${origin}/api/v1/demo-persons`)).json()) as {
    person: { id: string };
    roles: { role: string }[];
  }[];
  return persons.find((entry) => entry.roles.some((role) => role.role === 'unitManager'))?.person.id ?? '';
}

/** What the editor adds, list and drawing, to the page of the process, which has the drawing to look at already. */
async function weighEditor(browser: Browser, origin: string): Promise<Added> {
  // A draft: what is published is not written in.
  const process = processId('upphandla');
  const { page, weigh } = await openProcess(browser, origin, personOf('karin').id, process);
  return weigh('editor of a process with its drawing, added', async () => {
    await page.goto(`${origin}/#/processer/${process}/redigera`);
    await page.getByRole('heading', { name: /^Redigera/ }).waitFor();
    await page.getByRole('heading', { name: 'Ritning' }).scrollIntoViewIfNeeded();
    await page.waitForSelector('.djs-shape');
  });
}

type Added = Record<string, string | number>;

async function openProcess(browser: Browser, origin: string, personId: string, process: string) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1440, height: 300 } });
  await context.addInitScript((id) => localStorage.setItem('kvalitetsnavet.person', id), personId);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await page.goto(`${origin}/#/processer/${process}`, { waitUntil: 'load' });
  await page.waitForSelector('[data-ready]');
  await page.waitForLoadState('networkidle');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  const weigh = async (name: string, work: () => Promise<void>): Promise<Added> => {
    const started = performance.now();
    await work();
    const readyMs = performance.now() - started;
    // Of the files that come last, the end is told after what they draw.
    await page.waitForTimeout(500);
    await context.close();
    return { page: name, 'kB gzip': rounded(bytes / 1000), 'rows shown ms median': rounded(readyMs, 0) };
  };
  return { page, weigh };
}

async function load(browser: Browser, origin: string, ready: string, personId: string): Promise<Load> {
  const context = await browser.newContext({ locale: 'sv-SE' });
  await context.addInitScript((id) => localStorage.setItem('kvalitetsnavet.person', id), personId);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { paintMs: entry.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  const started = performance.now();
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  await page.waitForSelector(ready);
  const readyMs = performance.now() - started;
  await page.waitForTimeout(500);
  const paintMs = await page.evaluate(() => (window as unknown as { paintMs: number }).paintMs);
  await context.close();
  return { bytes, paintMs, readyMs };
}
