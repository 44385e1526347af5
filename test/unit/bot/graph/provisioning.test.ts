import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createGraphSites } from '../../../../bot/graph/graph-sites.ts';
import type { GraphSites } from '../../../../bot/graph/graph-port.ts';
import { describeProvisioningProblem } from '../../../../bot/graph/provisioning-problems.ts';
import { provisionBoard } from '../../../../bot/graph/provisioning.ts';
import { createLocalGraph } from '../../../../bot/local-graph/local-graph.ts';
import type { LocalGraph } from '../../../../bot/local-graph/local-graph.ts';
import { kindNames } from '../../../../shared/records/index.ts';

const siteUrl = 'https://stad.sharepoint.com/sites/kvalitet';
const restrictedSiteUrl = 'https://stad.sharepoint.com/sites/skyddad';
const boardOptions = { boardId: 'b', boardName: 'Nämnden', siteUrl, restrictedSiteUrl };

let local: LocalGraph;
beforeEach(() => {
  const sites = ['kvalitet', 'skyddad'].map((name) => ({
    hostname: 'stad.sharepoint.com',
    path: `/sites/${name}`,
    displayName: name,
  }));
  local = createLocalGraph({ now: () => new Date(), newId: randomUUID, sites, sleep: () => Promise.resolve() });
});
afterEach(() => {
  local.close();
});

function sitesAs(token = 'app'): GraphSites {
  const retry = { sleep: () => Promise.resolve() };
  return createGraphSites({ fetch: (request) => local.handle(request), token: () => Promise.resolve(token), retry });
}

async function problemOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => describeProvisioningProblem(error),
  );
}

test('every kind gets its list on the right site, and a second time nothing is left to do', async () => {
  const first = await provisionBoard({ ...boardOptions, sites: sitesAs() });
  const second = await provisionBoard({ ...boardOptions, sites: sitesAs() });

  expect(Object.keys(first.lists)).toEqual([...kindNames]);
  expect(first.actions).toHaveLength(kindNames.length + 2);
  expect(first.lists.misconductCase.siteId).toBe(first.restrictedSiteId);
  expect(first.lists.deviation.siteId).toBe(first.siteId);
  expect(second).toEqual({ ...first, actions: [] });
});

test('an older list gets the columns, indexes and choices that it lacks, and keeps what people added', async () => {
  const sites = sitesAs();
  const site = await sites.findSite(siteUrl);
  const siteId = site.kind === 'ok' ? site.value.id : '';
  await sites.createList(siteId, 'Avvikelser', [
    { name: 'ClientKey', displayName: 'Nyckel', facet: { text: {} } },
    {
      name: 'Status',
      displayName: 'Status',
      facet: { choice: { choices: ['reported', 'parkerad'], displayAs: 'dropDownMenu' } },
    },
    { name: 'Extra', displayName: 'Eget', facet: { text: {} } },
  ]);

  const { lists, actions } = await provisionBoard({ ...boardOptions, sites });

  const columns = await sites.columns(lists.deviation);
  const byName = new Map(columns.kind === 'ok' ? columns.value.map((column) => [column.name, column]) : []);
  expect(byName.get('ClientKey')).toMatchObject({ indexed: true, enforceUniqueValues: true });
  expect(byName.get('Status')?.choices).toEqual(expect.arrayContaining(['reported', 'parkerad', 'closed']));
  expect(byName.get('WhatHappened')).toMatchObject({ facet: 'note', displayName: 'Vad hände?' });
  expect(byName.has('Extra')).toBe(true);
  expect(actions).toContain('Ändrade kolumnen Nyckel (ClientKey) i Avvikelser: indexed, enforceUniqueValues');
});

test('lost answers and throttling while lists are made leave no list twice', async () => {
  local.plan.set({ seed: 5, rates: { cutAfterCommit: 0.1, throttled: 0.1, serverError: 0.1 } });
  let result;
  for (let attempt = 0; result === undefined && attempt < 50; attempt += 1) {
    result = await provisionBoard({ ...boardOptions, sites: sitesAs() }).catch(() => undefined);
  }
  local.plan.clear();

  const again = await provisionBoard({ ...boardOptions, sites: sitesAs() });

  expect(again.actions).toEqual([]);
  expect(again.lists).toEqual(result?.lists);
});

test.each([
  ['an address that is none', { siteUrl: 'kvalitet' }, 'app', '"kvalitet" är ingen adress'],
  ['the same site twice', { restrictedSiteUrl: siteUrl }, 'app', 'Båda adresserna leder till samma webbplats'],
  ['a site that does not exist', { siteUrl: `${siteUrl}x` }, 'app', 'finns inte, eller så har appen inte'],
  ['an app that may write items but not make lists', {}, 'local.write', 'Appen får inte ändra'],
])('%s is told in one sentence', async (_, given, token, sentence) => {
  const problem = await problemOf(provisionBoard({ ...boardOptions, ...given, sites: sitesAs(token) }));

  expect(problem).toContain(sentence);
});

test('a column of another type, or one that SharePoint renames, is refused with its name', async () => {
  const sites = sitesAs();
  const site = await sites.findSite(siteUrl);
  const siteId = site.kind === 'ok' ? site.value.id : '';
  await sites.createList(siteId, 'Mål', [{ name: 'Code', displayName: 'Kod', facet: { boolean: {} } }]);

  const problem = await problemOf(provisionBoard({ ...boardOptions, sites }));

  expect(problem).toBe('Kolumnen Code i listan Mål finns redan men är av annat slag. Byt namn på eller ta bort den.');
});

test('people who may write to a site, and rights that cannot be read, are pointed out', async () => {
  const sites = sitesAs();
  const grants = [
    { roles: ['write'], grantedTo: 'people' as const, name: 'Enhetschefer' },
    { roles: ['read'], grantedTo: 'people' as const, name: 'Alla' },
    { roles: ['manage'], grantedTo: 'application' as const, name: 'Kvalitetsnavet' },
  ];
  const telling: GraphSites = {
    ...sites,
    permissions: (siteId) =>
      Promise.resolve(
        siteId === board.siteId
          ? { kind: 'ok', value: grants }
          : { kind: 'refused', status: 403, code: '', message: '' },
      ),
  };
  const board = await provisionBoard({ ...boardOptions, sites });

  const { warnings } = await provisionBoard({ ...boardOptions, sites: telling });

  expect(warnings).toEqual([
    `Enhetschefer får skriva på ${siteUrl}. Ge högst läsbehörighet där.`,
    `Det gick inte att läsa vem som får skriva på ${restrictedSiteUrl}. Kontrollera att personer har högst läsbehörighet där.`,
  ]);
});
