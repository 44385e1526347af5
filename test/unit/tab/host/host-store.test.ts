import { beforeEach, expect, test } from '@jest/globals';
import { createHostStore } from '../../../../tab/host/host-store.ts';
import type { Surroundings } from '../../../../tab/host/host-store.ts';
import type { TeamsConnection } from '../../../../tab/host/teams-connection.ts';

const never = new Promise<TeamsConnection>(() => undefined);

function around(part: Partial<Surroundings> = {}): Surroundings {
  return {
    framed: false,
    search: '',
    matches: () => false,
    connect: () => never,
    limitMs: 5,
    ...part,
  };
}

function connection(part: Partial<TeamsConnection> = {}): TeamsConnection {
  return {
    place: 'teams',
    theme: 'dark',
    locale: 'en-gb',
    subPageId: undefined,
    onThemeChange: () => undefined,
    shareDeepLink: () => undefined,
    getToken: () => Promise.resolve('token'),
    ...part,
  };
}

beforeEach(() => {
  localStorage.clear();
});

test('a plain browser is ready at once, in Swedish, and never asks a host', async () => {
  let asked = false;
  const host = createHostStore(
    around({
      connect: () => {
        asked = true;
        return never;
      },
    }),
  );

  await host.connect(() => undefined);

  expect(host.getState()).toEqual({ place: 'browser', theme: 'default', themeFromHost: false, language: 'sv' });
  expect(asked).toBe(false);
  expect(await host.getToken()).toBeUndefined();
});

test('the theme follows the operating system where nothing was chosen', () => {
  const dark = createHostStore(around({ matches: (query) => query.includes('dark') }));
  const forced = createHostStore(around({ matches: (query) => query.includes('forced-colors') }));

  expect(dark.getState().theme).toBe('dark');
  expect(forced.getState().theme).toBe('contrast');
});

test('an answering host gives theme, language, token and deep link', async () => {
  const links: string[] = [];
  const host = createHostStore(
    around({ framed: true, connect: () => Promise.resolve(connection({ subPageId: '/arenden' })) }),
  );

  await host.connect((subPageId) => links.push(subPageId));

  expect(host.getState()).toEqual({ place: 'teams', theme: 'dark', themeFromHost: true, language: 'en' });
  expect(links).toEqual(['/arenden']);
  expect(await host.getToken()).toBe('token');
});

test('a theme change in the host reaches the tab, and an unknown theme is ignored', async () => {
  let tell = (_theme: string): void => undefined;
  const host = createHostStore(
    around({
      framed: true,
      connect: () => Promise.resolve(connection({ onThemeChange: (listener) => (tell = listener) })),
    }),
  );
  await host.connect(() => undefined);

  tell('contrast');
  tell('glass');

  expect(host.getState().theme).toBe('contrast');
});

test('a silent host is left behind after the limit, and the theme can be chosen again', async () => {
  const host = createHostStore(around({ framed: true, search: '?host=teams&theme=dark' }));
  expect(host.getState()).toMatchObject({ place: 'connecting', theme: 'dark', themeFromHost: true });

  await host.connect(() => undefined);

  expect(host.getState()).toMatchObject({ place: 'silentFrame', themeFromHost: false });
  expect(await host.getToken()).toBeUndefined();
});

test('a slow host is still heard after the limit, but its deep link no longer moves the person', async () => {
  let answer = (_value: TeamsConnection): void => undefined;
  const links: string[] = [];
  const slow = new Promise<TeamsConnection>((resolve) => (answer = resolve));
  const host = createHostStore(around({ framed: true, connect: () => slow }));
  await host.connect((subPageId) => links.push(subPageId));

  answer(connection({ subPageId: '/arenden' }));
  await slow;
  await Promise.resolve();

  expect(host.getState().place).toBe('teams');
  expect(links).toEqual([]);
});

test("a person's own choice of language wins over the host's, and is remembered", async () => {
  createHostStore(around()).chooseLanguage('sv');
  const host = createHostStore(around({ framed: true, connect: () => Promise.resolve(connection()) }));

  await host.connect(() => undefined);

  expect(host.getState().language).toBe('sv');
});

test('what was chosen in another window is followed; where the host decides the theme, the language alone', async () => {
  const browser = createHostStore(around());
  const framed = createHostStore(around({ framed: true, connect: () => Promise.resolve(connection()) }));
  await framed.connect(() => undefined);
  localStorage.setItem('kvalitetsnavet.theme', 'contrast');
  localStorage.setItem('kvalitetsnavet.language', 'sv');

  browser.followStoredChoices();
  framed.followStoredChoices();

  expect(browser.getState()).toMatchObject({ theme: 'contrast', language: 'sv' });
  expect(framed.getState()).toMatchObject({ theme: 'dark', language: 'sv' });
});

test('a refused connection is the same as silence', async () => {
  const host = createHostStore(around({ framed: true, connect: () => Promise.reject(new TypeError('no')) }));

  await host.connect(() => undefined);

  expect(host.getState().place).toBe('silentFrame');
});
