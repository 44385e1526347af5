/**
 * Takes personnummer and likely names out of a text before it is stored (L11). Used for every field that a record kind
 * marks as masked, on the way in from people and from SharePoint alike.
 */
import { maskNames } from './find-names.ts';
import { maskPersonnummer } from './personnummer.ts';

export interface MaskedText {
  readonly maskedText: string;
  /** Whether a personnummer was replaced. */
  readonly personnummer: boolean;
  /** Whether a likely name was replaced. */
  readonly names: boolean;
}

const personnummerMark = '[personnummer]';
const nameMark = '[namn]';

/**
 * Replaces personnummer by `[personnummer]` and likely names by `[namn]`; every other word stands as typed. Masking a
 * masked text changes nothing. Never throws; linear in the length of the text.
 */
export function maskText(text: string): MaskedText {
  const withoutNumbers = untilStable(text, (current) => maskPersonnummer(current, personnummerMark));
  const maskedText = untilStable(withoutNumbers, (current) => maskNames(current, nameMark));
  return { maskedText, personnummer: withoutNumbers !== text, names: maskedText !== withoutNumbers };
}

/** A replacement can bring two words side by side; each round takes away at least one, so this ends. */
function untilStable(text: string, mask: (current: string) => string): string {
  let current = text;
  for (;;) {
    const next = mask(current);
    if (next === current) return current;
    current = next;
  }
}
