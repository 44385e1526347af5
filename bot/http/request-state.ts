import type { IncomingMessage } from 'node:http';
import type { Language } from '../../shared/api/contract.ts';

/** What the service notes about a request when it arrives. */
export interface RequestState {
  readonly requestId: string;
  readonly language: Language;
  readonly arrivedMs: number;
}

const states = new WeakMap<IncomingMessage, RequestState>();

export function rememberRequest(request: IncomingMessage, state: RequestState): void {
  states.set(request, state);
}

/** Known for every request from its first handler on. */
export function stateOf(request: IncomingMessage): RequestState {
  return states.get(request) ?? { requestId: 'unknown', language: 'sv', arrivedMs: 0 };
}
