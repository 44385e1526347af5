import { defineRecordKind } from './record-kind.ts';

/**
 * Where the bot reaches a person, and what the person chose there. Ids only; deleted when the app is removed
 * (`teams.md` 1 and 4). Internal: no surface lists it.
 */
export const conversationReference = defineRecordKind({
  name: 'conversationReference',
  group: 'internal',
  label: { sv: 'Konversation', en: 'Conversation' },
  plural: { sv: 'Konversationer', en: 'Conversations' },
  list: { site: 'board', displayName: 'Konversationer' },
  titleFields: [],
  states: { active: { sv: 'Aktiv', en: 'Active' } },
  initialStates: ['active'],
  transitions: [],
  fields: {
    personId: { type: 'text', label: { sv: 'Person', en: 'Person' }, required: 'always', indexed: true },
    teamsUserId: { type: 'text', label: { sv: 'Användare i Teams', en: 'Teams user' } },
    conversationId: { type: 'text', label: { sv: 'Konversation', en: 'Conversation' }, required: 'always' },
    conversationType: { type: 'text', maxLength: 20, label: { sv: 'Slag', en: 'Type' } },
    serviceUrl: { type: 'text', label: { sv: 'Adress till tjänsten', en: 'Service address' }, required: 'always' },
    tenantId: { type: 'text', label: { sv: 'Klientorganisation', en: 'Tenant' } },
    botId: { type: 'text', label: { sv: 'Bot', en: 'Bot' } },
    channelId: { type: 'text', maxLength: 40, label: { sv: 'Kanal', en: 'Channel' } },
    chosenUnit: { type: 'reference', to: 'organisationalUnit', label: { sv: 'Vald enhet', en: 'Chosen unit' } },
    language: { type: 'text', maxLength: 5, label: { sv: 'Språk', en: 'Language' } },
    unreachable: { type: 'text', maxLength: 40, label: { sv: 'Går inte att nå', en: 'Cannot be reached' } },
    welcomedAt: { type: 'dateTime', label: { sv: 'Välkomnad', en: 'Welcomed' } },
  },
});
