import type { Page } from 'playwright-core';

export interface Look {
  readonly width: number;
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly language: 'sv' | 'en';
}

/** Gives a page that is open another width, theme and language, as when they are chosen in another window. */
export async function wearLook(page: Page, { width, theme, language }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    (choices) => {
      for (const [name, value] of Object.entries(choices)) localStorage.setItem(`kvalitetsnavet.${name}`, value);
      window.dispatchEvent(new StorageEvent('storage'));
    },
    { theme, language },
  );
  await page.waitForFunction(
    (look) => {
      const { dataset, lang } = document.documentElement;
      return dataset['theme'] === look.theme && lang === look.language;
    },
    { theme, language },
  );
  // The theme is in place when the frame after it has been drawn.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
