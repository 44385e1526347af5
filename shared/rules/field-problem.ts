import type { FieldProblem, Language } from '../api/contract.ts';
import { problems as english } from '../text/en/problems.ts';
import { problems as swedish } from '../text/sv/problems.ts';

export type ProblemText = keyof typeof swedish;

/** What is wrong with one field, in the reader's language. `text` picks other words than those of the problem's code. */
export function fieldProblem(
  language: Language,
  field: string,
  problem: FieldProblem['problem'],
  more: { readonly text?: ProblemText; readonly limit?: number; readonly row?: string } = {},
): FieldProblem {
  const texts: Readonly<Record<ProblemText, string>> = language === 'sv' ? swedish : english;
  const text = texts[more.text ?? (problem === 'incomplete' ? 'required' : problem)];
  return {
    field,
    ...(more.row !== undefined && { row: more.row }),
    problem,
    text: text.replaceAll('{{limit}}', String(more.limit ?? '')),
  };
}
