/** Answers about changes since a token, of a list and of a library alike (`graph.md` 3). */
import { errorAnswer } from './graph-answers.ts';
import type { DeltaOutcome, DeltaPage } from './graph-port.ts';
import type { GraphAnswer } from './graph-request.ts';
import { readFailure } from './read-outcome.ts';

/** A page that is still to be read, or what it came to without one. */
export type DeltaAnswer =
  Exclude<DeltaOutcome, { readonly kind: 'page' }> | { readonly kind: 'body'; readonly body: unknown };

/** @param link that was asked with; undefined: without a token */
export function readDeltaAnswer(answer: GraphAnswer, link: string | undefined): DeltaAnswer {
  if (answer.kind === 'noAnswer') return { kind: 'tryLater', status: 0 };
  if (answer.status === 410 || (link !== undefined && isBadToken(answer))) return { kind: 'resync' };
  if (answer.status === 200) return { kind: 'body', body: answer.body };
  const failure = readFailure(answer);
  const wait = failure.kind === 'tryLater' ? failure.retryAfterMs : undefined;
  return { kind: 'tryLater', status: answer.status, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
}

/** Its token must not be used. */
export const unreadablePage = { kind: 'tryLater', status: 200 } as const;

interface Links {
  readonly '@odata.nextLink'?: string | undefined;
  readonly '@odata.deltaLink'?: string | undefined;
}

export function linksOf(page: Links): Pick<DeltaPage, 'nextLink' | 'deltaLink'> {
  const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = page;
  return { ...(nextLink === undefined ? {} : { nextLink }), ...(deltaLink === undefined ? {} : { deltaLink }) };
}

/** What SharePoint answers to a token that it does not know. */
function isBadToken(answer: Extract<GraphAnswer, { readonly kind: 'answer' }>): boolean {
  if (answer.status !== 400 && answer.status !== 404) return false;
  const parsed = errorAnswer.safeParse(answer.body);
  if (!parsed.success) return false;
  const { code, message, innerError } = parsed.data.error;
  const said = [code, message, innerError?.code].join(' ').toLowerCase();
  return ['token', 'badargument', 'not acceptable', 'syncstatenotfound', 'resync'].some((word) => said.includes(word));
}
