import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { personOf } from '../../bot/demo/demo-staff.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { startService } from '../support/start-service.ts';
import type { RunningService } from '../support/start-service.ts';

export interface View {
  readonly width?: number;
  readonly theme?: 'default' | 'dark' | 'contrast';
}

/** The tab of the demo board in Chromium, with a window for each person that a test needs. */
export interface TabWindows {
  readonly service: RunningService;
  /** What broke in the pages' own code. */
  readonly faults: readonly string[];
  /** Opens a route as somebody of the demo board, and waits for its heading. */
  open(person: string, path: string, view?: View): Promise<Page>;
  /** Keeps a picture where `SCREENSHOTS` names a folder. */
  shoot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

const shots = process.env['SCREENSHOTS'];

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** `TAB_DIR` names a build of the tab other than `tab/dist`. */
export async function openTabWindows(): Promise<TabWindows> {
  const tabDir = process.env['TAB_DIR'];
  const service = await startService({ demo: true, ...(tabDir === undefined ? {} : { server: { tabDir } }) });
  const browser = await chromium.launch(chromiumLaunch());
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  return {
    service,
    faults,
    shoot,
    open: async (person, path, { width = 1440, theme = 'default' } = {}) => {
      const context = await browser.newContext({
        ...{ viewport: { width, height: 900 }, locale: 'sv-SE', reducedMotion: 'reduce' },
      });
      contexts.push(context);
      await context.addInitScript(
        ([id, look]) => {
          if (location.protocol === 'about:') return;
          localStorage.setItem('kvalitetsnavet.person', id ?? '');
          localStorage.setItem('kvalitetsnavet.theme', look ?? '');
        },
        [personOf(person).id, theme],
      );
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (fault) => faults.push(fault.message));
      await page.goto(`${service.origin}/tab/#${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    close: async () => {
      for (const [index, context] of contexts.entries()) {
        for (const page of context.pages()) await shoot(page, `end-${String(index)}`);
      }
      await browser.close();
      await service.close();
    },
  };
}
