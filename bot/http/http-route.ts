import type { z } from 'zod';
import type { HealthAnswer } from '../../shared/api/contract.ts';
import type { Caller, DraftStore, Outcome, RecordsService } from '../records/records-service.ts';
import type { SyncAdmin } from '../sync/administration/sync-admin.ts';
import type { SelfChecksService } from '../self-checks/self-checks-service.ts';
import type { ReminderPages } from '../reminders/reminder-pages.ts';
import { failureOfRefusal } from './failure-answer.ts';
import type { Failed } from './failure-answer.ts';

export interface RouteServices {
  readonly records: RecordsService;
  readonly drafts: DraftStore;
  readonly sync: SyncAdmin;
  readonly selfChecks: SelfChecksService;
  /** Absent where no reminders are sent. */
  readonly reminderPages?: ReminderPages;
  readonly health: () => Promise<HealthAnswer>;
  readonly now: () => Date;
  readonly board: { readonly id: string; readonly name: string };
  readonly mode: 'local' | 'tenant';
}

export type HttpAnswer =
  { readonly kind: 'ok'; readonly status: number; readonly body?: unknown } | ({ readonly kind: 'failed' } & Failed);

/** A call as the client sent it, unparsed. */
export interface RawCall {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** An address of the tab's API, as data. `open` routes are answered without sign-in. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly open: boolean;
  answer(raw: RawCall, caller: Caller | undefined, services: RouteServices): Promise<HttpAnswer>;
}

interface Shapes<Params, Query, Body> {
  readonly method: HttpRoute['method'];
  /** A segment that begins with `:` is a parameter. */
  readonly path: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
}

interface ParsedCall<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/**
 * A route for somebody signed in. Parameters that fit no schema name nothing that exists (404); a query or body that
 * fits none was not made by our tab (400).
 *
 * @example
 * defineRoute({ method: 'GET', path: '/api/v1/units', handle: async ({ caller }, { records }) => ok(await records.units(caller.boardId)) })
 */
export function defineRoute<Params = unknown, Query = unknown, Body = unknown>(
  definition: Shapes<Params, Query, Body> & {
    readonly handle: (
      call: ParsedCall<Params, Query, Body> & { readonly caller: Caller },
      services: RouteServices,
    ) => Promise<HttpAnswer>;
  },
): HttpRoute {
  return {
    method: definition.method,
    path: definition.path,
    open: false,
    async answer(raw, caller, services) {
      if (caller === undefined) return failed('notSignedIn');
      const parsed = parseCall(definition, raw);
      return parsed.kind === 'failed' ? parsed : definition.handle({ ...parsed.call, caller }, services);
    },
  };
}

/** A route that needs no sign-in. */
export function defineOpenRoute(definition: {
  readonly method: HttpRoute['method'];
  readonly path: string;
  readonly handle: (services: RouteServices) => Promise<HttpAnswer>;
}): HttpRoute {
  return {
    method: definition.method,
    path: definition.path,
    open: true,
    answer: (_raw, _caller, services) => definition.handle(services),
  };
}

/** 200 (or `status`) with a body. */
export function ok(body: unknown, status = 200): HttpAnswer {
  return { kind: 'ok', status, body };
}

export const noContent: HttpAnswer = { kind: 'ok', status: 204 };

export function failed(code: Failed['code']): HttpAnswer & { readonly kind: 'failed' } {
  return { kind: 'failed', code };
}

/** The value of an outcome, or its refusal as a failure. */
export function answerOf(outcome: Outcome<unknown>, status = 200): HttpAnswer {
  return outcome.kind === 'ok' ? ok(outcome.value, status) : { kind: 'failed', ...failureOfRefusal(outcome) };
}

function parseCall<Params, Query, Body>(
  shapes: Shapes<Params, Query, Body>,
  raw: RawCall,
):
  | { readonly kind: 'parsed'; readonly call: ParsedCall<Params, Query, Body> }
  | (HttpAnswer & { readonly kind: 'failed' }) {
  const params = parse(shapes.params, raw.params);
  if (params.kind === 'wrong') return failed('notFound');
  const query = parse(shapes.query, raw.query);
  const body = parse(shapes.body, raw.body);
  if (query.kind === 'wrong' || body.kind === 'wrong') return failed('malformedRequest');
  return { kind: 'parsed', call: { params: params.value, query: query.value, body: body.value } };
}

function parse<Value>(
  schema: z.ZodType<Value> | undefined,
  raw: unknown,
): { readonly kind: 'right'; readonly value: Value } | { readonly kind: 'wrong' } {
  // Without a schema the handler's type for the part is `unknown`, which any value is.
  if (schema === undefined) return { kind: 'right', value: raw as Value };
  const result = schema.safeParse(raw);
  return result.success ? { kind: 'right', value: result.data } : { kind: 'wrong' };
}
