/** Versions of an item: `/items/{id}/versions`, newest first, ids `3.0`, `2.0`, `1.0` (`graph.md` 2.1). */
import { itemNotFound } from './errors.ts';
import { noContent, ok, type GraphReply } from './exchange.ts';
import { createFieldView, type FieldView } from './field-view.ts';
import { contentOf, updateItem, versionsOf, type ItemRow, type VersionRow } from './item-store.ts';
import { etagOf } from './item-view.ts';
import { requireItem } from './items.ts';
import type { JsonObject } from './json.ts';
import { expansionOf } from './query-options.ts';
import { commit, listUrl, viewContext, writeContext, type ListScope } from './scope.ts';

export function listVersions(scope: ListScope, itemId: string): GraphReply {
  const item = requireItem(scope, itemId);
  const showFields = fieldView(scope);
  const versions = versionsOf(scope.services.database, item);
  return ok({
    '@odata.context': `${scope.request.base}/$metadata#sites('${scope.site.hostname}')/lists('${scope.list.id}')/items('${itemId}')/versions`,
    value: versions.map((version) => showVersion(scope, item, version, showFields)),
  });
}

export function getVersion(scope: ListScope, itemId: string, versionId: string): GraphReply {
  const { item, version } = requireVersion(scope, itemId, versionId);
  return ok(showVersion(scope, item, version, fieldView(scope)));
}

export function getVersionFields(scope: ListScope, itemId: string, versionId: string): GraphReply {
  const { item, version } = requireVersion(scope, itemId, versionId);
  const view = createFieldView(viewContext(scope), scope.request.query.select);
  return ok({
    '@odata.context': `${listUrl(scope)}/items/${itemId}/versions/${versionId}/fields`,
    ...view(stateAt(item, version)),
  });
}

/** Writes the old values as a new version. */
export function restoreVersion(scope: ListScope, itemId: string, versionId: string): GraphReply {
  commit(scope, () => {
    const { item, version } = requireVersion(scope, itemId, versionId);
    updateItem(writeContext(scope), item, contentOf(version));
  });
  return noContent;
}

function requireVersion(scope: ListScope, itemId: string, versionId: string): { item: ItemRow; version: VersionRow } {
  const item = requireItem(scope, itemId);
  const version = versionsOf(scope.services.database, item).find((one) => `${String(one.number)}.0` === versionId);
  if (version === undefined) throw itemNotFound();
  return { item, version };
}

function fieldView(scope: ListScope): FieldView | undefined {
  const expansion = expansionOf(scope.request.query, 'fields');
  return expansion === undefined ? undefined : createFieldView(viewContext(scope), expansion.select);
}

const stateAt = (item: ItemRow, version: VersionRow) => ({
  ...item,
  version: version.number,
  modifiedAt: version.modifiedAt,
  modifiedBy: version.modifiedBy,
  etag: etagOf({ guid: item.guid, version: version.number }),
  content: contentOf(version),
});

function showVersion(
  scope: ListScope,
  item: ItemRow,
  version: VersionRow,
  showFields: FieldView | undefined,
): JsonObject {
  return {
    id: `${String(version.number)}.0`,
    lastModifiedDateTime: version.modifiedAt,
    lastModifiedBy: scope.identities.read(version.modifiedBy).shown,
    published: { level: 'published', versionId: `${String(version.number)}.0` },
    ...(showFields === undefined ? {} : { fields: showFields(stateAt(item, version)) }),
  };
}
