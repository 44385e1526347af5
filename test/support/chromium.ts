import type { LaunchOptions } from 'playwright-core';

/** How every browser test and benchmark starts Chromium: headless, and without traffic of its own. */
export function chromiumLaunch(): LaunchOptions {
  return {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
