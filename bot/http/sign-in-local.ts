import type { RecordsService } from '../records/records-service.ts';
import type { SignIn } from './sign-in.ts';

const localToken = /^Bearer local:([\w.@-]{1,100})$/;

/**
 * `Authorization: Bearer local:<person id>` (`design.md` 4): one of the board's persons, without a password. Only for
 * local mode, which listens on loopback. A person without any role on the board is nobody here.
 */
export function createLocalSignIn(deps: {
  readonly records: Pick<RecordsService, 'actorOf'>;
  readonly boardId: string;
}): SignIn {
  return {
    async actorFrom(authorization) {
      const personId = localToken.exec(authorization ?? '')?.[1];
      if (personId === undefined) return undefined;
      const actor = await deps.records.actorOf(deps.boardId, personId.toLowerCase());
      return actor.roles.length > 0 ? actor : undefined;
    },
  };
}
