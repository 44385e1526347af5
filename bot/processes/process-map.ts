import type { ProcessMapAnswer } from '../../shared/api/process-contract.ts';
import { recordAlternatives, showRows } from '../records/list-records.ts';
import { ok } from '../records/outcomes.ts';
import { readShownRow, shownColumns } from '../records/record-rows.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import type { ServiceContext } from '../records/service-context.ts';
import { anyOf, scopeCondition } from '../records/scope-sql.ts';
import { countsOf } from './process-links.ts';

/** Every process of the board that the caller may see, with what its card tells (R59, R64–R67, R71). */
export async function readProcessMap(context: ServiceContext, caller: Caller): Promise<Outcome<ProcessMapAnswer>> {
  const organisation = await context.organisation(caller.boardId);
  const alternatives = recordAlternatives(caller, 'process', organisation);
  if (alternatives.length === 0) return { kind: 'notAllowed' };
  const rowsOf = (kind: 'process' | 'processActivity') =>
    context.db
      .selectFrom('records')
      .select(shownColumns)
      .where('board_id', '=', caller.boardId)
      .where('kind', '=', kind)
      .where('deleted', '=', false)
      .where(anyOf(alternatives.map(({ where }) => scopeCondition(where, caller.actor, kind))))
      .orderBy('title')
      .execute();
  const [processRows, activityRows] = await Promise.all([rowsOf('process'), rowsOf('processActivity')]);
  const processes = showRows(processRows.map(readShownRow), caller, organisation);
  const activities = Map.groupBy(
    activityRows.map(readShownRow).filter(({ status }) => status !== 'removed'),
    ({ fields }) => fields['process'] as string,
  );
  const ids = processes.map(({ id }) => id);
  const counts = await countsOf(context, caller, organisation, ids, []);
  const covered = new Set(
    processes.flatMap(({ unitId, status }) => (unitId === undefined || status === 'superseded' ? [] : [unitId])),
  );
  return ok({
    processes: processes.map((record) => {
      const own = activities.get(record.id) ?? [];
      const missing = own.filter(
        ({ fields }) => fields['routine'] === undefined && fields['routineNotNeeded'] !== true,
      );
      return {
        record,
        activityCount: own.length,
        missingRoutines: missing.length,
        ...counts.ofProcess(record.id),
      };
    }),
    unitsWithoutProcess: organisation.units
      .filter(({ active, unitKind }) => active && (unitKind === 'unit' || unitKind === 'contractor'))
      .filter(({ id }) => !covered.has(id))
      .map(({ id }) => id),
  });
}
