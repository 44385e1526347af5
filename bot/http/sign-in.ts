import type { Actor } from '../../shared/rules/permissions.ts';

/** Who sends a request. Local mode and tenant sign-on are two implementations. */
export interface SignIn {
  /**
   * The actor that an `Authorization` header proves, with the roles it has now.
   * Nothing when the header is absent, foreign or names nobody: the edge answers `notSignedIn`.
   */
  actorFrom(authorization: string | undefined): Promise<Actor | undefined>;
}
