import { useMemo, useState } from 'react';
import { createLocalDraft } from '../../api/local-draft.ts';

type Words = Readonly<Record<string, string>>;

function isText(entry: readonly [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

/** A few texts that survive a reload of this browser window; what is empty is forgotten. */
export function useLocalInput(personId: string, key: string): [Words, (words: Words) => void] {
  const local = useMemo(() => createLocalDraft(() => window.sessionStorage, personId, key), [personId, key]);
  const [words, setWords] = useState<Words>(() =>
    Object.fromEntries(Object.entries(local.read() ?? {}).filter(isText)),
  );
  return [
    words,
    (next) => {
      const filled = Object.fromEntries(Object.entries(next).filter(([, text]) => text !== ''));
      setWords(filled);
      local.write(Object.keys(filled).length === 0 ? undefined : filled);
    },
  ];
}
