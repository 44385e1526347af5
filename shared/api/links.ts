import type { KindName } from '../records/index.ts';

/** The page of a record inside the tab, after `/tab/#`. Also what a Teams deep link carries as `subPageId`. */
export function routeOfRecord(kind: KindName, id: string): string {
  if (kind === 'governingDocument') return `/styrdokument/${id}`;
  if (kind === 'process') return `/processer/${id}`;
  if (kind === 'selfCheckOccurrence') return `${routes.selfChecks}/${id}`;
  if (kind === 'selfCheckDefinition') return `${routes.selfCheckDefinitions}/${id}`;
  return kind === 'commitment' || kind === 'goal' ? `/ataganden/${id}` : `/arenden/${kind}/${id}`;
}

export const routes = {
  myPart: '/',
  commitments: '/ataganden',
  cases: '/arenden',
  processes: '/processer',
  selfChecks: '/egenkontroller',
  selfCheckDefinitions: '/egenkontroller/definitioner',
  documents: '/styrdokument',
  newDocument: '/styrdokument/nytt',
  report: '/rapportera',
  reminders: '/paminnelser',
  sync: '/synkronisering',
  reportMisconduct: '/rapportera/lex-sarah',
} as const;
