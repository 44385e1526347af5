/** Large files in fragments (`graph.md` 2.2): made with a token, written to an address that needs none. */
import { GraphFailure, invalidRequest, itemNotFound } from './errors.ts';
import { created, noContent, ok, type GraphReply } from './exchange.ts';
import { findFileByName, putFile } from './file-store.ts';
import { behaviorOf, etagOf, fileWrite, requireName, showFile } from './files.ts';
import { toGraphTime } from './graph-time.ts';
import { checkEtag, commit, type ListScope } from './scope.ts';

export interface UploadSession {
  readonly id: string;
  readonly listKey: number;
  readonly name: string;
  readonly behavior: 'fail' | 'replace' | 'rename';
  readonly identity: number;
  /** Bytes received so far; fragments come in order. */
  readonly received: Uint8Array;
  readonly total: number | null;
  readonly expiresAt: string;
}

const lifeMs = 24 * 60 * 60_000;
const fragmentUnit = 327_680;
const largestFragment = 60 * 1024 * 1024;

export function createUploadSession(scope: ListScope, name: string): GraphReply {
  requireName(name);
  const existing = findFileByName(scope.services.database, scope.list, name);
  checkEtag(scope.request.headers, existing === undefined ? '' : etagOf(existing));
  const behavior = behaviorOf(scope.request.body);
  const { services, list, request } = scope;
  const id = services.newId();
  const expiresAt = toGraphTime(new Date(services.now().getTime() + lifeMs));
  commit(scope, () => {
    services.database.run(
      'INSERT INTO upload_session (id, listKey, name, behavior, identity, received, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      list.key,
      name,
      behavior,
      fileWrite(scope).identity,
      new Uint8Array(),
      expiresAt,
    );
  });
  return ok({
    uploadUrl: `${request.base}/local-upload/${id}`,
    expirationDateTime: expiresAt,
    nextExpectedRanges: ['0-'],
  });
}

/** @throws GraphFailure 404 when it ended or expired */
export function requireSession({ services }: Pick<ListScope, 'services'>, id: string): UploadSession {
  const session = services.database.one<UploadSession>('SELECT * FROM upload_session WHERE id = ?', id);
  if (session === undefined || Date.parse(session.expiresAt) <= services.now().getTime()) {
    throw itemNotFound('The upload session was not found');
  }
  return session;
}

export const showSession = ({ expiresAt, received }: UploadSession): GraphReply =>
  ok({ expirationDateTime: expiresAt, nextExpectedRanges: [`${String(received.length)}-`] });

export function endSession(scope: ListScope, { id }: UploadSession): GraphReply {
  commit(scope, () => {
    scope.services.database.run('DELETE FROM upload_session WHERE id = ?', id);
  });
  return noContent;
}

/** @throws GraphFailure 400 for a fragment that cannot be, 401 with a token, 409 for a taken name, 416 for a range we have */
export function putFragment(scope: ListScope, session: UploadSession): GraphReply {
  const { headers, body } = scope.request;
  if (headers.has('authorization')) {
    throw new GraphFailure(401, 'unauthenticated', 'An upload address takes no token');
  }
  const [from, to, total] = parseRange(headers.get('content-range') ?? '');
  if (!(body instanceof Uint8Array) || body.length !== to - from + 1 || body.length > largestFragment) {
    throw invalidRequest('The fragment does not fit its range');
  }
  if (from !== session.received.length || (session.total !== null && session.total !== total)) {
    throw new GraphFailure(416, 'invalidRange', 'The fragment was received before, or comes too early');
  }
  const isLast = to + 1 === total;
  if (!isLast && body.length % fragmentUnit !== 0) {
    throw invalidRequest(`A fragment is a multiple of ${String(fragmentUnit)} bytes`);
  }
  const received = Buffer.concat([session.received, body]);
  return commit(scope, () => {
    const { database } = scope.services;
    if (!isLast) {
      database.run('UPDATE upload_session SET received = ?, total = ? WHERE id = ?', received, total, session.id);
      return { ...showSession({ ...session, received }), status: 202 };
    }
    const write = { ...fileWrite(scope), identity: session.identity };
    const { file, isNew } = putFile(write, session.name, received, session.behavior);
    database.run('DELETE FROM upload_session WHERE id = ?', session.id);
    return isNew ? created(showFile(scope, file)) : ok(showFile(scope, file));
  });
}

/** `bytes 0-99/1000` @throws GraphFailure 400 */
function parseRange(text: string): readonly [number, number, number] {
  const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(text) ?? [];
  const range = [Number(from), Number(to), Number(total)] as const;
  if (range.some((one) => !Number.isSafeInteger(one)) || range[1] < range[0] || range[1] >= range[2]) {
    throw invalidRequest('Content-Range is not understood');
  }
  return range;
}
