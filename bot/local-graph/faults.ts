/** Draws faults by the plan, and shapes the answers they give. */
import { GraphFailure, unauthenticated } from './errors.ts';
import type { GraphReply } from './exchange.ts';
import { noFaults, type FaultKind, type FaultPlan } from './fault-plan.ts';
import type { SeededRandom } from './seeded-random.ts';
import { throttled } from './throttling.ts';

/** The connection ended without an answer. In-process it looks like a failed fetch; over HTTP the socket is destroyed. */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed', { cause: { code: 'ECONNRESET' } });
    this.name = 'TypeError';
  }
}

export interface DrawnFault {
  readonly kind: FaultKind;
  readonly delayMs: number;
  readonly status: number;
  readonly emptyBody: boolean;
}

export interface FaultSource {
  readonly plan: FaultPlan;
  setPlan(plan: FaultPlan): void;
  /** What this request meets, if anything. Members of a batch cannot be cut or delayed on their own. */
  draw(request: { readonly method: string; readonly path: string }, isBatchMember: boolean): DrawnFault | undefined;
}

const forMembers: readonly FaultKind[] = [
  'throttled',
  'throttledWithoutRetryAfter',
  'serverError',
  'conflict',
  'emptyQuery',
];

export function createFaultSource(random: SeededRandom): FaultSource {
  let plan = noFaults;
  let queue = [...plan.next];

  const drawKind = (): FaultKind | 'none' => {
    const queued = queue.shift();
    if (queued !== undefined) return queued;
    let roll = random.next();
    for (const [kind, rate] of Object.entries(plan.rates)) {
      if (roll < rate) return kind as FaultKind;
      roll -= rate;
    }
    return 'none';
  };

  return {
    get plan() {
      return { ...plan, next: [...queue] };
    },
    setPlan(next) {
      plan = next;
      queue = [...next.next];
      random.reseed(next.seed);
    },
    draw(request, isBatchMember) {
      if (!matches(plan, request)) return undefined;
      const kind = drawKind();
      if (kind === 'none' || (isBatchMember && !forMembers.includes(kind))) return undefined;
      const [shortest, longest] = plan.slowMs;
      return {
        kind,
        delayMs: kind === 'slow' ? shortest + random.next() * Math.max(0, longest - shortest) : 0,
        status: plan.serverErrorStatuses[Math.floor(random.next() * plan.serverErrorStatuses.length)] ?? 503,
        emptyBody: random.next() < 0.5,
      };
    },
  };
}

function matches({ match }: FaultPlan, request: { readonly method: string; readonly path: string }): boolean {
  const methods = match.methods?.map((method) => method.toUpperCase());
  if (methods !== undefined && !methods.includes(request.method)) return false;
  return match.pathContains === undefined || request.path.includes(match.pathContains);
}

/** Refusals that take the place of the work. @throws GraphFailure */
export function refuseBy(fault: DrawnFault | undefined, plan: FaultPlan, method: string): void {
  switch (fault?.kind) {
    case 'throttled':
      throw throttled(plan.retryAfterSeconds);
    case 'throttledWithoutRetryAfter':
      throw throttled(undefined);
    case 'expiredToken':
      throw unauthenticated('Lifetime validation failed, the token is expired.');
    case 'serverError':
      throw serverError(fault.status);
    case 'conflict':
      if (method !== 'PATCH' && method !== 'DELETE') return;
      throw new GraphFailure(
        409,
        'resourceModified',
        'The resource has changed since the caller last read it; usually an eTag mismatch',
      );
    default:
  }
}

function serverError(status: number): GraphFailure {
  if (status === 503) return new GraphFailure(503, 'serviceNotAvailable', 'The service is not available.');
  if (status === 504) return new GraphFailure(504, 'UnknownError', 'Gateway timeout');
  return new GraphFailure(status, 'generalException', 'General exception while processing');
}

/** Answers that are wrong although the work was done. */
export function distort(fault: DrawnFault | undefined, reply: GraphReply, isFilteredQuery: boolean): GraphReply {
  if (fault?.kind !== 'emptyQuery' || !isFilteredQuery || reply.body === undefined) return reply;
  const { '@odata.context': context } = reply.body;
  return { ...reply, body: { ...(context === undefined ? {} : { '@odata.context': context }), value: [] } };
}

/** What list delta once sent after a delete: an error among the values, and the rest cut off (`graph.md` 3). */
export function breakDeltaText(body: string): string {
  const start = body.indexOf('"value":[') + '"value":['.length;
  return `${body.slice(0, start)}{"error":{"code":"generalException","message":"General exception while processing"}}`;
}
