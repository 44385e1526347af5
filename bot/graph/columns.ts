import { intervalPrecisions } from '../../shared/records/record-kind.ts';
import type { FieldDefinition, RecordKindDefinition } from '../../shared/records/record-kind.ts';
import type { ColumnDefinition, ColumnFacet } from './graph-port.ts';

/** Most indexes that a list may have (`graph.md` 1.3). */
export const indexLimit = 20;

/** Columns that every list of records has beside those of its fields. `Title` is SharePoint's own. */
export const common = {
  title: 'Title',
  clientKey: 'ClientKey',
  ref: 'Ref',
  unitId: 'UnitId',
  status: 'Status',
  createdById: 'CreatedById',
  createdByName: 'CreatedByName',
  createdAt: 'ReportedAt',
  modifiedById: 'ModifiedById',
  modifiedByName: 'ModifiedByName',
  modifiedAt: 'ModifiedAt',
  statusChangedAt: 'StatusChangedAt',
  revision: 'Revision',
  comments: 'Comments',
  history: 'History',
} as const;

/**
 * Names that a field may not take: the common columns above, and built-ins of a generic list, for which SharePoint
 * would answer with another name (`Author` → `Author0`, `graph.md` 1.3).
 */
const taken = new Set(
  [
    ...Object.values(common),
    ...['Id', 'Author', 'Editor', 'Created', 'Modified', 'ContentType', 'Order', 'Version', 'Attachments', 'Edit'],
    ...['Guid', 'LinkTitle', 'DocIcon', 'InstanceId', 'UniqueId', 'ScopeId', 'ProgId', 'MetaInfo', 'Combine'],
    ...[
      'ServerUrl',
      'BaseName',
      'Restricted',
      'NoExecute',
      'AccessPolicy',
      'AppAuthor',
      'AppEditor',
      'Name',
      'Language',
    ],
  ].map((name) => name.toLowerCase()),
);

/** The column, or the first part of the names of the columns, of a field: PascalCase, ASCII, never a built-in's name. */
export function columnName(field: string): string {
  const name = field.charAt(0).toUpperCase() + field.slice(1);
  return taken.has(name.toLowerCase()) ? `${name}Field` : name;
}

const line: ColumnFacet = { text: {} };
/** Plain, since SharePoint rewrites rich text (`graph.md` 1.5). Also holds JSON. */
const note: ColumnFacet = { text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6 } };
const moment: ColumnFacet = { dateTime: { format: 'dateTime', displayAs: 'standard' } };
const menu = (choices: readonly string[]): ColumnFacet => ({ choice: { choices, displayAs: 'dropDownMenu' } });

/** The columns of a kind's list, in the order in which they are made. Display names are Swedish and unique in a list. */
export function columnsOf(definition: RecordKindDefinition): readonly ColumnDefinition[] {
  const fields = Object.entries(definition.fields).flatMap(([name, field]) => columnsOfField(name, field));
  return withUniqueDisplayNames([...commonColumns(definition), ...fields]);
}

function commonColumns(definition: RecordKindDefinition): readonly ColumnDefinition[] {
  const unique = { indexed: true, enforceUniqueValues: true } as const;
  const refColumn = { name: common.ref, displayName: 'Referens', ...unique, facet: line };
  return [
    { name: common.clientKey, displayName: 'Nyckel', ...unique, facet: line },
    ...(definition.refPrefix === undefined ? [] : [refColumn]),
    { name: common.unitId, displayName: 'Enhetens nyckel', indexed: true, facet: line },
    { name: common.status, displayName: 'Status', indexed: true, facet: menu(Object.keys(definition.states)) },
    { name: common.createdById, displayName: 'Skapad av (id)', indexed: true, facet: line },
    { name: common.createdByName, displayName: 'Skapad av (namn)', facet: line },
    { name: common.createdAt, displayName: 'Registrerad', indexed: true, facet: moment },
    { name: common.modifiedById, displayName: 'Ändrad av (id)', facet: line },
    { name: common.modifiedByName, displayName: 'Ändrad av (namn)', facet: line },
    { name: common.modifiedAt, displayName: 'Senast ändrad', facet: moment },
    { name: common.statusChangedAt, displayName: 'Status sedan', facet: moment },
    { name: common.revision, displayName: 'Revision', facet: { number: { decimalPlaces: 'none' } } },
    { name: common.comments, displayName: 'Kommentarer', facet: note },
    { name: common.history, displayName: 'Historik', facet: note },
  ];
}

function columnsOfField(fieldName: string, field: FieldDefinition): readonly ColumnDefinition[] {
  const name = columnName(fieldName);
  const displayName = field.label.sv;
  const parts = partsOf(field);
  if (parts !== undefined) {
    return parts.map((part) => ({
      name: name + part.suffix,
      displayName: `${displayName} (${part.sv})`,
      facet: part.facet,
    }));
  }
  const facet = facetOf(field);
  return [
    { name, displayName, facet, ...(field.indexed === true && isIndexable(facet) ? { indexed: true as const } : {}) },
  ];
}

/** Fields that take several columns. */
function partsOf(field: FieldDefinition) {
  if (field.type === 'interval') {
    return [
      { suffix: 'From', sv: 'från', facet: moment },
      { suffix: 'To', sv: 'till', facet: moment },
      { suffix: 'Precision', sv: 'noggrannhet', facet: menu(intervalPrecisions) },
    ];
  }
  if (field.type === 'person') {
    // Text, not a person column: its LookupId is a row of the site's hidden list of users (`graph.md` 1.5).
    return [
      { suffix: 'Id', sv: 'id', facet: line },
      { suffix: 'Name', sv: 'namn', facet: line },
    ];
  }
  return undefined;
}

function facetOf(field: FieldDefinition): ColumnFacet {
  switch (field.type) {
    case 'choice':
      return menu(Object.keys(field.choices));
    case 'choices':
      return { choice: { choices: Object.keys(field.choices), displayAs: 'checkBoxes' } };
    case 'number':
      return { number: { decimalPlaces: field.whole === true ? 'none' : 'automatic' } };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return moment;
    case 'text':
    case 'date':
    case 'reference':
      return line;
    default:
      return note;
  }
}

function isIndexable(facet: ColumnFacet): boolean {
  if ('text' in facet) return facet.text.allowMultipleLines !== true;
  return !('choice' in facet) || facet.choice.displayAs === 'dropDownMenu';
}

function withUniqueDisplayNames(columns: readonly ColumnDefinition[]): readonly ColumnDefinition[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const displayName = seen.has(column.displayName.toLowerCase())
      ? `${column.displayName} (${column.name})`
      : column.displayName;
    seen.add(displayName.toLowerCase());
    return displayName === column.displayName ? column : { ...column, displayName };
  });
}
