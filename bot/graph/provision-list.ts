import { AppError } from '../../shared/errors.ts';
import type {
  ColumnDefinition,
  ColumnFacet,
  ColumnPatch,
  ExistingColumn,
  GraphSites,
  ListAddress,
  SiteOutcome,
} from './graph-port.ts';

export interface WantedList {
  readonly displayName: string;
  readonly columns: readonly ColumnDefinition[];
}

/** What was done, one Swedish line each; nothing when the list was as it should be. */
export type Actions = string[];

/**
 * Creates the list, or brings it up to its definition: missing columns, indexes and choices. Never removes anything.
 *
 * @throws AppError startRefused with reason `provisioningRefused`, `provisioningUnavailable`, `columnOtherName` or
 *   `columnOtherType`, and with the list (and column) in question
 */
export async function provisionList(
  sites: GraphSites,
  siteId: string,
  wanted: WantedList,
  actions: Actions,
): Promise<ListAddress> {
  const { displayName } = wanted;
  const list = { siteId, listId: await findOrCreate(sites, siteId, wanted, actions) };
  const existing = new Map<string, ExistingColumn>();
  for (const column of must(await sites.columns(list), displayName)) existing.set(column.name.toLowerCase(), column);
  for (const column of wanted.columns) {
    const found = existing.get(column.name.toLowerCase());
    if (found === undefined) await addColumn(sites, list, displayName, column, actions);
    else await upgradeColumn(sites, list, displayName, column, found, actions);
  }
  return list;
}

async function findOrCreate(
  sites: GraphSites,
  siteId: string,
  { displayName, columns }: WantedList,
  actions: Actions,
): Promise<string> {
  const found = await sites.findList(siteId, displayName);
  if (found.kind !== 'notFound') return must(found, displayName).id;
  const created = await sites.createList(siteId, displayName, columns);
  if (created.kind === 'ok') {
    actions.push(`Skapade listan ${displayName} med ${String(columns.length)} kolumner`);
    return created.value.id;
  }
  // Somebody else made it at the same moment, or our answer was lost after it was made.
  if (created.kind === 'exists' || created.kind === 'unavailable') {
    return must(await sites.findList(siteId, displayName), displayName).id;
  }
  return must<{ readonly id: string }>(created, displayName).id;
}

async function addColumn(
  sites: GraphSites,
  list: ListAddress,
  displayName: string,
  column: ColumnDefinition,
  actions: Actions,
): Promise<void> {
  const created = await sites.createColumn(list, column);
  if (created.kind === 'exists' || created.kind === 'unavailable') {
    const columns = must(await sites.columns(list), displayName);
    const found = columns.find((candidate) => candidate.name.toLowerCase() === column.name.toLowerCase());
    if (found !== undefined) return upgradeColumn(sites, list, displayName, column, found, actions);
  }
  const made = must(created, displayName);
  // SharePoint gives another internal name when a built-in has it already (`graph.md` 1.3).
  if (made.name !== column.name) {
    throw new AppError('startRefused', {
      reason: 'columnOtherName',
      list: displayName,
      column: column.name,
      name: made.name,
    });
  }
  actions.push(`Lade till kolumnen ${column.displayName} (${column.name}) i ${displayName}`);
}

async function upgradeColumn(
  sites: GraphSites,
  list: ListAddress,
  displayName: string,
  column: ColumnDefinition,
  found: ExistingColumn,
  actions: Actions,
): Promise<void> {
  // No facet in the answer means unknown, not different (`graph.md` 1.3).
  if (found.facet !== undefined && found.facet !== facetName(column.facet)) {
    throw new AppError('startRefused', { reason: 'columnOtherType', list: displayName, column: column.name });
  }
  const change = changeOf(column, found);
  if (change === undefined) return;
  must(await sites.changeColumn(list, found.id, change), displayName);
  actions.push(
    `Ändrade kolumnen ${column.displayName} (${column.name}) i ${displayName}: ${Object.keys(change).join(', ')}`,
  );
}

function changeOf(column: ColumnDefinition, found: ExistingColumn): ColumnPatch | undefined {
  const wantedChoices = 'choice' in column.facet ? column.facet.choice.choices : [];
  const known = found.choices ?? [];
  const missing = found.facet === undefined ? [] : wantedChoices.filter((choice) => !known.includes(choice));
  const change: ColumnPatch = {
    ...(column.indexed === true && !found.indexed ? { indexed: true as const } : {}),
    ...(column.enforceUniqueValues === true && !found.enforceUniqueValues
      ? { indexed: true as const, enforceUniqueValues: true as const }
      : {}),
    // Choices that people added stay: items may hold them.
    ...(missing.length > 0 ? { choice: { choices: [...known, ...missing] } } : {}),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

function facetName(facet: ColumnFacet): ExistingColumn['facet'] {
  if ('text' in facet) return facet.text.allowMultipleLines === true ? 'note' : 'text';
  if ('choice' in facet) return facet.choice.displayAs === 'checkBoxes' ? 'choices' : 'choice';
  return Object.keys(facet)[0] as ExistingColumn['facet'];
}

/** @throws AppError startRefused unless the outcome is ok */
export function must<Value>(outcome: SiteOutcome<Value>, what: string): Value {
  switch (outcome.kind) {
    case 'ok':
      return outcome.value;
    case 'unavailable':
      throw new AppError('startRefused', { reason: 'provisioningUnavailable', what, status: outcome.status });
    case 'refused':
      throw new AppError('startRefused', {
        reason: outcome.status === 401 || outcome.status === 403 ? 'provisioningNotAllowed' : 'provisioningRefused',
        what,
        status: outcome.status,
        code: outcome.code,
      });
    default:
      throw new AppError('startRefused', { reason: 'provisioningNotFound', what });
  }
}
