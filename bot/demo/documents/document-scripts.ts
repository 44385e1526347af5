import { demoId } from '../demo-id.ts';
import { personOf } from '../demo-staff.ts';
import { unitId } from '../organisation-scripts.ts';
import type { RecordScript, ScriptedAct } from '../record-script.ts';
import { swedishDay, swedishInstant } from '../swedish-time.ts';
import { demoDocuments } from './demo-documents.ts';
import type { DemoDocument } from './demo-document.ts';

export function documentId(key: string): string {
  return demoId('document', key);
}

/** The governing documents, keyed in one after the other half a year ago, each a script of its own. */
export function documentScripts(now: Date): readonly RecordScript[] {
  return demoDocuments.map((one, index) => scriptOf(one, index, now));
}

function scriptOf(one: DemoDocument, index: number, now: Date): RecordScript {
  const at = (daysAgo: number, minute: number): Date =>
    new Date(swedishInstant(now, daysAgo, '10:00').getTime() + (index * 5 + minute) * 60_000);
  const by = { staff: one.by };
  const day = (fromNow: number): string => swedishDay(new Date(now.getTime() + fromNow * 86_400_000));
  const days = Object.entries({
    decisionDate: one.decided,
    validFrom: one.validFrom,
    validTo: one.validTo,
    reviewDate: one.review,
  }).flatMap(([field, fromNow]) => (fromNow === undefined ? [] : [[field, day(fromNow)] as const]));
  const fields = {
    ...one.fields,
    ...Object.fromEntries(days),
    documentOwner: personOf(one.owner),
    location: `https://intranat.sjovik-talludden.example/styrdokument/${one.key}`,
    ...(one.concerns !== undefined && { concernsUnits: one.concerns.map(unitId) }),
    ...(one.implementation !== undefined && {
      implementation: one.implementation.map(([unit, progress, note]) => ({
        id: unitId(unit),
        unit: unitId(unit),
        progress,
        markedOn: day(-40),
        ...(note !== undefined && { note }),
      })),
    }),
  };
  // What units have said of themselves comes with the document, and only the app may write it so.
  const creator = one.implementation === undefined ? by : 'system';
  const create: ScriptedAct = {
    kind: 'create',
    at: at(180, 0),
    by: creator,
    input: { ...(one.unit !== undefined && { unitId: unitId(one.unit) }), fields },
  };
  return { kind: 'governingDocument', id: documentId(one.key), acts: [create, ...stepsOf(one, at)] };
}

function stepsOf(one: DemoDocument, at: (daysAgo: number, minute: number) => Date): readonly ScriptedAct[] {
  if (one.reaches === 'draft') return [];
  const steps: ScriptedAct[] = [{ kind: 'step', at: at(178, 1), by: { staff: one.by }, to: 'inReview' }];
  if (one.reaches === 'inReview') return steps;
  steps.push({ kind: 'step', at: at(170, 2), by: { staff: 'larsErik' }, to: 'published' });
  if (one.reaches === 'needsReview') {
    steps.push({
      kind: 'step',
      at: at(25, 3),
      by: { staff: one.by },
      to: 'needsReview',
      ...(one.reason !== undefined && { reason: one.reason }),
    });
  }
  return steps;
}

/** The documents that commitments of the demo follow, by the key of the commitment. */
export const documentsOfCommitments: Readonly<Record<string, readonly string[]>> = {
  c1: ['laroplan'],
  c2: ['laroplan'],
  c3: ['utflykt', 'barnsakerhet'],
  c4: ['laroplan', 'kvalitetsprogram'],
  c5: ['genomforandeplan', 'kvalitetsprogram'],
  c6: ['fall', 'avvikelser'],
  c7: ['lakemedel', 'delegering'],
  c8: ['genomforandeplan'],
  c12: ['skyddsbedomning'],
  c13: ['skyddsbedomning'],
  c15: ['bistand'],
  c17: ['synpunkter'],
  c19: ['upphandlingspolicy'],
  c20: ['vikarier'],
};
