import { defineRecordKind } from './record-kind.ts';

/** Organisatorisk enhet: the board, its administration, departments, units and contractors (R111). */
export const organisationalUnit = defineRecordKind({
  name: 'organisationalUnit',
  group: 'administration',
  label: { sv: 'Organisatorisk enhet', en: 'Organisational unit' },
  plural: { sv: 'Organisation', en: 'Organisation' },
  list: { site: 'board', displayName: 'Organisation' },
  titleFields: ['name'],
  states: { active: { sv: 'Aktiv', en: 'Active' }, closed: { sv: 'Avslutad', en: 'Closed' } },
  initialStates: ['active'],
  transitions: [
    {
      from: 'active',
      to: 'closed',
      label: { sv: 'Avsluta enheten', en: 'Close the unit' },
      operation: 'write',
      by: ['admin'],
    },
    {
      from: 'closed',
      to: 'active',
      label: { sv: 'Öppna enheten igen', en: 'Reopen the unit' },
      operation: 'write',
      by: ['admin'],
    },
  ],
  fields: {
    name: { type: 'text', label: { sv: 'Namn', en: 'Name' }, required: 'always' },
    unitKind: {
      type: 'choice',
      label: { sv: 'Nivå', en: 'Level' },
      required: 'always',
      indexed: true,
      choices: {
        board: { sv: 'Nämnd', en: 'Board' },
        administration: { sv: 'Förvaltning', en: 'Administration' },
        department: { sv: 'Avdelning', en: 'Department' },
        unit: { sv: 'Enhet', en: 'Unit' },
        contractor: { sv: 'Entreprenad', en: 'Contracted operation' },
      },
    },
    parent: { type: 'reference', to: 'organisationalUnit', label: { sv: 'Hör till', en: 'Belongs to' }, indexed: true },
    function: {
      type: 'choice',
      label: { sv: 'Funktion', en: 'Function' },
      choices: {
        main: { sv: 'Huvudverksamhet', en: 'Main operation' },
        support: { sv: 'Stödverksamhet', en: 'Support' },
        steering: { sv: 'Styrning', en: 'Steering' },
      },
    },
    legalBase: {
      type: 'choices',
      label: { sv: 'Lagrum', en: 'Legal base' },
      choices: {
        SoL: { sv: 'Socialtjänstlagen', en: 'Social Services Act' },
        LSS: { sv: 'LSS', en: 'Act on support for persons with disabilities (LSS)' },
        HSL: { sv: 'Hälso- och sjukvårdslagen', en: 'Health and Medical Services Act' },
        skollag: { sv: 'Skollagen', en: 'Education Act' },
        none: { sv: 'Inget särskilt', en: 'None in particular' },
      },
    },
    employeeCount: { type: 'number', whole: true, minimum: 0, label: { sv: 'Antal anställda', en: 'Employees' } },
    places: { type: 'number', whole: true, minimum: 0, label: { sv: 'Antal platser', en: 'Places' } },
    aliases: {
      type: 'words',
      label: { sv: 'Kallas även', en: 'Also called' },
      help: {
        sv: 'Namn som medarbetare använder. Boten känner igen enheten på dem.',
        en: 'Names staff use. The bot recognises the unit by them.',
      },
    },
  },
});
