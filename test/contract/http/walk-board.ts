/** The small board that the walk through the permissions goes over, and records of every kind for it. */
import { randomUUID } from 'node:crypto';
import type { RecordsService, Caller, Outcome } from '../../../bot/records/records-service.ts';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import type { InternalKind, KindName } from '../../../shared/records/index.ts';
import type { HeldRole } from './expected-permissions.ts';

export const unitIds = {
  board: randomUUID(),
  department: randomUUID(),
  own: randomUUID(),
  other: randomUUID(),
} as const;

const parents: Readonly<Record<string, string | undefined>> = {
  [unitIds.department]: unitIds.board,
  [unitIds.own]: unitIds.department,
  [unitIds.other]: unitIds.board,
};

export function within(unit: string, top: string): boolean {
  for (let at: string | undefined = unit; at !== undefined; at = parents[at]) if (at === top) return true;
  return false;
}

export interface Walker {
  readonly id: string;
  readonly held: HeldRole;
}

const walker = (role: string, unit?: string): Walker => ({
  id: randomUUID(),
  held: unit === undefined ? { role } : { role, unit },
});

/** Somebody in every role; a manager above the unit too, whose `own` must not reach down. */
export const walkers: readonly Walker[] = [
  walker('employee', unitIds.own),
  walker('unitManager', unitIds.own),
  walker('unitManager', unitIds.department),
  walker('departmentHead', unitIds.department),
  walker('qualityCoordinator'),
  walker('boardOffice'),
  walker('feedbackOfficer'),
  walker('misconductInvestigator'),
  walker('medicalOfficer'),
  walker('examiner'),
  walker('admin'),
];

export const somebodyElse = { id: randomUUID(), name: 'Någon Annan' };

