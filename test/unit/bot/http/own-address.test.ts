import { expect, test } from '@jest/globals';
import { isOwnAddress } from '../../../../bot/http/own-address.ts';

test.each([
  [{ host: '127.0.0.1:3978' }, true],
  [{ host: 'localhost:3978' }, true],
  [{ host: '[::1]:3978' }, true],
  [{ host: '127.0.0.1:3978', origin: 'http://127.0.0.1:3978' }, true],
  [{ host: '127.0.0.1:3978', origin: 'http://localhost:5173' }, true],
  [{}, false],
  [{ host: 'evil.example' }, false],
  [{ host: '127.0.0.1.evil.example' }, false],
  [{ host: 'localhost.evil.example:3978' }, false],
  [{ host: 'evil.example@127.0.0.1' }, false],
  [{ host: '127.0.0.1:99999999' }, false],
  [{ host: '127.0.0.1', origin: 'https://evil.example' }, false],
  [{ host: '127.0.0.1', origin: 'null' }, false],
  [{ host: '192.168.1.4:3978' }, false],
])('%j is our own address: %s', (headers, own) => {
  expect(isOwnAddress({ headers })).toBe(own);
});
