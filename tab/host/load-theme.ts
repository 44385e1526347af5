import type { Theme } from '@fluentui/react-components';
import { teamsLightTheme } from '@fluentui/react-components';
import type { ThemeName } from './theme-name.ts';

/** Only the light theme is in the first download; the others are 6 kB each and come when asked for. */
export async function loadTheme(name: ThemeName): Promise<Theme> {
  if (name === 'dark') return (await import('./dark-theme.ts')).darkTheme;
  if (name === 'contrast') return (await import('./contrast-theme.ts')).contrastTheme;
  return teamsLightTheme;
}
