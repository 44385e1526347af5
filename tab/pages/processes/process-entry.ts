import type { ProcessMapAnswer } from '../../../shared/api/process-contract.ts';

export type ProcessEntry = ProcessMapAnswer['processes'][number];

export const bands = ['steering', 'main', 'support'] as const;
type Band = (typeof bands)[number];

export function isBand(value: unknown): value is Band {
  return bands.some((band) => band === value);
}

/** The entries whose name, mission or effect holds every word of the search, in the order of the map. */
export function findProcesses(entries: readonly ProcessEntry[], search: string): readonly ProcessEntry[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = entries.filter(({ record }) => {
    const { mission, desiredEffect } = record.fields;
    const text = [record.title, mission, desiredEffect]
      .filter((part) => typeof part === 'string')
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const order = ({ record }: ProcessEntry): number => Number(record.fields['order'] ?? Number.MAX_SAFE_INTEGER);
  return found.toSorted(
    (one, other) => order(one) - order(other) || one.record.title.localeCompare(other.record.title, 'sv'),
  );
}

/** The processes of a band that are part of none that is shown, each followed by its parts. */
export function withParts(
  entries: readonly ProcessEntry[],
): readonly { readonly entry: ProcessEntry; readonly depth: number }[] {
  const shown = new Set(entries.map(({ record }) => record.id));
  const rows: { readonly entry: ProcessEntry; readonly depth: number }[] = [];
  const placed = new Set<string>();
  const place = (entry: ProcessEntry, depth: number): void => {
    if (placed.has(entry.record.id)) return;
    placed.add(entry.record.id);
    rows.push({ entry, depth });
    for (const part of entries.filter(({ record }) => record.fields['parent'] === entry.record.id))
      place(part, depth + 1);
  };
  for (const entry of entries) {
    const parent = entry.record.fields['parent'];
    if (typeof parent !== 'string' || !shown.has(parent)) place(entry, 0);
  }
  // A ring of processes that are part of each other has no first: none of it may be lost.
  for (const entry of entries) place(entry, 0);
  return rows;
}
