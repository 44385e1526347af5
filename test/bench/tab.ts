/**
 * What the tab costs until "Min del" shows its rows, beside a page with only React, FluentProvider and a heading.
 * Both are served by the same server with the same compression, loaded by turns in the same Chromium with 4× CPU
 * slow-down and an empty cache; bytes are those sent over the wire (gzip). Below them what the drawing of a process adds
 * when it is scrolled to.
 */
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { startProcess } from './start-process.ts';
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
    const drawing = await weighDrawing(browser, tab.origin, personId);
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
      rows: [row('Min del', loads.tab), row('React + FluentProvider + h1', loads.baseline), drawing],
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

/** What comes over the wire for the drawing alone, and how long it takes from being scrolled to until it is drawn. */
async function weighDrawing(
  browser: Browser,
  origin: string,
  personId: string,
): Promise<Record<string, string | number>> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1440, height: 300 } });
  await context.addInitScript((id) => localStorage.setItem('kvalitetsnavet.person', id), personId);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await page.goto(`${origin}/#/processer/${processId('lakemedel')}`, { waitUntil: 'load' });
  await page.waitForSelector('[data-ready]');
  await page.waitForLoadState('networkidle');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  const started = performance.now();
  await page.getByRole('heading', { name: 'Ritning' }).scrollIntoViewIfNeeded();
  await page.waitForSelector('[data-drawing] .djs-shape');
  const readyMs = performance.now() - started;
  await page.waitForLoadState('networkidle');
  await context.close();
  return {
    page: 'drawing of a process, added',
    'kB gzip': rounded(bytes / 1000),
    'rows shown ms median': rounded(readyMs, 0),
  };
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
