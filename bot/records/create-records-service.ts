import { createProcessService } from '../processes/create-process-service.ts';
import { createOutsideDrawings } from '../processes/take-in-drawing.ts';
import type { OutsideDrawings } from '../processes/take-in-drawing.ts';
import { createActorCache, persons } from './actors.ts';
import { changeRecord } from './change-record.ts';
import { answerComment, commentRecord } from './comment-record.ts';
import { createRecord } from './create-record.ts';
import { listRecords } from './list-records.ts';
import { createFindById } from './find-by-id.ts';
import { readGoalChain } from './goal-chain.ts';
import { readMyPart } from './my-part.ts';
import { createOrganisationCache } from './organisation.ts';
import { createKeyedLock } from './keyed-lock.ts';
import { createInsertAlone } from './insert-alone.ts';
import { findByRef, getRecord, readHistory } from './read-record.ts';
import { readStatistics } from './statistics.ts';
import { listConflicts, settleConflict } from './settle-conflict.ts';
import { listSetAside } from './list-set-aside.ts';
import { settleSetAside } from './settle-set-aside.ts';
import { takeStep } from './take-step.ts';
import type { RecordsService } from './records-service.ts';
import type { Accepted, RecordsDependencies, ServiceContext } from './service-context.ts';

/** The service, and what the sync engine tells it: that it changed a board's organisation or roles behind the service's back. */
export interface LocalRecordsService extends RecordsService {
  readonly forget: (boardId: string) => void;
  /** By which the sync engine takes in a drawing that was changed in the document library. */
  readonly drawings: OutsideDrawings;
}

/**
 * The one way in (`design.md` 1.4). Expected outcomes are values (`Outcome`); what is thrown is a failure of the
 * database and nobody's to handle here.
 */
export function createRecordsService(dependencies: RecordsDependencies): LocalRecordsService {
  const cache = createOrganisationCache(dependencies);
  const actors = createActorCache(dependencies);
  const context: ServiceContext = {
    ...dependencies,
    organisation: cache.read,
    findById: createFindById(dependencies.db),
    insertAlone: createInsertAlone(dependencies.db, dependencies.now),
    oneAtATime: createKeyedLock(),
    onAccepted,
  };

  /** What this process itself changes counts from the commit on; what another one does, within 15 s. */
  function onAccepted(accepted: Accepted): void {
    if (accepted.kind === 'organisationalUnit') cache.forget(accepted.boardId);
    if (accepted.kind === 'roleAssignment') actors.forget(accepted.boardId);
    dependencies.onAccepted(accepted);
  }

  /** One picture of the organisation for the whole of a call: no second connection from inside a transaction. */
  async function pinned(boardId: string): Promise<ServiceContext> {
    const organisation = await cache.read(boardId);
    return { ...context, organisation: () => Promise.resolve(organisation) };
  }

  return {
    processes: createProcessService(pinned),
    drawings: createOutsideDrawings(pinned),
    create: async (caller, kind, input) => await createRecord(await pinned(caller.boardId), caller, kind, input),
    get: async (caller, kind, id) => await getRecord(await pinned(caller.boardId), caller, kind, id),
    findByRef: async (caller, ref) => await findByRef(await pinned(caller.boardId), caller, ref),
    list: async (caller, kind, query) => await listRecords(await pinned(caller.boardId), caller, kind, query),
    change: async (caller, kind, id, input) =>
      await changeRecord(await pinned(caller.boardId), caller, kind, id, input),
    takeStep: async (caller, kind, id, input) => await takeStep(await pinned(caller.boardId), caller, kind, id, input),
    comment: async (caller, kind, id, input) =>
      await commentRecord(await pinned(caller.boardId), caller, kind, id, input),
    answerComment: async (caller, kind, id, commentId, outcome) =>
      await answerComment(await pinned(caller.boardId), caller, kind, id, commentId, outcome),
    conflicts: async (caller, kind, id) => await listConflicts(await pinned(caller.boardId), caller, kind, id),
    settleConflict: async (caller, place, request) =>
      await settleConflict(await pinned(caller.boardId), caller, place, request),
    setAside: async (caller, kind, id) => await listSetAside(await pinned(caller.boardId), caller, kind, id),
    settleSetAside: async (caller, setAsideId, request, of) =>
      await settleSetAside(await pinned(caller.boardId), caller, setAsideId, request, of),
    history: async (caller, kind, id) => await readHistory(await pinned(caller.boardId), caller, kind, id),
    statistics: async (caller, kind, query) => await readStatistics(await pinned(caller.boardId), caller, kind, query),
    myPart: async (caller) => await readMyPart(await pinned(caller.boardId), caller),
    goalChain: async (caller, year) => await readGoalChain(await pinned(caller.boardId), caller, year),
    units: async (boardId) => (await cache.read(boardId)).units,
    actorOf: async (boardId, personId, name) => await actors.read(boardId, personId, name),
    persons: async (boardId) => await persons(await pinned(boardId), boardId),
    forget: (boardId) => {
      cache.forget(boardId);
      actors.forget(boardId);
    },
  };
}
