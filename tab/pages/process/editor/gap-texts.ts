import type { ChainGap } from '../../../../shared/process/chain-check.ts';

/** How each kind of gap reads; the texts are those of `processEditor.gaps`. */
export interface GapWords {
  readonly plain: (kind: Exclude<ChainGap['kind'], 'noCommonObject'>) => string;
  readonly noCommonObject: (names: { readonly gives: string; readonly takes: string; readonly next: string }) => string;
}

/** What is said at each step about the chain, by the step's id. A gap between two is told at the one that gives. */
export function gapTexts(
  gaps: readonly ChainGap[],
  rowName: (stepId: string) => string,
  words: GapWords,
): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  for (const gap of gaps) {
    const stepId = gap.kind === 'noCommonObject' ? gap.from : gap.stepId;
    const text =
      gap.kind === 'noCommonObject'
        ? words.noCommonObject({ gives: gap.gives.join('; '), takes: gap.takes.join('; '), next: rowName(gap.to) })
        : words.plain(gap.kind);
    said.set(stepId, [...(said.get(stepId) ?? []), text]);
  }
  return said;
}