/** The app, in a person's name where that person is to be the reporter. */
export function systemCaller(personId = 'system'): Caller {
  return {
    boardId: demoBoard.id,
    actor: { personId, name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };
}

export async function createWalkBoard(records: RecordsService): Promise<void> {
  const unit = (id: string, unitKind: string, name: string, parent?: string) =>
    must(
      records.create(systemCaller(), 'organisationalUnit', {
        id,
        fields: { name, unitKind, ...(parent && { parent }) },
      }),
    );
  await unit(unitIds.board, 'board', 'Nämnden');
  await unit(unitIds.department, 'department', 'Avdelningen', unitIds.board);
  await unit(unitIds.own, 'unit', 'Enheten', unitIds.department);
  await unit(unitIds.other, 'unit', 'En annan enhet', unitIds.board);
  for (const { id, held } of walkers) {
    const fields = { person: { id, name: `Person ${held.role}` }, role: held.role };
    await must(
      records.create(systemCaller(), 'roleAssignment', {
        id: randomUUID(),
        unitId: held.unit,
        fields,
      }),
    );
  }
  let parent: string | undefined;
  for (const level of ['vision', 'councilDirection', 'councilArea', 'boardGoal']) {
    const id: string = level === 'boardGoal' ? boardGoalId : randomUUID();
    const fields = { level, period: 'year', text: `Mål på nivån ${level}`, ...(parent !== undefined && { parent }) };
    await must(records.create(systemCaller(), 'goal', { id, status: 'adopted', fields }));
    parent = id;
  }
}

const boardGoalId = randomUUID();

/** The fields a record of the kind needs in any state, severity 3 unless told. */
export function fullFields(kind: KindName): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'organisationalUnit':
      return { name: 'Ny enhet', unitKind: 'unit', parent: unitIds.department };
    case 'roleAssignment':
      return { person: somebodyElse, role: 'examiner' };
    case 'goal':
      return { level: 'unitGoal', parent: boardGoalId, period: 'year', year: 2026, text: 'Ett enhetsmål' };
    case 'indicator':
      return { name: 'En indikator' };
    case 'commitment':
      return {
        goal: boardGoalId,
        year: 2026,
        text: 'Ett åtagande',
        targetGroup: 'Alla',
        targetGroupNeed: 'Behov',
        workingMethod: 'Arbetssätt',
        followUpMethod: 'Uppföljning',
        developmentPlan: 'Utveckling',
        qualityChecks: [
          'towardsUsersAndBoard',
          'fromTheMission',
          'clear',
          'essentialQuality',
          'withinEconomy',
          'possibleToFollowUp',
        ],
        decisionDate: '2026-01-15',
      };
    case 'expectedResult':
      return { resultKind: 'state', text: 'Ett tillstånd' };
    case 'deviation':
      return {
        whatHappened: 'Något hände',
        category: 'other',
        severity: 3,
        likelihood: 1,
        plannedAction: 'En åtgärd',
        effectResult: 'reached',
        messageToReporter: 'Tack',
      };
    case 'misconductCase':
      return { whatHappened: 'Något hände', degree: 'none', decisionDate: '2026-01-15', ivoReportedAt: '2026-01-16' };
    case 'feedback':
      return {
        feedbackKind: 'complaint',
        text: 'En synpunkt',
        answerSummary: 'Ett svar',
        consequence: 'En konsekvens',
        change: 'En ändring',
      };
    case 'governingDocument':
      return {
        name: 'En rutin',
        documentType: 'routine',
        level: 'unit',
        what: 'Vad',
        who: 'Vem',
        how: 'Hur',
        documentOwner: somebodyElse,
        location: 'https://example.com/rutin',
        reviewDate: '2027-01-15',
      };
    case 'process':
      return {
        name: 'En process',
        processType: 'main',
        level: 'unit',
        mission: 'Uppdrag',
        start: 'Något händer',
        end: 'Allt är klart',
        desiredEffect: 'En effekt',
        processOwner: somebodyElse,
        reviewDate: '2027-01-15',
      };
    case 'processActivity':
      return { name: 'En aktivitet', objectIn: 'In', objectOut: 'Ut', responsible: 'Enhetschef' };
    case 'selfCheckDefinition':
      return {
        name: 'En egenkontroll',
        area: 'hygiene',
        frequency: 'monthly',
        startsOn: '2026-01-01',
        deadlineDays: 20,
        performerRole: 'employee',
        questions: [{ id: 'q1', text: 'Finns handsprit?', answerKind: 'yesNo', failsOn: 'no' }],
      };
    case 'selfCheckOccurrence':
      return { name: 'En egenkontroll', period: '2026-11', dueOn: '2026-11-20' };
    case 'conversationReference':
    case 'reminderConfiguration':
    case 'reminderPreference':
    case 'reminder':
    case 'syncProblem':
    case 'restrictedSyncProblem':
      return {};
  }
}

/** The fields with which a record is handed in: what nobody knows yet is left out. */
export function newFields(kind: KindName): Readonly<Record<string, unknown>> {
  if (kind === 'deviation' || kind === 'misconductCase') return { whatHappened: 'Något hände' };
  if (kind === 'feedback') return { feedbackKind: 'complaint', text: 'En synpunkt' };
  return fullFields(kind);
}

/** One text field of each kind that a person may change, and a new value. */
export const changeOf: Readonly<Record<Exclude<KindName, InternalKind>, Readonly<Record<string, unknown>>>> = {
  organisationalUnit: { name: 'Ett nytt namn' },
  roleAssignment: { role: 'examiner' },
  goal: { text: 'Ett ändrat mål' },
  indicator: { name: 'En ändrad indikator' },
  commitment: { text: 'Ett ändrat åtagande' },
  expectedResult: { text: 'Ett ändrat resultat' },
  governingDocument: { name: 'En ändrad rutin' },
  process: { name: 'En ändrad process' },
  processActivity: { name: 'En ändrad aktivitet' },
  deviation: { place: 'Köket' },
  misconductCase: { course: 'Ett förlopp' },
  feedback: { answerSummary: 'Ett ändrat svar' },
  selfCheckDefinition: { name: 'En ändrad egenkontroll' },
  selfCheckOccurrence: { comment: 'En kommentar' },
};

export async function must<Value>(outcome: Promise<Outcome<Value>>): Promise<Value> {
  const settled = await outcome;
  if (settled.kind !== 'ok') throw new Error(`the walk's own data was refused: ${JSON.stringify(settled)}`);
  return settled.value;
}
