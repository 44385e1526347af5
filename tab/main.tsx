import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Api } from './api/api-context.ts';
import { createApiClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { queryKeys, readAhead } from './api/read-hooks.ts';
import { createSession } from './api/session.ts';
import { App } from './app.tsx';
import { createHostStore } from './host/host-store.ts';
import { loadTheme } from './host/load-theme.ts';
import { routeOfSubPage } from './host/sub-page.ts';
import { connectToTeams } from './host/teams-connection.ts';
import { createTextStore } from './host/texts.ts';
import { pages } from './pages/index.ts';
import { textSources } from './pages/texts.ts';

const hostAnswerLimitMs = 4000;

/** Wires the tab: surroundings → host, session, client, texts → the first render, without waiting for any host. */
async function start(root: HTMLElement): Promise<void> {
  const host = createHostStore({
    framed: window.parent !== window,
    search: window.location.search,
    matches: (query) => window.matchMedia(query).matches,
    connect: connectToTeams,
    limitMs: hostAnswerLimitMs,
  });
  window.addEventListener('storage', host.followStoredChoices);
  const session = createSession(() => host.getToken());
  const client = createApiClient({
    fetch: (input, init) => window.fetch(input, init),
    baseUrl: new URL('../api/v1/', window.location.href).href,
    authorization: () => session.authorization(),
    language: () => host.getState().language,
  });
  const api: Api = { client, session };
  const queries = createQueryClient();
  session.subscribe(() => {
    // What one person may read is not for the next; the list of persons is everybody's.
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.demoPersons[0] });
  });
  const opensMyPart = window.location.hash === '' || window.location.hash === '#/';
  if (session.demoPersonId() !== undefined) readAhead(queries, client, opensMyPart);
  const startPage = opensMyPart ? pages[0]?.load() : undefined;
  const texts = createTextStore(host.getState().language, textSources);
  const [theme] = await Promise.all([loadTheme(host.getState().theme), texts.ensure(['tab'])]);
  // A page that is there from the first render is shown at once: React holds back what comes after a fallback.
  const loaded = await startPage?.catch(() => undefined);

  createRoot(root).render(
    <StrictMode>
      <App api={api} firstTheme={theme} host={host} queries={queries} startPage={loaded?.Page} texts={texts} />
    </StrictMode>,
  );

  await host.connect((subPageId) => {
    const route = routeOfSubPage(
      subPageId,
      pages.map((page) => page.path),
    );
    // A link that the person followed inside the tab wins over the one that the host opened it with.
    const untouched = window.location.hash === '' || window.location.hash === '#/';
    if (route !== undefined && untouched) window.location.hash = route;
  });
}

const root = document.getElementById('root');
if (root !== null) void start(root);
