import { canonicalText } from '../../shared/rules/canonical-text.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { invalid, ok } from './outcomes.ts';
import { maskOne } from './read-given-fields.ts';
import type { Caller, Outcome } from './records-service.ts';
import type { ServiceContext } from './service-context.ts';

const longestReason = 500;

/** Why a person settles something: masked, and not empty. */
export function readReason({ mask }: ServiceContext, caller: Caller, text: string): Outcome<string> {
  const reason = maskOne(mask, canonicalText(text)).maskedText;
  if (reason === '') return invalid(fieldProblem(caller.language, 'reason', 'required', { text: 'reasonNeeded' }));
  return reason.length > longestReason
    ? invalid(fieldProblem(caller.language, 'reason', 'tooLong', { limit: longestReason }))
    : ok(reason);
}
