import { defineRecordKind } from './record-kind.ts';

/** Hours and ladders of the reminders from a day on (`shared/rules/reminders/reminder-rules.ts` has the defaults). */
export const reminderConfiguration = defineRecordKind({
  name: 'reminderConfiguration',
  group: 'internal',
  label: { sv: 'Regler för påminnelser', en: 'Reminder rules' },
  plural: { sv: 'Regler för påminnelser', en: 'Reminder rules' },
  list: { site: 'board', displayName: 'Regler för påminnelser' },
  titleFields: [],
  states: { active: { sv: 'Gäller', en: 'In force' } },
  initialStates: ['active'],
  transitions: [],
  fields: {
    validFrom: { type: 'date', label: { sv: 'Gäller från', en: 'In force from' }, required: 'always', indexed: true },
    opensAt: { type: 'number', whole: true, minimum: 0, maximum: 23, label: { sv: 'Från klockan', en: 'From hour' } },
    closesAt: { type: 'number', whole: true, minimum: 1, maximum: 24, label: { sv: 'Till klockan', en: 'To hour' } },
    digestFrom: { type: 'number', whole: true, minimum: 2, label: { sv: 'Samlas från antal', en: 'Digest from' } },
    snoozes: { type: 'number', whole: true, minimum: 0, maximum: 5, label: { sv: 'Får skjutas upp', en: 'Snoozes' } },
    silentDays: { type: 'number', whole: true, minimum: 7, label: { sv: 'Tyst enhet, dagar', en: 'Silent days' } },
    commitmentDays: {
      type: 'number',
      whole: true,
      minimum: 1,
      label: { sv: 'Åtagande väntar, arbetsdagar', en: 'Commitment waits, working days' },
    },
    ladders: {
      type: 'rows',
      label: { sv: 'Stegar', en: 'Ladders' },
      fields: {
        subject: { type: 'text', maxLength: 40, label: { sv: 'Gäller', en: 'About' }, required: 'always' },
        days: { type: 'number', whole: true, minimum: -366, maximum: 366, label: { sv: 'Dagar', en: 'Days' } },
        working: { type: 'boolean', label: { sv: 'Arbetsdagar', en: 'Working days' } },
        to: { type: 'words', label: { sv: 'Till', en: 'To' } },
      },
    },
  },
});
