/** People of the directory, as given at start: `/users` and `/users/{id or principal name}`. */
import { badArgument, GraphFailure } from './errors.ts';
import { ok, type GraphReply, type GraphRequest, type GraphServices, type GraphUser } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { continueLink } from './paging.ts';

const defaultPage = 100;
const maximumPage = 999;

export function listUsers(services: GraphServices, request: GraphRequest): GraphReply {
  const { query } = request;
  const limit = Math.min(query.top ?? defaultPage, maximumPage);
  const start = query.skiptoken === undefined ? 0 : Number(query.skiptoken);
  if (!Number.isSafeInteger(start) || start < 0) throw badArgument();
  const more = services.users.length > start + limit;
  return ok({
    '@odata.context': `${request.base}/$metadata#users`,
    ...(more
      ? {
          '@odata.nextLink': continueLink(`${request.base}/users`, query, {
            name: '$skiptoken',
            value: String(start + limit),
          }),
        }
      : {}),
    value: services.users.slice(start, start + limit).map((user) => showUser(user, query.select)),
  });
}

export function getUser(services: GraphServices, request: GraphRequest, id: string): GraphReply {
  const wanted = id.toLowerCase();
  const user = services.users.find((one) =>
    [one.id, one.userPrincipalName].some((key) => key?.toLowerCase() === wanted),
  );
  if (user === undefined) {
    throw new GraphFailure(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return ok({ '@odata.context': `${request.base}/$metadata#users/$entity`, ...showUser(user, request.query.select) });
}

function showUser(user: GraphUser, select: readonly string[] | undefined): JsonObject {
  const shown: JsonObject = {
    displayName: user.displayName,
    jobTitle: user.jobTitle ?? null,
    mail: user.mail ?? null,
    userPrincipalName: user.userPrincipalName ?? user.mail ?? null,
    id: user.id,
  };
  return select === undefined
    ? shown
    : Object.fromEntries(Object.entries(shown).filter(([name]) => select.includes(name)));
}
