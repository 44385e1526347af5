import type { FailureCode } from '../../errors.ts';

/** The largest file that is taken in; drawings of thousands of elements are a few megabytes. */
export const largestBpmnFile = 20 * 1024 * 1024;

export type DecodedFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: Extract<FailureCode, 'fileTooLarge' | 'unknownEncoding' | 'notBpmn'> };

/**
 * The text of a file, by its byte order mark, else by its XML declaration, else as UTF-8 (XML 1.0, appendix F). Tools
 * write UTF-8, UTF-16, ISO-8859-1 and windows-1252, and some write the last under the name of the first: bytes that are
 * no UTF-8 are read so. Another encoding is refused rather than read with broken letters.
 */
export function decodeBpmnFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > largestBpmnFile) return { kind: 'refused', why: 'fileTooLarge' };
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return { kind: 'refused', why: 'unknownEncoding' };
  const text = decode(bytes, encoding) ?? (encoding === 'utf-8' ? decode(bytes, 'windows-1252') : undefined);
  if (text === undefined) return { kind: 'refused', why: 'unknownEncoding' };
  return text.trimStart().startsWith('<') ? { kind: 'text', text } : { kind: 'refused', why: 'notBpmn' };
}

const known = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  // Browsers and tools write windows-1252 under the older name; for its letters the two are the same.
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
} as const;

type Encoding = (typeof known)[keyof typeof known];

function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: `<` and a zero, or a zero and `<`.
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const declaration = String.fromCodePoint(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(declaration)?.[1]?.toLowerCase();
  if (declared === undefined) return 'utf-8';
  const encoding = Object.hasOwn(known, declared) ? known[declared as keyof typeof known] : undefined;
  // A file that speaks of UTF-16 in single bytes was saved as something else, and that is UTF-8.
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-8' : encoding;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The one thing that a decoder throws: bytes that do not fit its encoding.
    return undefined;
  }
}
