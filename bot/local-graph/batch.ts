/** `POST /$batch`: up to 20 requests in one, answered in any order (`graph.md` 5.2). No atomicity. */
import { badRequest, type GraphFailure } from './errors.ts';
import { isJsonArray, isJsonObject, textOf, type JsonObject, type JsonValue } from './json.ts';
import { shuffle, type SeededRandom } from './seeded-random.ts';

export interface BatchMember {
  readonly id: string;
  readonly method: string;
  /** Relative, from `/`. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

export interface BatchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

const maximumMembers = 20;
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Runs the members, those that others wait for first.
 * @param run answers one member and never throws for a refusal
 * @throws GraphFailure 400 for a batch that is malformed as a whole
 */
export function runBatch(body: unknown, run: (member: BatchMember) => BatchAnswer, random: SeededRandom): JsonObject {
  const members = parseBatch(body);
  const answers = new Map<string, BatchAnswer>();
  for (const member of inOrder(members)) {
    const failed = member.dependsOn.some((id) => (answers.get(id)?.status ?? 0) >= 400);
    answers.set(member.id, failed ? failedDependency : run(member));
  }
  const responses = shuffle([...answers], random).map(([id, answer]): JsonObject => {
    const hasBody = answer.body !== undefined;
    return {
      id,
      status: answer.status,
      headers: { ...answer.headers, ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
      ...(hasBody ? { body: answer.body } : {}),
    };
  });
  return { responses };
}

const failedDependency: BatchAnswer = {
  status: 424,
  headers: {},
  body: { error: { code: 'failedDependency', message: 'A request that this one depends on failed.' } },
};

export function parseBatch(body: unknown): BatchMember[] {
  const requests = isJsonObject(body) ? body['requests'] : undefined;
  if (!isJsonArray(requests) || requests.length === 0) throw badRequest('Invalid batch payload format.');
  if (requests.length > maximumMembers) {
    throw badRequest(`Number of batch requests exceeds the limit of ${String(maximumMembers)}.`);
  }
  const members = requests.map((request) => parseMember(request));
  const ids = members.map((member) => member.id.toLowerCase());
  if (new Set(ids).size !== ids.length) throw badRequest('Request ids in a batch must be unique.');
  checkDependencies(members);
  return members;
}

function parseMember(request: JsonValue): BatchMember {
  if (!isJsonObject(request)) throw badRequest('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn } = request;
  if (typeof id !== 'string' || id === '' || typeof method !== 'string' || typeof url !== 'string') {
    throw badRequest('Every request in a batch needs an id, a method and a url.');
  }
  if (/^[a-z]+:\/\//i.test(url)) throw badRequest('The url of a request in a batch must be relative.');
  const given = headersOf(headers);
  if (body !== undefined && body !== null && !given.has('content-type')) {
    throw badRequest(`The request '${id}' has a body and needs a Content-Type header.`);
  }
  const waitsFor = dependsOn ?? [];
  if (!isJsonArray(waitsFor) || !waitsFor.every((one) => typeof one === 'string')) {
    throw badRequest(`The dependsOn of request '${id}' is not a list of ids.`);
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: given,
    body: body ?? undefined,
    dependsOn: waitsFor.map(String),
  };
}

function headersOf(headers: JsonValue | undefined): Headers {
  if (headers === undefined || headers === null) return new Headers();
  if (!isJsonObject(headers)) throw badRequest('The headers of a request in a batch are not an object.');
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    typeof value === 'number' ? String(value) : textOf(value),
  ]);
  if (!pairs.every(([name, value]) => headerName.test(name) && headerValue.test(value))) {
    throw badRequest('A header in a batch is not valid.');
  }
  return new Headers(pairs);
}

/** Either nothing depends, or each on the one before it, or all on the same one. */
function checkDependencies(members: readonly BatchMember[]): void {
  const waiting = members.filter((member) => member.dependsOn.length > 0);
  const ids = new Set(members.map((member) => member.id));
  if (waiting.some((member) => member.dependsOn.some((id) => !ids.has(id) || id === member.id))) {
    throw badRequest('A request in the batch depends on one that is not there.');
  }
  if (waiting.length === 0) return;
  const single = waiting.every((member) => member.dependsOn.length === 1) && waiting.length === members.length - 1;
  const serial = members.slice(1).every((member, index) => member.dependsOn[0] === members[index]?.id);
  const sameOne = new Set(waiting.map((member) => member.dependsOn[0])).size === 1;
  if (!single || !(serial || sameOne)) {
    throw badRequest('Requests in a batch must all be parallel, all serial, or all depend on the same one.');
  }
}

function inOrder(members: readonly BatchMember[]): BatchMember[] {
  // By the rule above, only the request that all others wait for can stand after one that waits.
  return [...members].sort((a, b) => Math.min(1, a.dependsOn.length) - Math.min(1, b.dependsOn.length));
}

/** A refusal as the answer of a member. */
export function memberFailure(failure: GraphFailure, body: JsonObject): BatchAnswer {
  return { status: failure.status, headers: failure.headers, body };
}
