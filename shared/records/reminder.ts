import { defineRecordKind } from './record-kind.ts';

/**
 * Påminnelse: what was sent to whom and what came of it, so that nobody is reminded twice although the database was lost
 * (`design.md` 3). Ids and dates only. Written by the reminders alone; people see it through their own pages. One record
 * has one state; where a reminder stands is `outcome`, whose values are `reminderStates`.
 */
export const reminder = defineRecordKind({
  name: 'reminder',
  group: 'internal',
  label: { sv: 'Påminnelse', en: 'Reminder' },
  plural: { sv: 'Påminnelser', en: 'Reminders' },
  list: { site: 'board', displayName: 'Påminnelser' },
  titleFields: ['ref', 'subject'],
  states: { active: { sv: 'Finns', en: 'Kept' } },
  initialStates: ['active'],
  transitions: [],
  fields: {
    personId: { type: 'text', label: { sv: 'Person', en: 'Person' }, indexed: true },
    subject: { type: 'text', maxLength: 40, label: { sv: 'Gäller', en: 'About' }, required: 'always' },
    matterId: { type: 'text', maxLength: 60, label: { sv: 'Ärende', en: 'Matter' }, required: 'always', indexed: true },
    stage: { type: 'text', maxLength: 60, label: { sv: 'Skede', en: 'Stage' }, required: 'always' },
    deadline: { type: 'date', label: { sv: 'Senast', en: 'Deadline' }, required: 'always' },
    step: { type: 'text', maxLength: 20, label: { sv: 'Steg', en: 'Rung' }, required: 'always' },
    dueAt: { type: 'dateTime', label: { sv: 'Skulle skickas', en: 'Due' }, required: 'always', indexed: true },
    unit: { type: 'text', maxLength: 60, label: { sv: 'Enhet', en: 'Unit' } },
    ref: { type: 'text', maxLength: 60, label: { sv: 'Referens', en: 'Reference' } },
    part: { type: 'text', maxLength: 20, label: { sv: 'Del', en: 'Part' } },
    acute: { type: 'boolean', label: { sv: 'Akut', en: 'Acute' } },
    snoozes: { type: 'number', whole: true, minimum: 0, label: { sv: 'Gånger uppskjuten', en: 'Times snoozed' } },
    outcome: { type: 'text', maxLength: 20, label: { sv: 'Utfall', en: 'Outcome' }, required: 'always', indexed: true },
    reason: { type: 'text', label: { sv: 'Skäl', en: 'Reason' } },
    snoozedTo: { type: 'dateTime', label: { sv: 'Uppskjuten till', en: 'Snoozed to' } },
    delegateId: { type: 'text', label: { sv: 'Lämnad till', en: 'Handed to' } },
    sentAt: { type: 'dateTime', label: { sv: 'Skickad', en: 'Sent' } },
    conversationId: { type: 'text', label: { sv: 'Konversation', en: 'Conversation' } },
    activityId: { type: 'text', label: { sv: 'Meddelande', en: 'Message' } },
  },
});
