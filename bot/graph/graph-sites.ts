import type { z } from 'zod';
import { columnAnswer, columnPageAnswer, idAnswer, listPageAnswer, permissionPageAnswer } from './graph-answers.ts';
import type { ColumnAnswer } from './graph-answers.ts';
import type {
  ColumnDefinition,
  ExistingColumn,
  GraphSites,
  ListAddress,
  SiteOutcome,
  SitePermission,
} from './graph-port.ts';
import { createGraphRequester } from './graph-request.ts';
import type { GraphConnection, GraphRequest, SendToGraph } from './graph-request.ts';
import { isTold, readFailure } from './read-outcome.ts';

/** Sites, lists and columns through Graph. Reads wait and are repeated when throttled. */
export function createGraphSites(connection: GraphConnection): GraphSites {
  const send = createGraphRequester({
    ...connection,
    retry: { retries: 4, waitWhenThrottled: true, ...connection.retry },
  });
  const columnsPath = (list: ListAddress) => `/sites/${list.siteId}/lists/${list.listId}/columns`;
  return {
    findSite: (url) => ask(send, { method: 'GET', path: sitePath(url) }, idAnswer),
    findList: async (siteId, displayName) => {
      const filter = encodeURIComponent(`displayName eq '${displayName.replaceAll("'", "''")}'`);
      const found = await ask(
        send,
        { method: 'GET', path: `/sites/${siteId}/lists?$filter=${filter}` },
        listPageAnswer,
      );
      if (found.kind !== 'ok') return found;
      const list = found.value.value.find((candidate) => candidate.displayName === displayName);
      return list === undefined ? { kind: 'notFound' } : { kind: 'ok', value: { id: list.id } };
    },
    createList: (siteId, displayName, columns) => {
      const body = { displayName, columns: columns.map(columnBody), list: { template: 'genericList' } };
      return ask(send, { method: 'POST', path: `/sites/${siteId}/lists`, body }, idAnswer);
    },
    createLibrary: (siteId, displayName) => {
      const body = { displayName, list: { template: 'documentLibrary' } };
      return ask(send, { method: 'POST', path: `/sites/${siteId}/lists`, body }, idAnswer);
    },
    // The answer to the creation of a library names no drive (`graph.md` 1.2).
    findDrive: ({ siteId, listId }) =>
      ask(send, { method: 'GET', path: `/sites/${siteId}/lists/${listId}/drive` }, idAnswer),
    columns: (list) => allColumns(send, columnsPath(list)),
    createColumn: async (list, column) =>
      mapOk(
        await ask(send, { method: 'POST', path: columnsPath(list), body: columnBody(column) }, columnAnswer),
        toColumn,
      ),
    changeColumn: async (list, columnId, change) =>
      mapOk(
        await ask(send, { method: 'PATCH', path: `${columnsPath(list)}/${columnId}`, body: change }, columnAnswer),
        toColumn,
      ),
    permissions: async (siteId) =>
      mapOk(
        await ask(send, { method: 'GET', path: `/sites/${siteId}/permissions` }, permissionPageAnswer),
        toPermissions,
      ),
  };
}

/** `https://host/sites/name` → `/sites/host:/sites/name`; a host alone is its root site (`graph.md` 1.1). */
function sitePath(url: string): string {
  const { hostname, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  return path === '' ? `/sites/${hostname}` : `/sites/${hostname}:${path}`;
}

/** What a request of this kind comes to. */
export async function ask<Shape extends z.ZodType>(
  send: SendToGraph,
  request: GraphRequest,
  shape: Shape,
): Promise<SiteOutcome<z.infer<Shape>>> {
  const answer = await send(request);
  if (answer.kind === 'noAnswer') return { kind: 'unavailable', status: 0 };
  if (answer.status >= 200 && answer.status < 300) {
    const parsed = shape.safeParse(answer.body);
    return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'unavailable', status: answer.status };
  }
  if (answer.status === 404) return { kind: 'notFound' };
  if (answer.status === 409) return { kind: 'exists' };
  const failure = readFailure(answer);
  if (failure.kind === 'refused') return failure;
  // A token that is not accepted does not become better by waiting here.
  if (answer.status === 401) return { kind: 'refused', status: 401, code: 'unauthenticated', message: '' };
  return { kind: 'unavailable', status: answer.status };
}

async function allColumns(send: SendToGraph, path: string): Promise<SiteOutcome<readonly ExistingColumn[]>> {
  const columns: ExistingColumn[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page: SiteOutcome<z.infer<typeof columnPageAnswer>> = await ask(
      send,
      { method: 'GET', path: next },
      columnPageAnswer,
    );
    if (page.kind !== 'ok') return page;
    columns.push(...page.value.value.map(toColumn));
    next = page.value['@odata.nextLink'];
  }
  return { kind: 'ok', value: columns };
}

function columnBody({ facet, ...column }: ColumnDefinition): Record<string, unknown> {
  return { ...column, ...facet };
}

function toColumn(answer: ColumnAnswer): ExistingColumn {
  return {
    id: answer.id,
    name: answer.name,
    displayName: answer.displayName ?? answer.name,
    indexed: answer.indexed ?? false,
    enforceUniqueValues: answer.enforceUniqueValues ?? false,
    facet: facetOf(answer),
    ...(answer.choice?.choices ? { choices: answer.choice.choices } : {}),
  };
}

function facetOf(answer: ColumnAnswer): ExistingColumn['facet'] {
  if (answer.text) return answer.text.allowMultipleLines === true ? 'note' : 'text';
  if (answer.choice) return answer.choice.displayAs === 'checkBoxes' ? 'choices' : 'choice';
  if (isTold(answer.number)) return 'number';
  if (isTold(answer.boolean)) return 'boolean';
  if (isTold(answer.dateTime)) return 'dateTime';
  const others = [answer.personOrGroup, answer.lookup, answer.calculated, answer.currency];
  return others.some(isTold) ? 'other' : undefined;
}

function toPermissions(page: z.infer<typeof permissionPageAnswer>): readonly SitePermission[] {
  return page.value.map((permission) => {
    const single = permission.grantedToV2 ?? permission.grantedTo;
    const grantees = permission.grantedToIdentitiesV2 ?? permission.grantedToIdentities ?? (single ? [single] : []);
    const app = grantees.find((grantee) => grantee.application)?.application;
    const person = grantees.map((grantee) => grantee.group ?? grantee.user).find(isTold);
    return {
      roles: permission.roles ?? [],
      grantedTo: app ? 'application' : 'people',
      name: app?.displayName ?? app?.id ?? person?.displayName ?? '',
    };
  });
}

function mapOk<From, To>(outcome: SiteOutcome<From>, map: (value: From) => To): SiteOutcome<To> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: map(outcome.value) } : outcome;
}
