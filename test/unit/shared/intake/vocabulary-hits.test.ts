import { expect, test } from '@jest/globals';
import { deviationCategories, feedbackTopics } from '../../../../shared/records/choices.ts';
import { knownCategories } from '../../../../shared/intake/find-category.ts';
import { wordGroups } from '../../../../shared/intake/vocabulary/groups.ts';
import { parseEntries, parsePhrase } from '../../../../shared/intake/phrase-pattern.ts';
import { allEntries, findVocabularyHits } from '../../../../shared/intake/vocabulary-hits.ts';
import { splitWords } from '../../../../shared/intake/words.ts';

/** A text made of the first form of each word of an entry: what somebody would write. */
const example = (entry: string): string =>
  parsePhrase(entry, wordGroups)
    .map(({ atoms }) => atoms[0]?.typed ?? '')
    .join(' ');

test('every entry of every vocabulary is found in a text that holds it', () => {
  const dead = allEntries.filter(({ tag, entry }) => {
    const found = findVocabularyHits(splitWords(example(entry))).of(tag);
    return !found.some((hit) => hit.entry === entry);
  });

  expect(dead).toEqual([]);
});

test('no entry stands twice under the same tag', () => {
  const keys = allEntries.map(({ tag, weight, entry }) => `${tag} ${String(weight)} ${entry}`);

  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every group that an entry refers to exists', () => {
  const groups = allEntries.flatMap(({ entry }) => [...entry.matchAll(/<(\w+)>/gu)].map((match) => match[1] ?? ''));

  expect([...new Set(groups)].filter((group) => parseEntries(wordGroups[group] ?? '').length === 0)).toEqual([]);
});

test('every category but "other" has words and a place in the order', () => {
  const withWords = (area: string): Set<string> =>
    new Set(allEntries.filter(({ tag }) => tag.startsWith(`${area}:`)).map(({ tag }) => tag.slice(area.length + 1)));

  for (const [area, choices, order] of [
    ['deviation', deviationCategories, knownCategories.deviationOrder],
    ['feedback', feedbackTopics, knownCategories.topicOrder],
  ] as const) {
    const expected = Object.keys(choices).filter((choice) => choice !== 'other');
    expect([...withWords(area)].sort()).toEqual([...expected].sort());
    expect([...order].sort()).toEqual([...expected].sort());
  }
});

test.each([
  ['så', 'kind:saying', 'a word with åäö is not one without'],
  ['i så fall', 'deviation:fall', 'an idiom means something else'],
  ['ett tillfälle', 'deviation:fall', 'an ordinary word is not corrected'],
])('"%s" says nothing of %s: %s', (text, tag) => {
  expect(findVocabularyHits(splitWords(text)).has(tag)).toBe(false);
});

test.each([
  ['avikelse', 'kind:deviationOpener'],
  ['medecin', 'deviation:medication'],
  ['trygghetslarmett', 'deviation:equipmentPremises'],
  ['klagomal', 'kind:complaintOpener'],
  ['delegernig', 'deviation:medication'],
])('the misspelt "%s" is found as %s', (text, tag) => {
  expect(findVocabularyHits(splitWords(text)).has(tag)).toBe(true);
});
