import type { Theme } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { HostStore } from './host-store.ts';
import { loadTheme } from './load-theme.ts';

/** The theme to draw with. The one before stays until the new one has come. */
export function useTheme(host: HostStore, firstTheme: Theme): Theme {
  const name = useSyncExternalStore(host.subscribe, () => host.getState().theme);
  const [theme, setTheme] = useState(firstTheme);

  useEffect(() => {
    let current = true;
    loadTheme(name).then(
      (loaded) => {
        if (!current) return;
        setTheme(loaded);
        document.documentElement.dataset['theme'] = name;
        document.documentElement.style.colorScheme = name === 'default' ? 'light' : 'dark';
      },
      () => {
        // Without the file of the new theme the old one still reads well.
      },
    );
    return () => {
      current = false;
    };
  }, [name]);

  return theme;
}
