/**
 * The embedded Graph: answers the part of Microsoft Graph that SharePoint lists need, as `graph.md` says the service
 * does, from an SQLite file. It imports nothing of the app around it and knows nothing of its records.
 */
import { parseAddress, type Address } from './address.ts';
import { memberFailure, runBatch, type BatchAnswer, type BatchMember } from './batch.ts';
import { parseCaller, type Caller } from './caller.ts';
import { createColumnStore } from './column-store.ts';
import { answerControl, createPlanControl, type FaultPlanControl } from './control.ts';
import { openDatabase } from './database.ts';
import { ensureFileTables } from './file-store.ts';
import { badRequest, errorBody, GraphFailure, type ErrorIds } from './errors.ts';
import { ok, type GraphApp, type GraphReply, type GraphServices, type GraphUser } from './exchange.ts';
import { breakDeltaText, ConnectionCut, createFaultSource, distort, refuseBy, type DrawnFault } from './faults.ts';
import { createIdentityStore } from './identities.ts';
import { isJsonObject, textOf, type JsonObject } from './json.ts';
import { parseQueryOptions } from './query-options.ts';
import { toResponse, type Answer } from './responses.ts';
import { route } from './router.ts';
import type { Stores } from './scope.ts';
import { createSeededRandom } from './seeded-random.ts';
import { ensureSites, type SiteSetting } from './sites.ts';
import { createSubscriptions, type Send } from './subscriptions.ts';
import { costOf, createThrottle } from './throttling.ts';

export interface LocalGraphOptions {
  /** Folder of `graph.sqlite`; absent: everything in memory. */
  readonly dataDir?: string;
  readonly now: () => Date;
  /** A new GUID in lower case. */
  readonly newId: () => string;
  /** Sites that exist from the start; those already in the file keep their ids. */
  readonly sites: readonly SiteSetting[];
  /** People of `/users`, and of tokens `user:…`. */
  readonly users?: readonly GraphUser[];
  /** What an app-only token stands for. */
  readonly app?: GraphApp;
  /** Stands in for the request's own origin in links. */
  readonly origin?: string;
  /** Zone of the sites: date-only values become midnight there. Default `Europe/Stockholm`. */
  readonly timeZone?: string;
  /** Waits for the fault `slow`. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Carries change notifications to their addresses; `fetch` unless told. */
  readonly send?: Send;
  /** Told of errors that are no refusals; their request gets a 500. */
  readonly onError?: (error: unknown) => void;
}

export interface LocalGraph {
  /** `fetch`-shaped. Rejects with a TypeError when the fault plan cuts the connection. */
  handle(request: Request): Promise<Response>;
  readonly plan: FaultPlanControl;
  close(): void;
}

/** Application id in `createdBy.application` for app-only tokens, unless the options say otherwise. */
export const defaultApp: GraphApp = { id: '6b1f8c52-3a7e-4f0d-9c44-0d5d4f1c7a10', displayName: 'Local app' };

