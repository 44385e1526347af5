import type { Language, RecordAnswer, View } from '../api/contract.ts';
import { definitionOf } from '../records/index.ts';
import type { KindName } from '../records/index.ts';
import type { AnyFields, AnyFieldValue } from '../records/record-kind.ts';
import { roleAssignment } from '../records/role-assignment.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { occurredMonth } from './deadlines.ts';
import { permissionViews } from './permission-data.ts';
import type { Actor } from './permissions.ts';
import { allowedSteps, mayComment, mayEdit } from './states.ts';
import type { UnitTree } from './unit-tree.ts';

export type ShownRecord = Omit<StoredRecord, 'kind'> & { readonly kind: KindName };

export interface Reader {
  readonly actor: Actor;
  readonly units: UnitTree;
  readonly language: Language;
}

const nothingAllowed = { edit: false, comment: false, steps: [] } as const;

/**
 * The record as one reader sees it, with exactly the fields of the view (`permission-data.ts`). `reportedAt` is
 * `createdAt`. Where the contract demands a value that the view hides, it is coarse or empty: `status` of an existence
 * is '', times of an anonymised record are the first day of its month.
 */
export function answerFor(record: ShownRecord, view: Exclude<View, 'statistics'>, reader: Reader): RecordAnswer {
  const shared = {
    id: record.id,
    kind: record.kind,
    view,
    ...(record.ref !== undefined && { ref: record.ref }),
    ...(record.unitId !== undefined && { unitId: record.unitId }),
    revision: record.revision,
    inSharePoint: record.pushedRevision >= record.revision,
    reportedByMe: record.createdBy.id === reader.actor.personId,
  };
  switch (view) {
    case 'full':
      return {
        ...shared,
        status: record.status,
        title: record.title,
        fields: record.fields,
        comments: record.comments,
        createdBy: record.createdBy,
        createdAt: record.createdAt,
        modifiedBy: record.modifiedBy,
        modifiedAt: record.modifiedAt,
        stateChangedAt: record.stateChangedAt,
        allowed: {
          edit: mayEdit(reader.actor, record, reader.units),
          comment: mayComment(reader.actor, record, reader.units),
          steps: allowedSteps(reader.actor, record, reader.units),
        },
      };
    case 'status':
      return {
        ...shared,
        status: record.status,
        title: kindLabel(record.kind, reader.language),
        fields: pick(record.fields, ['messageToReporter']),
        createdAt: record.createdAt,
        stateChangedAt: record.stateChangedAt,
        allowed: nothingAllowed,
      };
    case 'existence':
      return {
        ...shared,
        status: '',
        title: kindLabel(record.kind, reader.language),
        fields: { handledBy: handledBy(record.kind, reader.language) },
        createdAt: record.createdAt,
        stateChangedAt: record.createdAt,
        allowed: nothingAllowed,
      };
    case 'anonymised':
      return anonymised(record, shared, reader.language);
  }
}

function anonymised(
  record: ShownRecord,
  shared: Pick<RecordAnswer, 'id' | 'kind' | 'view' | 'revision' | 'inSharePoint' | 'reportedByMe'>,
  language: Language,
): RecordAnswer {
  const occurred = record.fields['occurredAt'] as { readonly from?: string } | undefined;
  const month = occurredMonth(occurred?.from, record.createdAt);
  const firstOfMonth = `${month}-01T00:00:00.000Z`;
  return {
    ...shared,
    status: record.status,
    title: topicLabel(record, language),
    fields: { ...pick(record.fields, permissionViews.anonymised), occurredMonth: month },
    createdAt: firstOfMonth,
    stateChangedAt: firstOfMonth,
    allowed: nothingAllowed,
  };
}

function pick(fields: AnyFields, names: readonly string[]): AnyFields {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

function kindLabel(kind: KindName, language: Language): string {
  return definitionOf(kind).label[language];
}

/** What an anonymised record may be called: its category or topic, which are in the view; else its kind. */
function topicLabel(record: ShownRecord, language: Language): string {
  for (const name of ['category', 'topic']) {
    const field = definitionOf(record.kind).fields[name];
    const value: AnyFieldValue | undefined = record.fields[name];
    if (field?.type === 'choice' && typeof value === 'string') return field.choices[value]?.[language] ?? value;
  }
  return kindLabel(record.kind, language);
}

/** Who handles a restricted case, by role only: which investigator is nobody's business. */
function handledBy(kind: KindName, language: Language): string {
  const roles = roleAssignment.fields.role.choices;
  return (kind === 'misconductCase' ? roles.misconductInvestigator : roles.medicalOfficer)[language];
}
