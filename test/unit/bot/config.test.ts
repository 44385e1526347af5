import { expect, test } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import { describeStartProblem } from '../../../bot/start-problems.ts';

test('without settings the app runs locally with the demo board', () => {
  const config = readConfig({ PATH: '/usr/bin', DATABASE_URL: '' }, '/srv/app');

  expect(config).toEqual({
    port: 3978,
    dataDir: '/srv/app/.data',
    databaseUrl: undefined,
    graphOrigin: undefined,
    siteUrl: 'https://local.sharepoint.com/sites/demo',
    restrictedSiteUrl: 'https://local.sharepoint.com/sites/demo-restricted',
    demo: true,
    demoCases: 0,
  });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['DEMO', 'ja'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['GRAPH_ORIGIN', 'localhost'],
])('%s=%s is refused with a sentence that names it', (setting, value) => {
  const sentence = whyRefused({ [setting]: value });

  expect(sentence).toContain(setting);
  expect(sentence).toContain(value);
});

test('half a tenant is refused with the names of what is missing', () => {
  const sentence = whyRefused({ TENANT_ID: 'x', CLIENT_ID: 'y' });

  expect(sentence).toContain('CLIENT_SECRET, PUBLIC_ORIGIN saknas');
});

test('a whole tenant is refused rather than served with open demo sign-in', () => {
  const names = ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET', 'PUBLIC_ORIGIN'];

  const sentence = whyRefused(Object.fromEntries(names.map((name) => [name, 'x'])));

  expect(sentence).toContain('lokalt läge');
});

function whyRefused(env: Record<string, string>): string | undefined {
  try {
    readConfig(env, '/srv/app');
    return undefined;
  } catch (error) {
    return describeStartProblem(error);
  }
}
