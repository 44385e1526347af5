import type { Language } from '../../shared/api/contract.ts';

/** `sv-se`, `en-GB`, … to one of ours; a language that we do not have becomes English, nothing becomes absent. */
export function parseLanguage(locale: string | null | undefined): Language | undefined {
  if (locale === undefined || locale === null || locale === '') return undefined;
  return /^(?:sv|nb|nn|no|da)\b/i.test(locale) ? 'sv' : 'en';
}
