/** The same answers as an ordinary app gets them: from the list itself, by its indexed columns, in the largest pages. */
import type { Client } from '@microsoft/microsoft-graph-client';
import type { ListAddress } from '../../../bot/graph/graph-port.ts';

interface Page {
  readonly value: readonly { readonly fields: Readonly<Record<string, unknown>> }[];
  readonly '@odata.nextLink'?: string;
}

type Ask = (client: Client, list: ListAddress, unitId: string) => Promise<number>;

const itemsOf = ({ siteId, listId }: ListAddress): string => `/sites/${siteId}/lists/${listId}/items`;

async function allPages(client: Client, path: string): Promise<Page['value']> {
  const items: Page['value'][number][] = [];
  for (let link: string | undefined = path; link !== undefined;) {
    const page = (await client.api(link).get()) as Page;
    items.push(...page.value);
    link = page['@odata.nextLink'];
  }
  return items;
}

const query = (parts: Readonly<Record<string, string>>): string => `?${new URLSearchParams(parts).toString()}`;

export const plainQuestions = {
  /** All of the unit's cases, counted by the app. */
  overview: async (client, list, unitId) => {
    const parts = { $filter: `fields/UnitId eq '${unitId}'`, $expand: 'fields($select=Status)', $top: '5000' };
    const items = await allPages(client, itemsOf(list) + query(parts));
    const counts = new Map<unknown, number>();
    for (const { fields } of items) counts.set(fields['Status'], (counts.get(fields['Status']) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  },
  /** Sorted by the app: Graph sorts by no column of a filtered list without an index on both. */
  list: async (client, list, unitId) => {
    const $filter = `fields/UnitId eq '${unitId}' and fields/Status eq 'reported'`;
    const parts = { $filter, $expand: 'fields', $top: '50' };
    const items = await allPages(client, itemsOf(list) + query(parts));
    return items.toSorted((a, b) => String(b.fields['ReportedAt']).localeCompare(String(a.fields['ReportedAt'])))
      .length;
  },
  /** Graph cannot look inside a text: the app reads all of the unit's cases. */
  search: async (client, list, unitId) => {
    const parts = {
      $filter: `fields/UnitId eq '${unitId}'`,
      $expand: 'fields($select=Title,WhatHappened)',
      $top: '5000',
    };
    const items = await allPages(client, itemsOf(list) + query(parts));
    return items.filter(({ fields }) => String(fields['WhatHappened']).includes('matsalen')).length;
  },
  rollUp: async (client, list) => {
    const items = await allPages(client, itemsOf(list) + query({ $expand: 'fields($select=UnitId)', $top: '5000' }));
    return new Set(items.map(({ fields }) => fields['UnitId'])).size;
  },
} as const satisfies Readonly<Record<string, Ask>>;
