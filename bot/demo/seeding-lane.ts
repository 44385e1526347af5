import { AppError } from '../../shared/errors.ts';
import type { ProcessModel } from '../../shared/process/process-model.ts';
import type { Caller, Outcome, RecordsService } from '../records/records-service.ts';
import { demoBoard } from './demo-board.ts';
import { demoStaff } from './demo-staff.ts';
import { unitId } from './organisation-scripts.ts';
import type { Performer, RecordScript, ScriptedAct } from './record-script.ts';

/** A records service with a clock of its own, which does one act after the other. */
export interface SeedingLane {
  /** Does what is left to do of the scripts, in the order of time. */
  run(scripts: readonly RecordScript[]): Promise<void>;
  isThere(script: RecordScript): Promise<boolean>;
  counts(): { readonly created: number; readonly left: number };
}

/** Some lanes work beside each other: most of an act is waiting for the database. */
export function createLane(createRecords: (now: () => Date) => RecordsService, start: Date): SeedingLane {
  let at = start;
  let created = 0;
  let left = 0;
  const records = createRecords(() => at);
  const revisions = new Map<string, number>();

  /** The acts of the script that have not been done. */
  async function remainingActs(script: RecordScript): Promise<readonly ScriptedAct[]> {
    const found = await records.get(system, script.kind, script.id);
    if (found.kind !== 'ok') return script.acts;
    left += 1;
    if (script.acts.length === 1) return [];
    revisions.set(script.id, found.value.revision);
    const history = await records.history(system, script.kind, script.id);
    const done = history.kind === 'ok' ? history.value.filter(({ action }) => action !== 'changed').length : Infinity;
    // The version of a process tells whether it was mapped.
    const isMapped = found.value.fields['diagramVersion'] !== undefined;
    return actsAfter(script.acts, done).filter(({ kind }) => kind !== 'map' || !isMapped);
  }

  async function act(script: RecordScript, one: ScriptedAct): Promise<void> {
    at = one.at;
    const outcome = await perform(records, script, one, revisions.get(script.id) ?? 0);
    if (outcome.kind === 'ok') {
      if (one.kind === 'create') created += 1;
      revisions.set(script.id, outcome.value.revision);
      return;
    }
    // Somebody moved or removed the record while it was half seeded: theirs stands.
    if (outcome.kind === 'stepNotPossible' || outcome.kind === 'conflict' || outcome.kind === 'idTaken') return;
    throw new AppError('unexpected', { kind: script.kind, id: script.id, act: one.kind, ...describe(outcome) });
  }

  return {
    async run(scripts) {
      const acts: (readonly [RecordScript, ScriptedAct])[] = [];
      for (const script of scripts) {
        for (const one of await remainingActs(script)) acts.push([script, one]);
      }
      // References rise with time; the sort keeps the order of what is simultaneous.
      acts.sort(([, one], [, other]) => one.at.getTime() - other.at.getTime());
      for (const [script, one] of acts) await act(script, one);
    },
    isThere: async ({ kind, id }) => (await records.get(system, kind, id)).kind === 'ok',
    counts: () => ({ created, left }),
  };
}

/** Changes of fields, and mapping, leave no count of their own behind: those before the next act are done once more. */
function actsAfter(acts: readonly ScriptedAct[], done: number): readonly ScriptedAct[] {
  let left = done;
  return acts.filter(({ kind }) => {
    if (left <= 0) return true;
    if (kind !== 'change' && kind !== 'map') left -= 1;
    return false;
  });
}

function perform(
  records: RecordsService,
  { kind, id }: RecordScript,
  act: ScriptedAct,
  baseRevision: number,
): Promise<Outcome<{ readonly revision: number }>> {
  const caller = callerFor(act.by);
  switch (act.kind) {
    case 'create':
      return records.create(caller, kind, { id, ...act.input });
    case 'change':
      return records.change(caller, kind, id, { baseRevision, fields: act.fields });
    case 'comment':
      return records.comment(caller, kind, id, act.input);
    case 'step':
      return records.takeStep(caller, kind, id, {
        to: act.to,
        baseRevision,
        reason: act.reason,
        fields: act.fields,
      });
    case 'map':
      return mapProcess(records, caller, id, act.model, baseRevision);
  }
}

async function mapProcess(
  records: RecordsService,
  caller: Caller,
  id: string,
  model: ProcessModel,
  baseRevision: number,
): Promise<Outcome<{ readonly revision: number }>> {
  const saved = await records.processes.save(caller, id, { baseVersion: 0, baseRevision, fields: {}, model });
  if (saved.kind === 'fileRefused') throw new AppError(saved.why, { process: id });
  if (saved.kind !== 'ok') return saved;
  return saved.value.kind === 'conflict'
    ? { kind: 'stepNotPossible' }
    : { kind: 'ok', value: saved.value.process.process };
}

const system: Caller = {
  boardId: demoBoard.id,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};

function callerFor(performer: Performer): Caller {
  if (performer === 'system') return system;
  const staff = demoStaff.find(({ key }) => key === performer.staff);
  if (staff === undefined) throw new AppError('unexpected', { demoPerson: performer.staff });
  const roles = staff.roles.map(({ role, unit }) => (unit === undefined ? { role } : { role, unitId: unitId(unit) }));
  return {
    boardId: demoBoard.id,
    actor: { personId: staff.id, name: staff.name, roles, ...(performer.throughApp === true && { system: true }) },
    via: 'tab',
    language: 'sv',
  };
}

function describe(outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>): Readonly<Record<string, string>> {
  const problems = outcome.kind === 'invalid' ? outcome.problems : [];
  return {
    refusal: outcome.kind,
    problems: problems.map(({ field, problem }) => `${field}: ${problem}`).join(', '),
  };
}
