import type { Language } from '../../shared/api/contract.ts';

/** The language of an `Accept-Language` header that we have, the most wanted first. Swedish unless told. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'sv' || language === 'en') && quality > 0);
  const best = wanted.toSorted((left, right) => right.quality - left.quality)[0];
  return best?.language === 'en' ? 'en' : 'sv';
}
