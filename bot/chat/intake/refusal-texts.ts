import type { Language } from '../../../shared/api/contract.ts';
import { failures } from '../../../shared/errors.ts';
import type { Refusal } from '../../records/records-service.ts';

/** What a person reads when the service refused, once each. */
export function refusalTexts(refusal: Refusal, language: Language): readonly string[] {
  if (refusal.kind === 'invalid') return [...new Set(refusal.problems.map(({ text }) => text))];
  return [failures[refusal.kind === 'conflict' ? 'changedBySomebodyElse' : refusal.kind].text[language]];
}
