/** A list item as a client sees it (`graph.md` 2.1). */
import { createFieldView, type FieldViewContext, type ItemState } from './field-view.ts';
import { contentOf, type ItemRow } from './item-store.ts';
import type { JsonObject } from './json.ts';
import { expansionOf, type Expansion } from './query-options.ts';
import { siteId, siteUrl, type Site } from './sites.ts';

/** With its inner quotes, which belong to the value. */
export const etagOf = (item: { readonly guid: string; readonly version: number }): string =>
  `"${item.guid},${String(item.version)}"`;

export function stateOf(item: ItemRow): ItemState {
  return { ...item, etag: etagOf(item), content: contentOf(item) };
}

export interface ItemViewOptions {
  readonly select?: readonly string[];
  readonly expand: readonly Expansion[];
}

export type ItemView = (item: ItemRow) => JsonObject;

/** Compiles `$select` and `$expand` into a function over items. Fields come only when they are expanded. */
export function createItemView(
  context: FieldViewContext & { readonly site: Site },
  options: ItemViewOptions,
): ItemView {
  const expansion = expansionOf({ expand: options.expand, raw: new Map() }, 'fields');
  const showFields = expansion === undefined ? undefined : createFieldView(context, expansion.select);
  const { site, list, identities } = context;
  const folder = `${siteUrl(site)}/Lists/${encodeURIComponent(list.name)}`;
  const parentReference = { id: list.id, siteId: siteId(site) };
  const contentType = { id: list.contentTypeId, name: 'Item' };
  const wanted = options.select === undefined ? undefined : new Set([...options.select, 'id']);
  return (item) => {
    const state = stateOf(item);
    const shown: JsonObject = {
      eTag: state.etag,
      createdDateTime: item.createdAt,
      id: String(item.id),
      lastModifiedDateTime: item.modifiedAt,
      webUrl: `${folder}/${String(item.id)}_.000`,
      createdBy: identities.read(item.createdBy).shown,
      lastModifiedBy: identities.read(item.modifiedBy).shown,
      parentReference,
      contentType,
    };
    const kept =
      wanted === undefined ? shown : Object.fromEntries(Object.entries(shown).filter(([name]) => wanted.has(name)));
    return {
      '@odata.etag': state.etag,
      ...kept,
      ...(showFields === undefined ? {} : { fields: showFields(state) }),
    };
  };
}

/** What delta says of a deleted item: no fields, no eTag (`graph.md` 3). */
export function showTombstone(site: Site, contentTypeId: string, item: ItemRow): JsonObject {
  return {
    id: String(item.id),
    parentReference: { siteId: siteId(site) },
    contentType: { id: contentTypeId, name: 'Item' },
    deleted: { state: 'deleted' },
  };
}
