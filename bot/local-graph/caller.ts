/**
 * Who calls, from the bearer token. The embedded Graph issues no tokens; a token's text says what it may do:
 *
 *   `local.none` | `local.read` | `local.write` | `local.manage`   Sites.Selected with that grant (`graph.md` 8)
 *   `user:<name, id or user principal name>`   full control, and changes appear as that person's
 *   `app:<application id>`                     full control, and changes appear as another app's
 *   anything else                              full control, as the app of the options
 */
import { accessDenied, unauthenticated } from './errors.ts';

const ranks = { none: 0, read: 1, write: 2, manage: 3, fullControl: 4 } as const;
export type SiteRole = keyof typeof ranks;

export interface Caller {
  readonly role: SiteRole;
  readonly actor:
    | { readonly kind: 'app' }
    | { readonly kind: 'otherApp'; readonly id: string }
    | { readonly kind: 'user'; readonly name: string };
}

const tokenRoles: Readonly<Record<string, SiteRole>> = {
  'local.none': 'none',
  'local.read': 'read',
  'local.write': 'write',
  'local.manage': 'manage',
};

/** @throws GraphFailure 401 without a bearer token */
export function parseCaller(headers: Headers): Caller {
  const token = /^bearer\s+(\S.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim();
  if (token === undefined) throw unauthenticated('Access token is empty.');
  if (token.startsWith('user:')) {
    return { role: 'fullControl', actor: { kind: 'user', name: decodeName(token.slice('user:'.length)) } };
  }
  if (token.startsWith('app:')) {
    return { role: 'fullControl', actor: { kind: 'otherApp', id: token.slice('app:'.length) } };
  }
  return { role: tokenRoles[token] ?? 'fullControl', actor: { kind: 'app' } };
}

/** @throws GraphFailure 403 when the caller's grant is too small */
export function requireRole(caller: Caller, needed: SiteRole): void {
  if (ranks[caller.role] < ranks[needed]) throw accessDenied();
}

/** A header carries ASCII only, so a name like Åsa may come percent-encoded. */
function decodeName(name: string): string {
  return /%[0-9a-f]{2}/i.test(name) ? decodeURIComponent(name) : name;
}
