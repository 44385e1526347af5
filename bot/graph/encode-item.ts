import type { RecordRow } from '../records/record-store.ts';
import type {
  AnyFieldValue,
  FieldDefinition,
  Interval,
  Person,
  RecordKindDefinition,
} from '../../shared/records/record-kind.ts';
import { canonicalText } from './canonical.ts';
import { columnName, common } from './columns.ts';
import type { ColumnValue } from './graph-port.ts';

/** The longest single line that SharePoint takes (`graph.md` 1.5). */
const lineLimit = 255;

/** Every column of a record, empty ones as null, so that a change also empties. */
export function encodeItem(definition: RecordKindDefinition, row: RecordRow): Record<string, ColumnValue> {
  const columns: Record<string, ColumnValue> = {
    [common.title]: toLine(row.title),
    [common.clientKey]: row.id,
    ...(definition.refPrefix === undefined ? {} : { [common.ref]: row.ref ?? null }),
    [common.unitId]: row.unitId ?? null,
    [common.status]: row.status,
    [common.createdById]: toLine(row.createdBy.id),
    [common.createdByName]: toLine(row.createdBy.name),
    [common.createdAt]: row.createdAt,
    [common.modifiedById]: toLine(row.modifiedBy.id),
    [common.modifiedByName]: toLine(row.modifiedBy.name),
    [common.modifiedAt]: row.modifiedAt,
    [common.statusChangedAt]: row.stateChangedAt,
    [common.revision]: row.revision,
    [common.comments]: toJson(row.comments),
    [common.history]: toJson(row.history),
  };
  for (const [name, field] of Object.entries(definition.fields)) {
    Object.assign(columns, encodeField(columnName(name), field, row.fields[name]));
  }
  return columns;
}

function encodeField(
  name: string,
  field: FieldDefinition,
  value: AnyFieldValue | undefined,
): Record<string, ColumnValue> {
  switch (field.type) {
    case 'interval': {
      const interval = value as Interval | undefined;
      return {
        [`${name}From`]: interval?.from ?? null,
        [`${name}To`]: interval?.to ?? null,
        [`${name}Precision`]: interval?.precision ?? null,
      };
    }
    case 'person': {
      const person = value as Person | undefined;
      return { [`${name}Id`]: toLine(person?.id ?? ''), [`${name}Name`]: toLine(person?.name ?? '') };
    }
    case 'choices':
      return { [name]: (value as readonly string[] | undefined) ?? [] };
    case 'persons':
    case 'references':
    case 'words':
    case 'rows':
      return { [name]: toJson((value as readonly unknown[] | undefined) ?? []) };
    case 'number':
    case 'boolean':
      return { [name]: (value as number | boolean | undefined) ?? null };
    default:
      return { [name]: canonicalText((value as string | undefined) ?? '') ?? null };
  }
}

const toLine = (text: string): string | null => canonicalText(text)?.replaceAll('\n', ' ').slice(0, lineLimit) ?? null;

const toJson = (list: readonly unknown[]): string | null => (list.length === 0 ? null : JSON.stringify(list));
