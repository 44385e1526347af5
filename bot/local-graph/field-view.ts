/** An item's `fields` as a client reads them (`graph.md` 1.5, read column): unset columns are absent. */
import { builtInNames } from './built-in-columns.ts';
import type { Column } from './column-store.ts';
import type { Database } from './database.ts';
import { invalidRequest, unknownField } from './errors.ts';
import type { ItemContent } from './field-values.ts';
import type { IdentityStore } from './identities.ts';
import { isJsonObject, textOf, type JsonObject, type JsonValue } from './json.ts';
import { findListById, type List } from './list-store.ts';

/** One state of an item: as it is, or one of its versions. */
export interface ItemState {
  readonly id: number;
  readonly etag: string;
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: number;
  readonly modifiedBy: number;
  readonly content: ItemContent;
}

export interface FieldViewContext {
  readonly database: Database;
  readonly identities: IdentityStore;
  readonly list: List;
  readonly columns: readonly Column[];
  /** The site's hidden list of people, whose rows person columns refer to. */
  readonly userList: () => List;
}

/** SharePoint joins at most this many lookup-valued columns in one query (`graph.md` 1.4). */
const maximumLookups = 12;

type Reader = (state: ItemState) => JsonValue | undefined;
export type FieldView = (state: ItemState) => JsonObject;

/**
 * Compiles what `$expand=fields($select=…)` asks for into a function over items.
 * @throws GraphFailure 400 for an unknown name, one that begins with `_x`, or more than 12 lookup columns
 */
export function createFieldView(context: FieldViewContext, select: readonly string[] | undefined): FieldView {
  const system = systemReaders(context);
  const readers: [name: string, reader: Reader][] =
    select === undefined
      ? [...visibleReaders(context), ...Object.entries(system)]
      : select.filter((name) => !name.startsWith('@')).map((name) => [name, readerFor(context, system, name)]);
  const lookups = context.columns.filter(
    (column) => isLookup(column) && !builtInNames.has(column.name) && readers.some(([name]) => isOf(column, name)),
  );
  if (lookups.length > maximumLookups) {
    throw invalidRequest(
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
    );
  }
  return (state) => {
    const fields: Record<string, JsonValue> = { '@odata.etag': state.etag };
    for (const [name, reader] of readers) {
      const value = reader(state);
      if (value !== undefined) fields[name] = value;
    }
    return fields;
  };
}

const isOf = (column: Column, name: string): boolean => name === column.name || name === `${column.name}LookupId`;

const isLookup = (column: Column): boolean => ['person', 'persons', 'lookup', 'lookups'].includes(column.kind);

/** Without `$select`: what is not hidden; of a single lookup only its id. */
function visibleReaders(context: FieldViewContext): [string, Reader][] {
  return context.columns
    .filter((column) => !builtInNames.has(column.name) || column.name === 'Title')
    .filter((column) => !column.definition.hidden)
    .map((column) =>
      column.kind === 'person' || column.kind === 'lookup'
        ? [`${column.name}LookupId`, lookupIdReader(column)]
        : [column.name, valueReader(context, column)],
    );
}

function readerFor(context: FieldViewContext, system: Readonly<Record<string, Reader>>, name: string): Reader {
  const own = Object.hasOwn(system, name) ? system[name] : undefined;
  if (own !== undefined) return own;
  const column = context.columns.find((one) => one.name === name);
  if (column !== undefined && !name.startsWith('_')) return valueReader(context, column);
  const lookup = context.columns.find((one) => isLookup(one) && `${one.name}LookupId` === name);
  if (lookup === undefined) throw unknownField(name);
  return lookupIdReader(lookup);
}

function lookupIdReader(column: Column): Reader {
  return ({ content }) => {
    const value = content[column.name];
    if (typeof value === 'number') return String(value);
    return Array.isArray(value) ? value.map(Number) : undefined;
  };
}

function valueReader(context: FieldViewContext, column: Column): Reader {
  if (!isLookup(column)) return ({ content }) => content[column.name];
  return ({ content }) => {
    const value = content[column.name];
    if (typeof value === 'number') return lookUp(context, column, value)['LookupValue'];
    return Array.isArray(value) ? value.map((id) => lookUp(context, column, Number(id))) : undefined;
  };
}

function lookUp(context: FieldViewContext, column: Column, id: number): JsonObject {
  const facet = column.definition['lookup'];
  const target = isJsonObject(facet)
    ? findListById(context.database, context.list.siteKey, textOf(facet['listId']))
    : context.userList();
  const row =
    target &&
    context.database.one<{ fields: string }>(
      'SELECT fields FROM item WHERE listKey = ? AND id = ? AND deletedAt IS NULL',
      target.key,
      id,
    );
  const content = row === undefined ? {} : (JSON.parse(row.fields) as ItemContent);
  const shown = isJsonObject(facet) ? content[textOf(facet['columnName'])] : content['Title'];
  return {
    LookupId: id,
    ...(shown === undefined ? {} : { LookupValue: typeof shown === 'object' ? JSON.stringify(shown) : String(shown) }),
    ...(content['EMail'] === undefined ? {} : { Email: content['EMail'] }),
  };
}

/** What every item has, whatever its columns. */
function systemReaders({ identities }: FieldViewContext): Record<string, Reader> {
  const user = (key: number): string => String(identities.read(key).userLookupId);
  const app = (key: number): string | undefined => identities.read(key).appLookupId?.toString();
  return {
    LinkTitle: ({ content }) => content['Title'],
    LinkTitleNoMenu: ({ content }) => content['Title'],
    id: ({ id }) => String(id),
    ContentType: () => 'Item',
    Modified: ({ modifiedAt }) => modifiedAt,
    Created: ({ createdAt }) => createdAt,
    AuthorLookupId: ({ createdBy }) => user(createdBy),
    EditorLookupId: ({ modifiedBy }) => user(modifiedBy),
    AppAuthorLookupId: ({ createdBy }) => app(createdBy),
    AppEditorLookupId: ({ modifiedBy }) => app(modifiedBy),
    _UIVersionString: ({ version }) => `${String(version)}.0`,
    Attachments: () => false,
    Edit: () => '',
    ItemChildCount: () => '0',
    FolderChildCount: () => '0',
    _ComplianceFlags: () => '',
    _ComplianceTag: () => '',
    _ComplianceTagWrittenTime: () => '',
    _ComplianceTagUserId: () => '',
  };
}
