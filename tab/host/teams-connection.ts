import { withinTime } from './within-time.ts';

const tokenLimitMs = 10_000;

/** What an answering host gives. Everything from its context is a hint for display, never proof of who somebody is. */
export interface TeamsConnection {
  readonly place: 'teams' | 'sharepoint';
  readonly theme: string;
  readonly locale: string;
  readonly subPageId: string | undefined;
  onThemeChange(listener: (theme: string) => void): void;
  shareDeepLink(link: { readonly subPageId: string; readonly label: string }): void;
  /** A token for our API, or undefined when the host gives none in time. */
  getToken(): Promise<string | undefined>;
}

/**
 * Talks to the page that frames us. Rejects when the SDK does, after up to 60 s: race it with a limit of one's own.
 * teams-js is imported here only, and destructured so that it shakes to 17 kB: importing it makes a request to Microsoft's CDN,
 * which a plain browser must not see (`tab.md` 5).
 */
export async function connectToTeams(): Promise<TeamsConnection> {
  const { app, authentication, pages } = await import('@microsoft/teams-js');
  await app.initialize();
  const context = await app.getContext();
  app.notifyAppLoaded();
  app.notifySuccess().catch(() => {
    // A host that wants no such message is no reason to wait or to fail.
  });
  return {
    // HostName has no value for SharePoint (`teams.md` 6); its own part of the context tells.
    place: context.sharepoint === undefined ? 'teams' : 'sharepoint',
    theme: context.app.theme,
    locale: context.app.locale,
    subPageId: context.page.subPageId,
    onThemeChange: (listener) => {
      app.registerOnThemeChangeHandler(listener);
    },
    shareDeepLink: ({ subPageId, label }) => {
      if (pages.isSupported()) pages.shareDeepLink({ subPageId, subPageLabel: label });
    },
    getToken: async () => {
      const outcome = await withinTime(authentication.getAuthToken(), tokenLimitMs);
      return outcome.kind === 'done' ? outcome.value : undefined;
    },
  };
}
