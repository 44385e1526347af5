import { expect, test } from '@jest/globals';
import { readChoice, rememberChoice } from '../../../../tab/host/stored-choice.ts';
import type { ChoiceStorage } from '../../../../tab/host/stored-choice.ts';

const blocked: ChoiceStorage = {
  getItem: () => {
    throw new DOMException('blocked', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  removeItem: () => undefined,
};

test('a choice is remembered until it is taken back', () => {
  rememberChoice('theme', 'dark');
  expect(readChoice('theme')).toBe('dark');

  rememberChoice('theme', undefined);

  expect(readChoice('theme')).toBeUndefined();
});

test('blocked storage means no memory, not a fault', () => {
  rememberChoice('theme', 'dark', blocked);

  expect(readChoice('theme', blocked)).toBeUndefined();
});
