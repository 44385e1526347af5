import { useEffect, useSyncExternalStore } from 'react';
import type { HostStore } from './host-store.ts';
import type { TextStore } from './texts.ts';

/** Lets the texts follow the host's language, and tells the browser and screen readers which one it is. */
export function useSpokenLanguage(host: HostStore, texts: TextStore): void {
  const language = useSyncExternalStore(host.subscribe, () => host.getState().language);

  useEffect(() => {
    texts.speak(language).then(
      () => {
        document.documentElement.lang = language;
      },
      () => {
        // Without the file of the new language the old one stays, and so does the page's `lang`.
      },
    );
  }, [language, texts]);
}
