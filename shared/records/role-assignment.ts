import { defineRecordKind } from './record-kind.ts';

/** Rolltilldelning: a person has a role on a unit. Counts only when our app was the last editor (`design.md` 1.4). */
export const roleAssignment = defineRecordKind({
  name: 'roleAssignment',
  group: 'administration',
  label: { sv: 'Rolltilldelning', en: 'Role assignment' },
  plural: { sv: 'Roller', en: 'Roles' },
  list: { site: 'board', displayName: 'Roller' },
  titleFields: ['person'],
  states: { active: { sv: 'Gäller', en: 'In force' }, ended: { sv: 'Upphört', en: 'Ended' } },
  initialStates: ['active'],
  transitions: [
    {
      from: 'active',
      to: 'ended',
      label: { sv: 'Avsluta rollen', en: 'End the role' },
      operation: 'write',
      by: ['admin'],
    },
  ],
  fields: {
    person: { type: 'person', label: { sv: 'Person', en: 'Person' }, required: 'always' },
    role: {
      type: 'choice',
      label: { sv: 'Roll', en: 'Role' },
      required: 'always',
      choices: {
        employee: { sv: 'Medarbetare', en: 'Employee' },
        unitManager: { sv: 'Enhetschef', en: 'Unit manager' },
        departmentHead: { sv: 'Avdelningschef', en: 'Head of department' },
        qualityCoordinator: { sv: 'Kvalitetssamordnare', en: 'Quality coordinator' },
        boardOffice: { sv: 'Förvaltningsledning och nämndkansli', en: 'Management and board office' },
        feedbackOfficer: { sv: 'Synpunktshandläggare', en: 'Feedback officer' },
        misconductInvestigator: { sv: 'Lex Sarah-utredare', en: 'Misconduct investigator' },
        medicalOfficer: { sv: 'MAS/MAR', en: 'Medical officer (MAS/MAR)' },
        examiner: { sv: 'Examinator', en: 'Examiner' },
        admin: { sv: 'Administratör', en: 'Administrator' },
      },
    },
  },
});
