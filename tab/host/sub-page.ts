import { matchPath } from 'react-router';

/**
 * The route that a deep link asks for. `subPageId` comes from outside (`teams.md` 6: untrusted), so only a path that
 * one of our own pages answers to is followed.
 */
export function routeOfSubPage(subPageId: string | undefined, paths: readonly string[]): string | undefined {
  if (subPageId === undefined || subPageId.length > 200) return undefined;
  if (!/^\/[\w/-]*$/.test(subPageId) || subPageId.includes('//')) return undefined;
  return paths.some((path) => path !== '*' && matchPath(path, subPageId) !== null) ? subPageId : undefined;
}
