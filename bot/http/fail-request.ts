import type { ServerResponse } from 'node:http';
import type { Request } from 'restify';
import type { Log } from '../log.ts';
import { failureOfError, sendFailure } from './failure-answer.ts';
import { stateOf } from './request-state.ts';

/** The route's pattern, which names no record; an unknown address gives nothing away either. */
export function routePattern(request: Request): string {
  const route: unknown = request.getRoute();
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'none';
}

/** Answers a thrown failure, and logs what a person must look at: the code and where, never what was sent. */
export function failRequest(log: Log, request: Request, response: ServerResponse, error: unknown): void {
  const failed = failureOfError(error);
  if (failed.code === 'unexpected') {
    log.error('request failed', {
      requestId: stateOf(request).requestId,
      method: request.method ?? '',
      route: routePattern(request),
      error: error instanceof Error ? error.name : typeof error,
      // The message of a database error can quote a value; the frames cannot.
      at: error instanceof Error ? framesOf(error) : undefined,
    });
  }
  if (!response.headersSent) sendFailure(response, failed, stateOf(request));
  else if (!response.writableEnded) response.destroy();
}

/** The first frames of a stack, without the message. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ');
}

/** A handler that never throws into restify, which would answer with the message of what was thrown. */
export function guarded<Response extends ServerResponse>(
  log: Log,
  handler: (request: Request, response: Response) => Promise<void>,
): (request: Request, response: Response) => Promise<void> {
  // Two arguments: restify refuses async handlers with three (`tab.md` 6).
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      failRequest(log, request, response, error);
    }
  };
}