/** @throws LocalGraphOpenFailure when the file is damaged, in use, newer than this code, or cannot be written */
export function createLocalGraph(options: LocalGraphOptions): LocalGraph {
  const database = openDatabase(options.dataDir);
  ensureFileTables(database);
  ensureSites(database, options.sites, options.now(), options.newId);
  const services: GraphServices = {
    database,
    now: options.now,
    newId: options.newId,
    random: createSeededRandom(1),
    users: options.users ?? [],
    app: options.app ?? defaultApp,
    timeZone: options.timeZone ?? 'Europe/Stockholm',
  };
  const columns = createColumnStore(database);
  const stores: Stores = { services, columns, identities: createIdentityStore(services, columns) };
  const faults = createFaultSource(services.random);
  const plan = createPlanControl(stores, faults);
  const throttle = createThrottle(options.now, () => faults.plan.resourceUnitsPerMinute);
  const subscriptions = createSubscriptions(services, options.send ?? fetch);
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  /** One request or one member of a batch. @throws GraphFailure */
  const answerOne = (
    method: string,
    address: Address,
    headers: Headers,
    body: unknown,
    fault: DrawnFault | undefined,
  ): GraphReply => {
    refuseBy(fault, faults.plan, method);
    const caller = isOpenAddress(address.path) ? anyone : parseCaller(headers);
    const limits = throttle.charge(costOf(method, address.path, address.search));
    const query = parseQueryOptions(address.search);
    const { path, base, search: parameters } = address;
    const reply = route(stores, { method, path, query, parameters, headers, body, caller, base });
    if (method !== 'GET') subscriptions.noteChange(address.path, reply);
    const distorted = distort(fault, reply, method === 'GET' && query.filter !== undefined);
    return { ...distorted, headers: { ...limits, ...distorted.headers } };
  };

  const answerBatch = (address: Address, headers: Headers, body: unknown, ids: ErrorIds): GraphReply => {
    parseCaller(headers);
    const runMember = (member: BatchMember): BatchAnswer => {
      if (!member.headers.has('authorization')) member.headers.set('authorization', headers.get('authorization') ?? '');
      try {
        const inner = parseAddress(`${address.base}${member.url}`, options.origin);
        const fault = faults.draw({ method: member.method, path: inner.path }, true);
        const reply = answerOne(member.method, inner, member.headers, member.body, fault);
        return { ...reply, headers: { ...reply.headers } };
      } catch (cause) {
        const failure = asFailure(cause);
        return memberFailure(failure, errorBody(failure, ids) as JsonObject);
      }
    };
    return ok(runBatch(body, runMember, services.random));
  };

  const asFailure = (cause: unknown): GraphFailure => {
    if (cause instanceof GraphFailure) return cause;
    options.onError?.(cause);
    return new GraphFailure(500, 'generalException', 'General exception while processing');
  };

  const answer = async (
    request: Request,
    address: Address,
    ids: ErrorIds,
    fault: DrawnFault | undefined,
  ): Promise<GraphReply> => {
    const isContent = address.kind === 'graph' && request.method === 'PUT';
    const body = isContent ? new Uint8Array(await request.arrayBuffer()) : await readBody(request);
    if (address.kind === 'control') return answerControl(plan, request.method, address, body);
    if (/^\/subscriptions(\/|$)/.test(address.path)) {
      refuseBy(fault, faults.plan, request.method);
      const { method, headers } = request;
      throttle.charge(costOf(method, address.path, address.search));
      return subscriptions.answer({ method, path: address.path, body, caller: parseCaller(headers) });
    }
    if (address.path !== '/$batch') return answerOne(request.method, address, request.headers, body, fault);
    if (request.method !== 'POST') throw new GraphFailure(405, 'notAllowed', 'A batch is posted');
    refuseBy(fault, faults.plan, request.method);
    return answerBatch(address, request.headers, body, ids);
  };

  return {
    plan,
    async handle(request) {
      const requestId = options.newId();
      const ids: ErrorIds = {
        requestId,
        clientRequestId: request.headers.get('client-request-id') ?? requestId,
        now: options.now(),
      };
      let fault: DrawnFault | undefined;
      let result: Answer;
      try {
        const address = parseAddress(request.url, options.origin);
        if (address.kind === 'graph') fault = faults.draw({ method: request.method, path: address.path }, false);
        if (fault !== undefined && fault.delayMs > 0) await sleep(fault.delayMs);
        if (fault?.kind === 'cutBeforeCommit') throw new ConnectionCut();
        result = await answer(request, address, ids, fault);
      } catch (cause) {
        if (cause instanceof ConnectionCut) throw cause;
        const failure = asFailure(cause);
        const isEmpty = fault?.kind === 'serverError' && fault.emptyBody;
        const body = isEmpty ? undefined : (errorBody(failure, ids) as JsonObject);
        result = { status: failure.status, headers: failure.headers, body };
      }
      if (fault?.kind === 'cutAfterCommit') throw new ConnectionCut();
      const isBroken = fault?.kind === 'brokenDelta' && isJsonObject(result.body) && hasDeltaLink(result.body);
      return toResponse(result, ids, isBroken ? breakDeltaText : undefined);
    },
    close() {
      subscriptions.close();
      database.close();
    },
  };
}

/** Whoever has been given the address may use it (`graph.md` 2.2). */
const isOpenAddress = (path: string): boolean => /^\/local-(?:up|down)load\//.test(path);
const anyone: Caller = { role: 'write', actor: { kind: 'app' } };

const hasDeltaLink = (body: JsonObject): boolean =>
  '@odata.deltaLink' in body || textOf(body['@odata.nextLink']).includes('/delta?');

/** @throws GraphFailure 400 when the body is not JSON */
async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  const text = await request.text();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
