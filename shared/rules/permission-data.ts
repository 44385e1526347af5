/**
 * `permissions.json` as data: who may do what (`domain.md` (ii), Read/write matrix). Scopes all lie inside one board.
 *
 * - `all` the board · `sub` the actor's unit and those below · `own` the actor's unit · `reported` what the actor
 *   reported · `assigned` where the actor is responsible, performer, investigator, processOwner or examiner ·
 *   `appointed` named on that record · `draftOwn` own unit while a draft · `closedOwn` own unit, closed
 * - after a colon stand views, kinds or actions that narrow the row
 * - a role that is not listed for an operation is refused; `*` is everybody, also without a role
 * - the most generous row wins, but `implicatedPersons` removes every right that does not come from `reported`
 */
export const permissionViews = {
  status: ['ref', 'kind', 'unitId', 'status', 'reportedAt', 'stateChangedAt', 'messageToReporter'],
  existence: ['ref', 'kind', 'unitId', 'reportedAt', 'handledBy'],
  anonymised: [
    'ref',
    'unitId',
    'category',
    'topic',
    'severity',
    'status',
    'occurredMonth',
    'consequence',
    'change',
    'learned',
  ],
} as const;

/** Which kinds share a set of rules. Kinds of later issues stand here already. */
export const permissionGroups = {
  plan: [
    'goal',
    'commitment',
    'expectedResult',
    'activity',
    'qualityGuarantee',
    'process',
    'processActivity',
    'governingDocument',
    'goodExample',
  ],
  followUp: ['indicator', 'indicatorOutcome', 'followUp', 'report', 'resultDialogue'],
  deviation: ['deviation', 'eventAnalysis'],
  restricted: ['misconductCase', 'careInjuryCase'],
  feedback: ['feedback'],
  control: [
    'risk',
    'controlActivity',
    'selfCheckDefinition',
    'selfCheckOccurrence',
    'externalReview',
    'improvementAction',
  ],
  award: ['awardEntry', 'assessment', 'innovationEntry'],
  administration: ['organisationalUnit', 'roleAssignment', 'retentionRule', 'configuration'],
  log: ['accessLog', 'syncProblem'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PermissionRow = Readonly<Record<string, string | readonly string[]>>;
export type GroupRules = Readonly<Partial<Record<'read' | 'create' | 'write' | 'approve', PermissionRow>>>;

export const permissionRules = {
  plan: {
    read: {
      employee: 'all',
      unitManager: 'all',
      departmentHead: 'all',
      qualityCoordinator: 'all',
      boardOffice: 'all',
      feedbackOfficer: 'all',
      misconductInvestigator: 'all',
      medicalOfficer: 'all',
      examiner: 'assigned',
      admin: 'all',
    },
    create: { employee: 'own', unitManager: 'own', qualityCoordinator: 'all' },
    write: { employee: 'draftOwn', unitManager: 'own', qualityCoordinator: 'all' },
    approve: {
      unitManager: 'own:process,processActivity,governingDocument',
      departmentHead: 'sub',
      boardOffice: 'all',
    },
  },
  followUp: {
    read: { employee: 'own', unitManager: 'own', departmentHead: 'sub', qualityCoordinator: 'all', boardOffice: 'all' },
    create: { unitManager: 'own' },
    write: { unitManager: 'own', qualityCoordinator: 'all' },
    approve: { departmentHead: 'sub', boardOffice: 'all' },
  },
  deviation: {
    read: {
      employee: ['reported:full', 'own:anonymised'],
      unitManager: 'own',
      departmentHead: 'sub',
      qualityCoordinator: 'all',
      boardOffice: 'all:statistics',
      misconductInvestigator: 'appointed',
      medicalOfficer: 'appointed',
    },
    create: { '*': 'all' },
    write: { unitManager: 'own' },
    approve: { unitManager: 'own', qualityCoordinator: 'all:reopen,close severity>=3,merge' },
  },
  restricted: {
    read: {
      employee: 'reported:status',
      unitManager: 'own:existence',
      departmentHead: 'sub:existence',
      qualityCoordinator: 'appointed',
      boardOffice: 'appointed',
      misconductInvestigator: 'all:misconductCase',
      medicalOfficer: 'all:careInjuryCase',
    },
    create: { '*': 'all' },
    write: { misconductInvestigator: 'all:misconductCase', medicalOfficer: 'all:careInjuryCase' },
    approve: { boardOffice: 'appointed' },
  },
  feedback: {
    read: {
      employee: ['reported:full', 'closedOwn:anonymised'],
      unitManager: 'own',
      departmentHead: 'sub',
      qualityCoordinator: 'all',
      boardOffice: 'all:statistics',
      feedbackOfficer: 'all',
    },
    create: { '*': 'all' },
    write: { unitManager: 'own', feedbackOfficer: 'all' },
    approve: { unitManager: 'own', feedbackOfficer: 'all:confirm,assign' },
  },
  control: {
    read: { employee: 'own', unitManager: 'own', departmentHead: 'sub', qualityCoordinator: 'all', boardOffice: 'all' },
    create: { unitManager: 'own', qualityCoordinator: 'all' },
    write: { employee: 'assigned', unitManager: 'own', qualityCoordinator: 'all' },
    approve: { unitManager: 'own', departmentHead: 'sub', boardOffice: 'all' },
  },
  award: {
    read: {
      employee: 'own',
      unitManager: 'own',
      departmentHead: 'sub',
      qualityCoordinator: 'all',
      boardOffice: 'all',
      examiner: 'assigned',
    },
    create: { unitManager: 'own' },
    write: { employee: 'draftOwn', unitManager: 'own', examiner: 'assigned:assessment' },
    approve: { boardOffice: 'all' },
  },
  administration: {
    read: { '*': 'all:organisationalUnit', qualityCoordinator: 'all', admin: 'all' },
    create: { admin: 'all' },
    write: { admin: 'all', qualityCoordinator: 'all:configuration' },
    approve: { boardOffice: 'all:retentionRule' },
  },
  log: { read: { qualityCoordinator: 'all', admin: 'all:syncProblem' } },
} as const satisfies Readonly<Record<keyof typeof permissionGroups, GroupRules>>;
