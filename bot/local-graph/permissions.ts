/** Who may do what in a site under Sites.Selected: `/sites/{site}/permissions` (`graph.md` 8). */
import { badArgument, invalidRequest, itemNotFound } from './errors.ts';
import { created, noContent, ok, type GraphReply } from './exchange.ts';
import { isJsonObject, parseStored, type JsonObject } from './json.ts';
import { commit, type SiteScope } from './scope.ts';

const roles = ['read', 'write', 'manage', 'owner', 'fullcontrol'];

interface GrantRow {
  readonly id: string;
  readonly roles: string;
  readonly identities: string;
}

export function listPermissions(scope: SiteScope): GraphReply {
  const rows = scope.services.database.all<GrantRow>(
    'SELECT * FROM site_permission WHERE siteKey = ? ORDER BY rowid',
    scope.site.key,
  );
  return ok({ '@odata.context': `${scope.request.base}/$metadata#permissions`, value: rows.map(showGrant) });
}

export function getPermission(scope: SiteScope, id: string): GraphReply {
  return ok(showGrant(requireGrant(scope, id)));
}

export function createPermission(scope: SiteScope): GraphReply {
  const { body } = scope.request;
  if (!isJsonObject(body)) throw badArgument();
  const identities = body['grantedToIdentities'] ?? body['grantedToIdentitiesV2'];
  if (!Array.isArray(identities) || identities.length === 0 || !identities.every(isApplication)) throw badArgument();
  const id = Buffer.from(`i:0i.t|ms.sp.ext|${scope.services.newId()}`).toString('base64url');
  const grant = { id, roles: JSON.stringify(readRoles(body)), identities: JSON.stringify(identities) };
  commit(scope, () => {
    scope.services.database.run(
      'INSERT INTO site_permission (id, siteKey, roles, identities) VALUES (?, ?, ?, ?)',
      grant.id,
      scope.site.key,
      grant.roles,
      grant.identities,
    );
  });
  return created({ '@odata.context': `${scope.request.base}/$metadata#permissions/$entity`, ...showGrant(grant) });
}

export function updatePermission(scope: SiteScope, id: string): GraphReply {
  const { body } = scope.request;
  if (!isJsonObject(body)) throw badArgument();
  const grant = { ...requireGrant(scope, id), roles: JSON.stringify(readRoles(body)) };
  commit(scope, () => {
    scope.services.database.run('UPDATE site_permission SET roles = ? WHERE id = ?', grant.roles, id);
  });
  return ok(showGrant(grant));
}

export function deletePermission(scope: SiteScope, id: string): GraphReply {
  requireGrant(scope, id);
  commit(scope, () => {
    scope.services.database.run('DELETE FROM site_permission WHERE id = ?', id);
  });
  return noContent;
}

function requireGrant(scope: SiteScope, id: string): GrantRow {
  const grant = scope.services.database.one<GrantRow>(
    'SELECT * FROM site_permission WHERE siteKey = ? AND id = ?',
    scope.site.key,
    id,
  );
  if (grant === undefined) throw itemNotFound();
  return grant;
}

function readRoles(body: JsonObject): readonly string[] {
  const given = body['roles'];
  if (!Array.isArray(given) || given.length === 0) throw badArgument();
  if (!given.every((role) => typeof role === 'string' && roles.includes(role.toLowerCase()))) {
    throw invalidRequest('Invalid value for role');
  }
  return given.map((role) => String(role).toLowerCase());
}

function isApplication(value: unknown): boolean {
  const application = isJsonObject(value) ? value['application'] : undefined;
  return isJsonObject(application) && typeof application['id'] === 'string';
}

function showGrant(grant: GrantRow): JsonObject {
  const identities = parseStored<JsonObject[]>(grant.identities);
  return {
    id: grant.id,
    roles: parseStored<string[]>(grant.roles),
    grantedToIdentitiesV2: identities,
    grantedToIdentities: identities,
  };
}
