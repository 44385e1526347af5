import type { DeviationCategory } from '../../shared/records/choices.ts';

interface DeviationTemplate {
  readonly category: DeviationCategory;
  readonly what: string;
  readonly details: readonly [string, ...string[]];
  readonly endings: readonly [string, ...string[]];
  readonly action: string;
}

const noHarm = [
  'Ingen kom till skada.',
  'Det upptäcktes i tid.',
  'Vi pratade om det på mötet dagen efter.',
  'Ansvarig chef fick veta samma dag.',
] as const;

/** Sentences about nobody, for load tests. */
export const deviationTemplates: readonly [DeviationTemplate, ...DeviationTemplate[]] = [
  {
    category: 'fall',
    what: 'Fall vid förflyttning.',
    details: [
      'Golvet var nystädat och vått.',
      'Rullatorn stod för långt bort.',
      'Det var mörkt i korridoren.',
      'Skorna satt löst.',
    ],
    endings: noHarm,
    action: 'Hjälpmedel och belysning kontrolleras varje vecka.',
  },
  {
    category: 'medication',
    what: 'Dosen gavs senare än den skulle.',
    details: [
      'Listan var inte signerad.',
      'Passbytet drog ut på tiden.',
      'Delegeringen behövde kontrolleras.',
      'Skåpet var låst och nyckeln utlånad.',
    ],
    endings: ['Sjuksköterska kontaktades.', ...noHarm],
    action: 'Signeringslistan stäms av vid varje passbyte.',
  },
  {
    category: 'missedService',
    what: 'Insatsen blev inte av som planerat.',
    details: [
      'Två var sjuka samma dag.',
      'Schemat hade ändrats sent.',
      'Bilen startade inte.',
      'Uppdraget kom fram för sent.',
    ],
    endings: noHarm,
    action: 'Planeraren kvitterar varje flyttad insats.',
  },
  {
    category: 'documentation',
    what: 'Dokumentation saknas.',
    details: [
      'Två besök är inte införda.',
      'Planen är äldre än sex månader.',
      'Anteckningen skrevs i fel ärende.',
      'Överlämningen gjordes bara muntligt.',
    ],
    endings: noHarm,
    action: 'Tid för dokumentation läggs in i schemat.',
  },
  {
    category: 'childSafety',
    what: 'Grinden mot gatan stod öppen när barnen var ute.',
    details: [
      'Låset kärvade efter regnet.',
      'Ett bud hade just gått.',
      'Vaktmästaren hade anmält felet.',
      'Skylten hade blåst ned.',
    ],
    endings: noHarm,
    action: 'Grinden får självstängande lås.',
  },
  {
    category: 'equipmentPremises',
    what: 'Utrustningen fungerade inte.',
    details: [
      'Lyften stannade under användning.',
      'Larmet gav ingen signal.',
      'Hissen stod stilla.',
      'Batteriet var slut trots laddning.',
    ],
    endings: noHarm,
    action: 'Serviceavtalet kompletteras med kontroll varje månad.',
  },
  {
    category: 'communication',
    what: 'Informationen nådde inte fram.',
    details: [
      'Mejlet gick till en gammal lista.',
      'Utskrivningen meddelades inte.',
      'Mötet ställdes in utan besked.',
      'Blanketten fanns bara på svenska.',
    ],
    endings: noHarm,
    action: 'En funktionsbrevlåda ersätter de personliga listorna.',
  },
  {
    category: 'hygieneInfection',
    what: 'Hygienrutinen följdes inte fullt ut.',
    details: [
      'Handspriten var slut vid entrén.',
      'Arbetskläder saknades.',
      'Förkläden användes inte vid omvårdnad.',
      'Ytan desinfekterades inte mellan två moment.',
    ],
    endings: noHarm,
    action: 'Hygienombudet går en rond varje vecka.',
  },
  {
    category: 'staffing',
    what: 'Bemanningen räckte inte.',
    details: [
      'Vikarien fick förhinder.',
      'Tre pass stod tomma samma helg.',
      'Introduktionen hann inte göras.',
      'Ingen med delegering fanns på plats.',
    ],
    endings: noHarm,
    action: 'Gemensam resurspool för helgerna prövas i tre månader.',
  },
  {
    category: 'legalSecurity',
    what: 'Handläggningen tog längre tid än den får.',
    details: [
      'Underlaget kom in sent.',
      'Handläggaren byttes.',
      'Beslutet behövde göras om.',
      'Kompletteringen blev liggande.',
    ],
    endings: noHarm,
    action: 'Veckolista med ärenden som närmar sig tidsgränsen.',
  },
];
