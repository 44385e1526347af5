/**
 * Words on their way from the ordinary form to the lex Sarah form. In memory only: a suspected misconduct leaves no trace
 * in drafts, addresses or the browser's history (`design.md` 1.6).
 */
let words: string | undefined;

export function handOverWords(text: string): void {
  words = text;
}

/** Gives the words once. */
export function takeWords(): string | undefined {
  const taken = words;
  words = undefined;
  return taken;
}
