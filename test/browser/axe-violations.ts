import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[];
}

/**
 * What axe finds wrong by WCAG 2.1 A and AA on the page as it stands, as readable lines. Tabster's dummies, which pass
 * focus on at once, are left out and nothing else (`tab.md` 4).
 */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // A dialog on its way in is half transparent: what is measured is what a person is shown.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const run = await page.evaluate(async (): Promise<AxeRun> => {
    const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<AxeRun> } };
    return axe.run(
      { include: [['html']], exclude: [['[data-tabster-dummy]']] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] },
    );
  });
  return run.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
