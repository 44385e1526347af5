import type { Language } from '../../shared/api/contract.ts';
import { createI18n } from '../../shared/text/i18n.ts';
import { chat as sv } from '../../shared/text/sv/chat.ts';
import { chat as en } from '../../shared/text/en/chat.ts';

type KeyOf<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string ? Name : `${Name}.${KeyOf<Texts[Name]>}`;
}[keyof Texts & string];

/** `draft.count_one` and `draft.count_other` are asked for as `draft.count`. */
type Base<Key extends string> = Key extends `${infer Start}_one` | `${infer Start}_other` ? Start : Key;
export type TextKey = Base<KeyOf<typeof sv>>;

/** Gives the text of a key in one language, `{{name}}` filled in. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const texts = { sv: { chat: sv }, en: { chat: en } };
const sayers: Readonly<Record<Language, Say>> = { sv: sayerOf('sv'), en: sayerOf('en') };

export function sayIn(language: Language): Say {
  return sayers[language];
}

function sayerOf(language: Language): Say {
  const translate = createI18n(language, texts).getFixedT(language, 'chat');
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return translate(key, { ...values });
    const text = plain.get(key) ?? translate(key);
    plain.set(key, text);
    return text;
  };
}
