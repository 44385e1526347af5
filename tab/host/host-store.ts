import type { Language } from '../../shared/api/contract.ts';
import { parseLanguage } from './language.ts';
import { readChoice, rememberChoice } from './stored-choice.ts';
import type { TeamsConnection } from './teams-connection.ts';
import type { ThemeName } from './theme-name.ts';
import { parseThemeName, systemTheme } from './theme-name.ts';
import { withinTime } from './within-time.ts';

/** Where the tab is shown. `silentFrame`: framed by a page that does not answer as Teams does. */
export type Place = 'browser' | 'connecting' | 'teams' | 'sharepoint' | 'silentFrame';

export interface HostState {
  readonly place: Place;
  readonly theme: ThemeName;
  /** The host decides the theme, so no menu offers it. */
  readonly themeFromHost: boolean;
  readonly language: Language;
}

/** The surroundings of the tab, so that they can be replaced in tests. */
export interface Surroundings {
  readonly framed: boolean;
  /** The query string of the page: `?host=teams&theme=dark&locale=sv-se` (placeholders in the manifest). */
  readonly search: string;
  readonly matches: (query: string) => boolean;
  readonly connect: () => Promise<TeamsConnection>;
  readonly limitMs: number;
}

export interface HostStore {
  readonly getState: () => HostState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the host, if any. Resolves once it answered or the limit passed; gives the deep link it asked for. */
  readonly connect: (onSubPage: (subPageId: string) => void) => Promise<void>;
  readonly chooseTheme: (theme: ThemeName) => void;
  readonly chooseLanguage: (language: Language) => void;
  /** Follows what was chosen in another window of the same browser. */
  readonly followStoredChoices: () => void;
  readonly shareDeepLink: (link: { readonly subPageId: string; readonly label: string }) => void;
  readonly getToken: () => Promise<string | undefined>;
}

/**
 * Theme, language and sign-on, whatever the tab runs in. It has an answer at once (nobody waits for a host), and a
 * better one when the host speaks. Swedish until somebody says otherwise; a
 * person's own choice of language wins over the host's; the host's theme wins.
 */
export function createHostStore(around: Surroundings): HostStore {
  const parameters = new URLSearchParams(around.search);
  const toldPlace = parameters.get('host');
  let connection: TeamsConnection | undefined;
  let settle = (): void => undefined;
  // A token is asked for before the host has answered; the question waits as long as `connect` does.
  const settled = around.framed
    ? new Promise<void>((resolve) => {
        settle = resolve;
      })
    : Promise.resolve();
  let state: HostState = {
    place: around.framed ? 'connecting' : 'browser',
    theme:
      parseThemeName(parameters.get('theme')) ?? parseThemeName(readChoice('theme')) ?? systemTheme(around.matches),
    themeFromHost: around.framed && (toldPlace === 'teams' || toldPlace === 'sharepoint'),
    language: parseLanguage(readChoice('language')) ?? parseLanguage(parameters.get('locale')) ?? 'sv',
  };
  const listeners = new Set<() => void>();

  function change(part: Partial<HostState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function adopt(answer: TeamsConnection, onSubPage: (subPageId: string) => void): void {
    connection = answer;
    change({
      place: toldPlace === 'sharepoint' ? 'sharepoint' : answer.place,
      theme: parseThemeName(answer.theme) ?? state.theme,
      themeFromHost: true,
      language: parseLanguage(readChoice('language')) ?? parseLanguage(answer.locale) ?? state.language,
    });
    answer.onThemeChange((theme) => {
      change({ theme: parseThemeName(theme) ?? state.theme });
    });
    if (answer.subPageId !== undefined) onSubPage(answer.subPageId);
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async (onSubPage) => {
      if (!around.framed) return;
      const answering = around.connect();
      const first = await withinTime(answering, around.limitMs);
      if (first.kind === 'done') {
        adopt(first.value, onSubPage);
        settle();
        return;
      }
      change({ place: 'silentFrame', themeFromHost: false });
      settle();
      if (first.kind === 'late') {
        // A slow host is still welcome, though not its deep link: the person is already somewhere.
        void answering.then(
          (answer) => {
            adopt(answer, () => undefined);
          },
          () => undefined,
        );
      }
    },
    chooseTheme: (theme) => {
      rememberChoice('theme', theme);
      change({ theme });
    },
    chooseLanguage: (language) => {
      rememberChoice('language', language);
      change({ language });
    },
    followStoredChoices: () => {
      const theme = state.themeFromHost ? undefined : parseThemeName(readChoice('theme'));
      change({
        theme: theme ?? state.theme,
        language: parseLanguage(readChoice('language')) ?? state.language,
      });
    },
    shareDeepLink: (link) => {
      connection?.shareDeepLink(link);
    },
    getToken: async () => {
      await settled;
      return connection?.getToken();
    },
  };
}
