import type { i18n } from 'i18next';
import type { Language } from '../../shared/api/contract.ts';
import { createI18n } from '../../shared/text/i18n.ts';

/** Texts of one area, nested as they are written. */
export type Texts = Readonly<Record<string, unknown>>;

/** Where the texts of an area come from: its key is the i18next namespace that a page names in the route table. */
export type TextSources = Readonly<Record<string, Readonly<Record<Language, () => Promise<Texts>>>>>;

export interface TextStore {
  readonly i18n: i18n;
  /** Fetches areas in the language now spoken; a page waits for its own before it renders. */
  ensure(areas: readonly string[]): Promise<void>;
  /** Fetches every area in use in the new language, then speaks it. */
  speak(language: Language): Promise<void>;
}

/** Texts are fetched by area and language, when a page first needs them. */
export function createTextStore(language: Language, sources: TextSources): TextStore {
  // A page that does not name an area it speaks shows keys for words: the browser tests hear of it.
  const instance = createI18n(language, {}, (key) => console.error(`No text for ${key}`));
  const used = new Set<string>(['tab']);
  let spoken = language;

  async function load(area: string, wanted: Language): Promise<void> {
    if (instance.hasResourceBundle(wanted, area)) return;
    const texts = await sources[area]?.[wanted]();
    if (texts !== undefined) instance.addResourceBundle(wanted, area, texts);
  }

  return {
    i18n: instance,
    ensure: async (areas) => {
      for (const area of areas) used.add(area);
      await Promise.all(areas.map(async (area) => load(area, spoken)));
    },
    speak: async (wanted) => {
      spoken = wanted;
      await Promise.all([...used].map(async (area) => load(area, wanted)));
      await instance.changeLanguage(wanted);
    },
  };
}
