import type { RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import type { HistoryEntry } from '../../../shared/records/stored-record.ts';
import type { ListItem } from '../../graph/graph-port.ts';
import type { RecordContent } from '../../records/record-store.ts';
import { changedFields } from '../merge/merge.ts';

interface Circumstances {
  readonly item: ListItem;
  readonly now: string;
  readonly newId: () => string;
}

/** What a person changed in SharePoint, as an entry of the record's history; undefined when nothing of ours changed. */
export function outsideEntry(
  definition: RecordKindDefinition,
  { item, now, newId }: Circumstances,
  before: RecordContent,
  after: RecordContent,
  revision: number,
): HistoryEntry | undefined {
  const changes = [...changedFields(definition, before.fields, after.fields)].map((field) => {
    const [from, to] = [before.fields[field], after.fields[field]];
    return { field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
  const isStep = before.status !== after.status;
  if (changes.length === 0 && !isStep && before.unitId === after.unitId) return undefined;
  const by = { id: item.lastModifiedBy?.id ?? 'sharePoint', name: item.lastModifiedBy?.name ?? 'SharePoint' };
  const action = isStep ? 'stepTaken' : 'changed';
  const step = isStep ? { fromStatus: before.status, toStatus: after.status } : {};
  return { id: newId(), at: item.lastModifiedAt ?? now, by, via: 'sharePoint', action, changes, ...step, revision };
}
