import { AppError } from '../../shared/errors.ts';
import type { Caller, Outcome, RecordsService } from '../records/records-service.ts';
import { caseScript, caseScripts } from './case-scripts.ts';
import { demoBoard } from './demo-board.ts';
import { demoStaff } from './demo-staff.ts';
import { generatedCase } from './generated-cases.ts';
import { organisationScripts, unitId } from './organisation-scripts.ts';
import { planScripts } from './plan-scripts.ts';
import type { Performer, RecordScript, ScriptedAct } from './record-script.ts';
import { swedishDay, swedishInstant } from './swedish-time.ts';

export interface SeedDeps {
  /** Makes a records service on the board's database with a clock of its own, so that history lies in the past. */
  readonly createRecords: (now: () => Date) => RecordsService;
  readonly now: () => Date;
  /** Further generated deviations, for trying the app with many rows. */
  readonly cases?: number;
}

export interface SeedReport {
  readonly created: number;
  /** Records that were there, complete or changed by somebody since. */
  readonly left: number;
}

/**
 * Fills the board with the demo of `domain.md` (v) through the records service: organisation and roles as the app, all
 * else as the person whose step it is. Ids are always the same, so that seeding twice changes nothing, and a seeding
 * that was cut off is completed. What somebody has changed since is left as it is.
 *
 * @throws AppError unexpected, with the record and the refusal, when the demo's own data breaks a rule
 */
export async function seedDemoBoard(deps: SeedDeps): Promise<SeedReport> {
  const now = deps.now();
  const year = Number(swedishDay(now).slice(0, 4));
  const clock = { at: now };
  const seed = createSeeder(
    deps.createRecords(() => clock.at),
    clock,
  );
  await seed.run(organisationScripts(swedishInstant(now, 800, '08:00'), year));
  await seed.run([...planScripts(now, year), ...caseScripts(now)]);
  const cases = deps.cases ?? 0;
  const generated = Array.from({ length: cases }, (_, index) => caseScript(generatedCase(index, cases), now));
  const newest = generated.at(-1);
  // They are written in the order of time: asking for each of thousands would make every start slow.
  if (newest !== undefined && !(await seed.isThere(newest))) await seed.run(generated);
  return seed.report();
}

interface Seeder {
  run(scripts: readonly RecordScript[]): Promise<void>;
  isThere(script: RecordScript): Promise<boolean>;
  report(): SeedReport;
}

function createSeeder(records: RecordsService, clock: { at: Date }): Seeder {
  let created = 0;
  let left = 0;

  /** The acts of the script that have not been done. */
  async function remainingActs(script: RecordScript): Promise<readonly ScriptedAct[]> {
    const found = await records.get(system, script.kind, script.id);
    if (found.kind !== 'ok') return script.acts;
    left += 1;
    if (script.acts.length === 1) return [];
    const history = await records.history(system, script.kind, script.id);
    const done = history.kind === 'ok' ? history.value.filter((entry) => entry.action !== 'changed').length : Infinity;
    return script.acts.slice(done);
  }

  async function act(script: RecordScript, one: ScriptedAct): Promise<void> {
    clock.at = one.at;
    const caller = callerFor(one.by);
    const outcome = await perform(records, caller, script, one);
    if (outcome.kind === 'ok') {
      if (one.kind === 'create') created += 1;
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
      // In the order of time, so that references rise with it; the sort keeps the order of what is simultaneous.
      acts.sort(([, one], [, other]) => one.at.getTime() - other.at.getTime());
      for (const [script, one] of acts) await act(script, one);
    },
    isThere: async ({ kind, id }) => (await records.get(system, kind, id)).kind === 'ok',
    report: () => ({ created, left }),
  };
}

async function perform(
  records: RecordsService,
  caller: Caller,
  { kind, id }: RecordScript,
  act: ScriptedAct,
): Promise<Outcome<unknown>> {
  if (act.kind === 'create') return records.create(caller, kind, { id, ...act.input });
  if (act.kind === 'comment') return records.comment(caller, kind, id, act.input);
  const current = await records.get(system, kind, id);
  if (current.kind !== 'ok') return current;
  return records.takeStep(caller, kind, id, {
    to: act.to,
    baseRevision: current.value.revision,
    reason: act.reason,
    fields: act.fields,
  });
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
    actor: { personId: staff.id, name: staff.name, roles },
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
