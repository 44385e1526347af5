import { jest } from '@jest/globals';
import { teamsLightTheme } from '@fluentui/react-components';
import { configure, render } from '@testing-library/react';
import type { FailureAnswer, MeAnswer, RecordAnswer } from '../../../shared/api/contract.ts';
import { createApiClient } from '../../../tab/api/client.ts';
import { createQueryClient } from '../../../tab/api/query-client.ts';
import { createSession } from '../../../tab/api/session.ts';
import { App } from '../../../tab/app.tsx';
import { createHostStore } from '../../../tab/host/host-store.ts';
import { createTextStore } from '../../../tab/host/texts.ts';
import { tab } from '../../../shared/text/sv/tab.ts';
import { textSources } from '../../../tab/pages/texts.ts';

// Two cores, shared by every suite: a page and its texts may take more than the usual second to come.
configure({ asyncUtilTimeout: 8000 });

/** What the service answers: a body for 200, or a status and a body. A function sees what was sent. */
export type Answer = unknown;
type Answers = Readonly<Record<string, Answer>>;

export class Refused {
  readonly status: number;
  readonly body: FailureAnswer;

  constructor(status: number, error: Partial<FailureAnswer['error']> & Pick<FailureAnswer['error'], 'code'>) {
    this.status = status;
    this.body = { error: { text: 'Det gick inte.', requestId: 'r1', ...error } };
  }
}

export const me: MeAnswer = {
  person: { id: 'p1', name: 'Annika Berglund' },
  roles: [{ role: 'unitManager', unitId: 'ekliden' }],
  homeUnitId: 'ekliden',
  board: { id: 'b1', name: 'Sjövik-Talluddens stadsdelsnämnd' },
  mode: 'local',
  mayCreate: ['deviation', 'feedback', 'misconductCase'],
  mayRead: ['deviation', 'feedback', 'commitment'],
};

const units = [
  { id: 'board', name: 'Nämnden', unitKind: 'board', aliases: [], active: true },
  { id: 'ekliden', name: 'Ekliden', unitKind: 'unit', parentId: 'board', aliases: [], active: true },
];

export function aRecord(part: Partial<RecordAnswer> = {}): RecordAnswer {
  return {
    id: 'd1',
    kind: 'deviation',
    view: 'full',
    ref: 'AVV-2026-0001',
    unitId: 'ekliden',
    status: 'reported',
    title: 'Fall',
    fields: { whatHappened: 'Ett fall i dagrummet.', category: 'fall' },
    createdBy: { id: 'p2', name: 'Johan Sköldebrand' },
    createdAt: '2026-11-20T20:30:00.000Z',
    stateChangedAt: '2026-11-20T20:30:00.000Z',
    revision: 1,
    inSharePoint: true,
    reportedByMe: false,
    allowed: { edit: false, comment: false, steps: [] },
    ...part,
  };
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The whole tab on one page, with a service that answers by `METHOD path`. Gives the calls that it received. */
export function renderTab(route: string, answers: Answers): { readonly calls: Call[] } {
  localStorage.clear();
  localStorage.setItem('kvalitetsnavet.person', 'p1');
  window.location.hash = route;
  const calls: Call[] = [];
  const all: Answers = { 'GET me': me, 'GET units': units, 'GET demo-persons': [], ...answers };
  const fetch = jest.fn((address: string, init: RequestInit) => {
    const url = new URL(address);
    const path = url.pathname.replace('/api/v1/', '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    calls.push({ method: init.method ?? 'GET', path: path + url.search, body });
    const found = all[`${init.method ?? 'GET'} ${path}`];
    const answer: Answer = typeof found === 'function' ? (found as (b: unknown, u: URL) => Answer)(body, url) : found;
    if (answer instanceof TypeError) return Promise.reject(answer);
    const refused =
      answer instanceof Refused ? answer : answer === undefined ? new Refused(404, { code: 'notFound' }) : undefined;
    const status = refused?.status ?? 200;
    return Promise.resolve({ ok: status < 300, status, json: () => Promise.resolve(refused?.body ?? answer) });
  });
  const host = createHostStore({
    framed: false,
    search: '',
    matches: () => false,
    connect: () => Promise.reject(new TypeError('no host')),
    limitMs: 1,
  });
  const session = createSession(() => host.getToken());
  const client = createApiClient({
    fetch: fetch as unknown as typeof globalThis.fetch,
    baseUrl: 'https://tab.test/api/v1/',
    authorization: () => session.authorization(),
    language: () => host.getState().language,
  });
  const texts = createTextStore('sv', textSources);
  // As the tab has them before it renders for the first time.
  texts.i18n.addResourceBundle('sv', 'tab', tab);
  render(
    <App
      api={{ client, session }}
      firstTheme={teamsLightTheme}
      host={host}
      queries={createQueryClient()}
      texts={texts}
    />,
  );
  return { calls };
}
