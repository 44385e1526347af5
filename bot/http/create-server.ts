/**
 * The service's HTTP door. A request passes, in this order: number, language and headers → own address (local mode) →
 * the embedded Graph (its raw body untouched) → body parsing → sign-in → its route. Every failure leaves through
 * `failure-answer.ts`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import restify from 'restify';
import type { Request, RequestHandler, Response, Server, ServerOptions } from 'restify';
import type { HealthAnswer } from '../../shared/api/contract.ts';
import type { Log } from '../log.ts';
import type { DraftStore, RecordsService } from '../records/records-service.ts';
import type { SyncAdmin } from '../sync/administration/sync-admin.ts';
import type { SelfChecksService } from '../self-checks/self-checks-service.ts';
import { apiRoutes } from './api-routes.ts';
import { beforeRouting, cleanBody } from './before-routing.ts';
import { failRequest, guarded, routePattern } from './fail-request.ts';
import { sendFailure, sendJson } from './failure-answer.ts';
import { answerNotifications } from './graph-notifications.ts';
import type { ReceiveNotifications } from './graph-notifications.ts';
import type { HttpRoute } from './http-route.ts';
import { readQuery } from './read-query.ts';
import { stateOf } from './request-state.ts';
import type { ReminderPages } from '../reminders/reminder-pages.ts';
import type { SignIn } from './sign-in.ts';
import { sendTabFile } from './tab-files.ts';

export interface ServerDeps {
  readonly records: RecordsService;
  readonly drafts: DraftStore;
  readonly selfChecks: SelfChecksService;
  /** What the tab shows of the reminders; without it their addresses answer that they are unavailable. */
  readonly reminderPages?: ReminderPages;
  readonly signIn: SignIn;
  /** Answers `POST /api/messages`; the body is parsed. Without it the address does not exist. */
  readonly chat?: (request: Request, response: Response) => Promise<void>;
  /** Told of what comes to `POST /api/graph-notifications`. Without it the address does not exist. */
  readonly notifications?: ReceiveNotifications;
  /** Answers everything under `/local-graph/`; the body is unread. Local mode only. */
  readonly localGraph?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The folder of the built tab. */
  readonly tabDir: string;
  readonly sync: SyncAdmin;
  readonly health: () => Promise<HealthAnswer>;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly board: { readonly id: string; readonly name: string };
  readonly mode: 'local' | 'tenant';
}

/** The largest body of a request, in bytes. A commitment with every field full is about 100 kB. */
export const largestBody = 256 * 1024;

/** Makes the server, not yet listening. */
export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer(options);
  server.pre(beforeRouting(deps));
  server.use(bodyParsers());
  server.use(cleanBody);

  for (const route of apiRoutes) server[register[route.method]](route.path, handlerOf(route, deps));
  if (deps.chat !== undefined) server.post('/api/messages', guarded(deps.log, deps.chat));
  if (deps.notifications !== undefined)
    server.post('/api/graph-notifications', guarded(deps.log, answerNotifications(deps.notifications)));
  mountTab(server, deps);

  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    failRequest(deps.log, request, response, error);
    // restify answers by itself what it believes unanswered.
    Object.assign(response, { _sent: true });
    done();
  });
  server.on('after', (request: Request, response: Response) => {
    const { requestId, arrivedMs } = stateOf(request);
    deps.log.debug('request', {
      requestId,
      method: request.method ?? '',
      route: routePattern(request),
      status: response.statusCode,
      ms: Math.round(performance.now() - arrivedMs),
    });
  });
  return server;
}

/** A process with its BPMN file, which may be 20 MB and comes as base64 (`process-contract.ts`). */
const largestProcessBody = 48 * 1024 * 1024;

/** Reads JSON bodies up to the size that their address allows. */
function bodyParsers(): RequestHandler[] {
  // The size is read by the body reader inside the parser, which the types do not know.
  const parser = (maxBodySize: number): readonly RequestHandler[] => {
    const settings: { mapParams: false; maxBodySize: number } = { mapParams: false, maxBodySize };
    return [restify.plugins.jsonBodyParser(settings)].flat() as readonly RequestHandler[];
  };
  const large = parser(largestProcessBody);
  return parser(largestBody).map((usual, index): RequestHandler => (request, response, next) => {
    const isProcess = request.url?.startsWith('/api/v1/processes/') === true;
    const chosen = isProcess ? (large[index] ?? usual) : usual;
    chosen(request, response, next);
  });
}

const register = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;

const silent = (): void => undefined;
const options = {
  // An empty name keeps the Server header away.
  name: '',
  // restify's own logger would write lines to stdout beside ours.
  log: { trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
  onceNext: true,
  // The types are those of restify 8, which knew another logger.
} as unknown as ServerOptions;

function handlerOf(route: HttpRoute, deps: ServerDeps): RequestHandler {
  return guarded<Response>(deps.log, async (request, response) => {
    const { language } = stateOf(request);
    const actor = route.open ? undefined : await deps.signIn.actorFrom(request.headers.authorization);
    const answer = await route.answer(
      {
        params: request.params as unknown,
        query: readQuery(urlOf(request).searchParams),
        body: request.body as unknown,
      },
      actor && { boardId: deps.board.id, actor, via: 'tab', language },
      deps,
    );
    if (answer.kind === 'failed') sendFailure(response, answer, stateOf(request));
    else sendJson(response, answer.status, answer.body);
  });
}

function mountTab(server: Server, deps: ServerDeps): void {
  const tabDir = resolve(deps.tabDir);
  const sendFile = guarded<Response>(deps.log, async (request, response) => {
    const path = urlOf(request).pathname.slice('/tab/'.length);
    if (await sendTabFile(request, response, tabDir, path)) return;
    // Without index.html nobody has built the tab yet; any other file just is not there.
    sendFailure(response, { code: path === '' ? 'unavailable' : 'notFound' }, stateOf(request));
  });
  const toTab = guarded<Response>(deps.log, (_request, response) => {
    response.writeHead(302, { Location: '/tab/', 'Cache-Control': 'no-store' });
    response.end();
    return Promise.resolve();
  });
  server.get('/tab/*', sendFile);
  server.head('/tab/*', sendFile);
  for (const path of ['/', '/tab']) server.get(path, toTab);
}

function urlOf(request: Request): URL {
  return new URL(`http://localhost${request.url ?? '/'}`);
}
