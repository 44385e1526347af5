/** A fresh embedded Graph for a test: clock, ids and chance are under the test's control. */
import { createLocalGraph, type LocalGraph, type LocalGraphOptions } from '../../../bot/local-graph/local-graph.ts';

/** What tests read of answers. An answer holds some of it; a wrong guess fails the assertion that uses it. */
export interface GraphBody {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly status: number;
  readonly eTag: string;
  readonly '@odata.etag': string;
  readonly '@odata.nextLink': string;
  readonly '@odata.deltaLink': string;
  readonly value: readonly GraphBody[];
  readonly columns: readonly GraphBody[];
  readonly responses: readonly GraphBody[];
  readonly fields: { readonly Title: string; readonly [name: string]: unknown };
  readonly list: { readonly template: string };
  /** Of a member of a batch. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: GraphBody;
  readonly createdBy: GraphIdentity;
  readonly lastModifiedBy: GraphIdentity;
  readonly error: { readonly code: string; readonly message: string };
  readonly [name: string]: unknown;
}

interface GraphIdentity {
  readonly application: { readonly id: string };
  readonly user: { readonly displayName: string };
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GraphBody;
}

export interface GraphFixture {
  readonly graph: LocalGraph;
  /** The clock; a test moves it. */
  readonly clock: { now: Date };
  readonly errors: unknown[];
  /** Full URL, or a path below `/v1.0`. The body is sent as JSON. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<GraphAnswer>;
  /** Makes a list on `/sites/demo` and answers the path of it. */
  readonly newList: (displayName: string, columns?: readonly unknown[]) => Promise<string>;
  /** Makes an item and answers its body. */
  readonly newItem: (list: string, fields: unknown) => Promise<GraphBody>;
}

export const graphRoot = 'https://graph.microsoft.com/v1.0';
export const hostname = 'local.sharepoint.com';
export const demoSite = `/sites/${hostname}:/sites/demo:`;

export function openGraph(options: Partial<LocalGraphOptions> = {}): GraphFixture {
  const clock = { now: new Date('2026-03-02T08:00:00.500Z') };
  const errors: unknown[] = [];
  let ids = 0;
  const graph = createLocalGraph({
    now: () => clock.now,
    newId: () => `00000000-0000-4000-8000-${(ids += 1).toString(16).padStart(12, '0')}`,
    sites: [
      { hostname, path: '/', displayName: 'Root' },
      { hostname, path: '/sites/demo', displayName: 'Demo' },
      { hostname, path: '/sites/restricted', displayName: 'Restricted' },
    ],
    onError: (error) => errors.push(error),
    ...options,
  });

  const call: GraphFixture['call'] = async (method, path, body, headers = {}) => {
    const url = path.startsWith('http') ? path : `${graphRoot}${path}`;
    const response = await graph.handle(
      new Request(url, {
        method,
        headers: { authorization: 'Bearer app', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : parse(text)) as GraphBody,
    };
  };

  return {
    graph,
    clock,
    errors,
    call,
    async newList(displayName, columns = []) {
      const made = await call('POST', `${demoSite}/lists`, {
        displayName,
        columns,
        list: { template: 'genericList' },
      });
      if (made.status !== 201) throw new TypeError(`list not made: ${JSON.stringify(made.body)}`);
      const site = await call('GET', demoSite);
      return `/sites/${site.body.id}/lists/${made.body.id}`;
    },
    async newItem(list, fields) {
      const made = await call('POST', `${list}/items`, { fields });
      if (made.status !== 201) throw new TypeError(`item not made: ${JSON.stringify(made.body)}`);
      return made.body;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
