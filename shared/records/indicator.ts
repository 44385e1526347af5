import { defineRecordKind } from './record-kind.ts';

/** Indikator: what is measured, how, and which direction is better (R27, R50). */
export const indicator = defineRecordKind({
  name: 'indicator',
  group: 'followUp',
  label: { sv: 'Indikator', en: 'Indicator' },
  plural: { sv: 'Indikatorer', en: 'Indicators' },
  list: { site: 'board', displayName: 'Indikatorer' },
  titleFields: ['name'],
  states: { active: { sv: 'Används', en: 'In use' }, archived: { sv: 'Arkiverad', en: 'Archived' } },
  initialStates: ['active'],
  transitions: [
    {
      from: 'active',
      to: 'archived',
      label: { sv: 'Arkivera', en: 'Archive' },
      operation: 'write',
      by: ['unitManager', 'qualityCoordinator'],
    },
  ],
  fields: {
    name: { type: 'text', label: { sv: 'Namn', en: 'Name' }, required: 'always' },
    indicatorKind: {
      type: 'choice',
      label: { sv: 'Slag', en: 'Kind' },
      choices: {
        user: { sv: 'Brukare', en: 'Users' },
        staff: { sv: 'Medarbetare', en: 'Staff' },
        process: { sv: 'Process', en: 'Process' },
        economy: { sv: 'Ekonomi', en: 'Economy' },
        quality: { sv: 'Kvalitet', en: 'Quality' },
      },
    },
    measureUnit: { type: 'text', maxLength: 40, label: { sv: 'Enhet', en: 'Unit of measure' } },
    direction: {
      type: 'choice',
      label: { sv: 'Önskad riktning', en: 'Better when' },
      choices: {
        up: { sv: 'Högre är bättre', en: 'Higher is better' },
        down: { sv: 'Lägre är bättre', en: 'Lower is better' },
        within: { sv: 'Inom ett spann', en: 'Within a range' },
      },
    },
    source: { type: 'text', label: { sv: 'Källa', en: 'Source' } },
    frequency: { type: 'text', maxLength: 100, label: { sv: 'Mäts', en: 'Measured' } },
  },
});
