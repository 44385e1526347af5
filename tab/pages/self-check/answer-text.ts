/** How a question and its answer are said. Pure. */
import type { Language } from '../../../shared/api/contract.ts';
import { yesOrNo } from '../../../shared/records/self-check-choices.ts';
import type { GivenAnswer, SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';
import { formatNumber } from '../../components/format-date.ts';

/** The answer as people say it; undefined when there is none. */
export function answerText(row: SelfCheckAnswer, language: Language): string | undefined {
  if (row.yesNo !== undefined) return yesOrNo[row.yesNo][language];
  if (row.value !== undefined) return formatNumber(row.value, language);
  return row.answerText;
}

/** What the row holds, as it would be given anew. */
export function givenOf({ yesNo, value, answerText: text, remark }: SelfCheckAnswer): GivenAnswer {
  return { yesNo, value, answerText: text, remark };
}

/** The row with an answer that the service may not have yet. */
export function withPending(row: SelfCheckAnswer, given: GivenAnswer | undefined): SelfCheckAnswer {
  if (given === undefined) return row;
  const { yesNo: _yesNo, value: _value, answerText: _text, remark: _remark, ...question } = row;
  const filled = Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined));
  return { ...question, ...filled };
}

export type Typed =
  { readonly kind: 'empty' } | { readonly kind: 'number'; readonly value: number } | { readonly kind: 'notANumber' };

/** A number as somebody writes it: comma or point, a space between thousands. */
export function readNumber(typed: string): Typed {
  const text = typed.replaceAll(/\s/g, '').replace(',', '.').replace('−', '-');
  if (text === '') return { kind: 'empty' };
  return /^-?\d+(?:\.\d+)?$/.test(text) ? { kind: 'number', value: Number(text) } : { kind: 'notANumber' };
}

/** Which of the three ways of saying the bounds fits, with the bounds as people write them. */
export function boundsOf(
  { answerKind, minimum, maximum }: Pick<SelfCheckAnswer, 'answerKind' | 'minimum' | 'maximum'>,
  language: Language,
): { readonly key: 'between' | 'atLeast' | 'atMost'; readonly from: string; readonly to: string } | undefined {
  if (answerKind !== 'scale' && answerKind !== 'number') return undefined;
  if (minimum === undefined && maximum === undefined) return undefined;
  const text = (bound: number | undefined) => (bound === undefined ? '' : formatNumber(bound, language));
  const key = minimum === undefined ? 'atMost' : maximum === undefined ? 'atLeast' : 'between';
  return { key, from: text(minimum), to: text(maximum) };
}
