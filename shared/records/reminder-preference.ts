import { defineRecordKind } from './record-kind.ts';

/** What a person has chosen about the bot's reminders: pause, absence and deputy, and when the unit meets. */
export const reminderPreference = defineRecordKind({
  name: 'reminderPreference',
  group: 'internal',
  label: { sv: 'Val om påminnelser', en: 'Reminder choice' },
  plural: { sv: 'Val om påminnelser', en: 'Reminder choices' },
  list: { site: 'board', displayName: 'Val om påminnelser' },
  titleFields: [],
  states: { active: { sv: 'Gäller', en: 'In force' } },
  initialStates: ['active'],
  transitions: [],
  fields: {
    personId: { type: 'text', label: { sv: 'Person', en: 'Person' }, required: 'always', indexed: true },
    pausedUntil: { type: 'date', label: { sv: 'Pausade till och med', en: 'Paused until' } },
    muted: { type: 'words', label: { sv: 'Vill inte påminnas om', en: 'Not reminded of' } },
    absentFrom: { type: 'date', label: { sv: 'Frånvarande från', en: 'Away from' } },
    absentTo: { type: 'date', label: { sv: 'Frånvarande till och med', en: 'Away until' } },
    deputy: { type: 'person', label: { sv: 'Ersättare', en: 'Deputy' } },
    meetingOn: { type: 'date', label: { sv: 'Nästa APT', en: 'Next workplace meeting' } },
    meetingEveryWeeks: {
      type: 'number',
      whole: true,
      minimum: 1,
      maximum: 26,
      label: { sv: 'Veckor mellan APT', en: 'Weeks between meetings' },
    },
  },
});
