import i18next from 'i18next';
import type { i18n, Resource } from 'i18next';
import type { Language } from '../api/contract.ts';

/**
 * Makes a translator of its own, ready at once. A text that is asked for and not there is told by its area and key. Texts stand in `sv/<area>.ts` and `en/<area>.ts`, an area being a
 * namespace; `{{name}}` is filled in, `_one` and `_other` follow `count`.
 */
export function createI18n(language: Language, resources: Resource, onMissing?: (key: string) => void): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'sv',
    resources,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    saveMissing: onMissing !== undefined,
    missingKeyHandler: (_languages, area, key) => onMissing?.(`${area}:${key}`),
  });
  return instance;
}
