import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Next, Request, RequestHandler, Response } from 'restify';
import type { FailureCode } from '../../shared/errors.ts';
import type { Log } from '../log.ts';
import { acceptedLanguage } from './accepted-language.ts';
import { cleanJson } from './clean-json.ts';
import { failRequest } from './fail-request.ts';
import { sendFailure } from './failure-answer.ts';
import { isOwnAddress } from './own-address.ts';
import { rememberRequest, stateOf } from './request-state.ts';
import { setSecurityHeaders } from './security-headers.ts';

interface BeforeRoutingDeps {
  readonly log: Log;
  readonly newId: () => string;
  readonly mode: 'local' | 'tenant';
  readonly localGraph?: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
}

/** What holds for every request, known address or not: its number, its language, whose host it names, its headers. */
export function beforeRouting(deps: BeforeRoutingDeps): RequestHandler {
  return (request: Request, response: Response, next: Next): void => {
    const requestId = deps.newId();
    rememberRequest(request, {
      requestId,
      language: acceptedLanguage(request.headers['accept-language']),
      arrivedMs: performance.now(),
    });
    response.setHeader('X-Request-Id', requestId);
    const refuse = (code: FailureCode): void => {
      sendFailure(response, { code }, stateOf(request));
      next(false);
    };

    if (deps.mode === 'local' && !isOwnAddress(request)) {
      refuse('wrongAddress');
      return;
    }
    const url = URL.parse(`http://${request.headers.host ?? 'localhost'}${request.url ?? ''}`);
    // restify throws where nobody catches on a Host or path that makes no URL.
    if (url === null || request.url?.startsWith('/') !== true) {
      refuse('malformedRequest');
      return;
    }
    if (deps.localGraph !== undefined && url.pathname.startsWith('/local-graph/')) {
      deps.localGraph(request, response).then(
        () => next(false),
        (error: unknown) => {
          failRequest(deps.log, request, response, error);
          next(false);
        },
      );
      return;
    }
    setSecurityHeaders(response, { mode: deps.mode, page: url.pathname.startsWith('/tab/') });
    // restify leaves a broken gzip stream to end the process, and would unpack one of any size.
    if (request.headers['content-encoding'] === undefined) next();
    else refuse('malformedRequest');
  };
}

/** After body parsing: a body that could harm what comes later is refused, and odd characters are taken out. */
export function cleanBody(request: Request, response: Response, next: Next): void {
  const cleaned = cleanJson(request.body as unknown);
  if (cleaned.kind === 'refused') {
    sendFailure(response, { code: 'malformedRequest' }, stateOf(request));
    next(false);
    return;
  }
  request.body = cleaned.value;
  next();
}
