import type { IntakeReadAnswer } from '../../../shared/api/contract.ts';
import type { FormValues } from '../../components/record-form/form-values.ts';

export const reportKinds = ['deviation', 'feedback'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a person has written so far. The id becomes the record's, so that sending twice stores one. */
export interface ReportState {
  readonly id: string;
  readonly kind: ReportKind;
  readonly unitId: string;
  readonly values: FormValues;
}

/** The field that holds the person's own words, and the fields of the form in order. */
export const reportForms = {
  deviation: {
    words: 'whatHappened',
    names: [
      'whatHappened',
      'occurredAt',
      'place',
      'category',
      'reporterSeverity',
      'concerns',
      'immediateAction',
      'consequenceText',
      'processId',
      'activityId',
      'caseReference',
    ],
  },
  feedback: {
    words: 'text',
    names: ['feedbackKind', 'text', 'topic', 'occurredAt', 'channel', 'giver', 'wantsReply', 'contactHandledIn'],
  },
} as const satisfies Readonly<Record<ReportKind, { words: string; names: readonly string[] }>>;

export function emptyReport(id: string, unitId: string): ReportState {
  return { id, kind: 'deviation', unitId, values: {} };
}

const feedbackKinds = ['complaint', 'viewpoint', 'praise', 'suggestion'] as const;

/** The form as a sentence fills it (`design.md` 4, what becomes of it). What the sentence does not say is left as it was. */
export function reportFromReading(state: ReportState, reading: IntakeReadAnswer): ReportState {
  const feedbackKind = feedbackKinds.find((kind) => kind === reading.kind);
  const kind: ReportKind = feedbackKind === undefined ? 'deviation' : 'feedback';
  const subject = kind === 'feedback' ? 'topic' : 'category';
  return {
    ...state,
    kind,
    unitId: reading.unit ?? state.unitId,
    values: {
      ...state.values,
      [reportForms[kind].words]: reading.maskedText,
      ...(feedbackKind === undefined ? {} : { feedbackKind }),
      ...(reading.when === undefined ? {} : { whenText: reading.when }),
      ...(reading.occurredAt === undefined ? {} : { occurredAt: reading.occurredAt }),
      ...(reading.category === undefined ? {} : { [subject]: reading.category }),
      ...(reading.severity === undefined || kind === 'feedback' ? {} : { reporterSeverity: reading.severity }),
    },
  };
}

/** The same report as another kind: what both kinds have goes along, the words first. */
export function asKind(state: ReportState, kind: ReportKind): ReportState {
  if (kind === state.kind) return state;
  const words = state.values[reportForms[state.kind].words];
  return { ...state, kind, values: { ...state.values, [reportForms[kind].words]: words } };
}

/** The fields to send: only those of the kind chosen last, and the words about time that the reading found. */
export function fieldsOfReport(state: ReportState): FormValues {
  const names: readonly string[] = [...reportForms[state.kind].names, 'whenText'];
  return Object.fromEntries(Object.entries(state.values).filter(([name]) => names.includes(name)));
}

/** A stored draft, read with care: it may come from an older version of the form. */
export function parseReportDraft(body: Readonly<Record<string, unknown>>, id: string): ReportState | undefined {
  const kind = reportKinds.find((one) => one === body['kind']);
  const { unitId, values } = body;
  if (kind === undefined || typeof values !== 'object' || values === null) return undefined;
  return { id, kind, unitId: typeof unitId === 'string' ? unitId : '', values: { ...values } };
}
