import type { KindName } from '../../../shared/records/index.ts';
import type { Interval } from '../../../shared/records/record-kind.ts';
import type { CreateInput } from '../../records/records-service.ts';
import type { IntakeKind, OpenDraft } from '../drafts.ts';

/** What the six fields of the card hold, checked. */
export interface IntakeFields {
  readonly kind: IntakeKind;
  readonly unit: string;
  readonly when?: string;
  readonly occurredAt?: Interval;
  readonly category?: string;
  readonly severity?: number;
  readonly text: string;
}

export function recordKindOf(kind: IntakeKind): KindName {
  return kind === 'deviation' ? 'deviation' : 'feedback';
}

/** What becomes of the card's fields (`design.md` 4, last row). */
export function createInput(id: string, fields: IntakeFields): CreateInput {
  return { id, unitId: fields.unit, fields: recordFields(fields) };
}

function recordFields(fields: Omit<IntakeFields, 'unit'>): Readonly<Record<string, unknown>> {
  const when = {
    ...(fields.when === undefined ? {} : { whenText: fields.when }),
    ...(fields.occurredAt === undefined ? {} : { occurredAt: fields.occurredAt }),
  };
  return fields.kind === 'deviation'
    ? {
        whatHappened: fields.text,
        ...when,
        ...(fields.category === undefined ? {} : { category: fields.category }),
        ...(fields.severity === undefined ? {} : { reporterSeverity: fields.severity }),
      }
    : {
        feedbackKind: fields.kind,
        text: fields.text,
        ...when,
        ...(fields.category === undefined ? {} : { topic: fields.category }),
      };
}

/** The draft as the tab's report form takes it over. `id` is that of the record to be, so that both surfaces save one. */
export function formBody(id: string, draft: OpenDraft): Readonly<Record<string, unknown>> {
  const { kind = 'deviation', text, when, occurredAt, category, severity, unit } = draft;
  return {
    id,
    kind: recordKindOf(kind),
    ...(unit === undefined ? {} : { unitId: unit }),
    values: recordFields({
      kind,
      text,
      ...(when === undefined ? {} : { when }),
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ...(category === undefined ? {} : { category }),
      ...(severity === undefined ? {} : { severity }),
    }),
  };
}
