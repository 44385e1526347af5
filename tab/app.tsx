import type { Theme } from '@fluentui/react-components';
import { FluentProvider } from '@fluentui/react-components';
import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType, ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { HashRouter } from 'react-router';
import type { Api } from './api/api-context.ts';
import { ApiContext } from './api/api-context.ts';
import { AnnouncementProvider } from './components/announcement.tsx';
import { Layout } from './components/layout.tsx';
import { SignedIn } from './components/signed-in.tsx';
import { HostContext } from './host/host-context.ts';
import type { HostStore } from './host/host-store.ts';
import type { TextStore } from './host/texts.ts';
import { useTheme } from './host/use-theme.ts';
import { useSpokenLanguage } from './host/use-spoken-language.ts';
import { PageRoutes } from './pages/page-routes.tsx';

interface AppProps {
  readonly api: Api;
  readonly host: HostStore;
  readonly queries: QueryClient;
  readonly texts: TextStore;
  readonly firstTheme: Theme;
  /** The start page when the tab opens on it and its code is there. */
  readonly startPage?: ComponentType | undefined;
}

/** Everything around the pages. No layout styles on FluentProvider: its class is copied to every portal (`tab.md` 2). */
export function App({ api, host, queries, texts, firstTheme, startPage }: AppProps): ReactElement {
  const theme = useTheme(host, firstTheme);
  useSpokenLanguage(host, texts);
  return (
    <HostContext value={host}>
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>
          <I18nextProvider i18n={texts.i18n}>
            <FluentProvider theme={theme}>
              {/* Not in transitions: a checkbox whose choice lives in the address must stand when it is pressed. */}
              <HashRouter useTransitions={false}>
                <AnnouncementProvider>
                  <Layout>
                    <SignedIn>
                      <PageRoutes startPage={startPage} texts={texts} />
                    </SignedIn>
                  </Layout>
                </AnnouncementProvider>
              </HashRouter>
            </FluentProvider>
          </I18nextProvider>
        </QueryClientProvider>
      </ApiContext>
    </HostContext>
  );
}
