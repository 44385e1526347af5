/** The names that Teams gives its themes. */
export const themeNames = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

export function parseThemeName(value: string | null | undefined): ThemeName | undefined {
  return themeNames.find((name) => name === value);
}

/** What the operating system asks for, where no host says anything. */
export function systemTheme(matches: (query: string) => boolean): ThemeName {
  if (matches('(forced-colors: active)')) return 'contrast';
  return matches('(prefers-color-scheme: dark)') ? 'dark' : 'default';
}
