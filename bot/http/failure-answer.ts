import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { AppError, failures } from '../../shared/errors.ts';
import type { FailureCode } from '../../shared/errors.ts';
import type { FailureAnswer, FieldProblem, Language, RecordAnswer } from '../../shared/api/contract.ts';
import type { Refusal } from '../records/records-service.ts';

/** What an edge needs to answer that a call failed. */
export interface Failed {
  readonly code: FailureCode;
  readonly problems?: readonly FieldProblem[];
  readonly current?: RecordAnswer;
}

/** A refusal of the records service as the failure that the tab reads. */
export function failureOfRefusal(refusal: Refusal): Failed {
  switch (refusal.kind) {
    case 'invalid':
      return { code: 'invalidFields', problems: refusal.problems };
    case 'conflict':
      return { code: 'changedBySomebodyElse', current: refusal.current };
    default:
      return { code: refusal.kind };
  }
}

/** What was thrown, as a failure. restify's own errors carry a status; anything unknown is `unexpected`. */
export function failureOfError(error: unknown): Failed {
  if (error instanceof AppError) return { code: error.code };
  switch (statusOf(error)) {
    case 400:
    case 415:
      return { code: 'malformedRequest' };
    case 404:
      return { code: 'notFound' };
    case 405:
      return { code: 'methodNotAllowed' };
    case 413:
      return { code: 'tooLarge' };
    default:
      return { code: 'unexpected' };
  }
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** Answers with the failure's status and text. Does nothing when an answer has begun. */
export function sendFailure(
  response: ServerResponse,
  failed: Failed,
  context: { readonly requestId: string; readonly language: Language },
): void {
  const failure = failures[failed.code];
  const answer: FailureAnswer = {
    error: {
      code: failed.code,
      text: failure.text[context.language],
      requestId: context.requestId,
      ...(failed.problems === undefined ? {} : { problems: failed.problems }),
      ...(failed.current === undefined ? {} : { current: failed.current }),
    },
  };
  if (failed.code === 'unavailable') response.setHeader('Retry-After', '5');
  sendJson(response, failure.status, answer);
}

/** Answers with JSON that nobody may keep: what it holds depends on who asks. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.writableEnded) return;
  if (body === undefined) {
    response.writeHead(status, { 'Cache-Control': 'no-store' });
    response.end();
    return;
  }
  const text = Buffer.from(JSON.stringify(body));
  const isZipped = text.length > worthZipping && acceptsGzip(response);
  const sent = isZipped ? gzipSync(text, { level: 4 }) : text;
  // restify's writeHead returns nothing, so the two calls cannot be one.
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': sent.length,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language, Accept-Encoding',
    ...(isZipped ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(sent);
}

/** Bytes below which a packet is sent either way. */
const worthZipping = 1400;

function acceptsGzip(response: ServerResponse): boolean {
  return /\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(response.req.headers['accept-encoding'] ?? '');
}
