/** What benchmarks ask of a service that runs in a process of its own, over HTTP. */
import { demoStaff } from '../../bot/demo/demo-staff.ts';
import { unitId } from '../../bot/demo/organisation-scripts.ts';
import type { SyncAnswer } from '../../shared/api/sync-contract.ts';
import { definitionOf } from '../../shared/records/index.ts';

/** What a person sends to hand in a deviation. */
export function reportOf(personId: string, id: string, place = unitId('ekliden')) {
  const fields = { whatHappened: 'Fall i korridoren, ingen skada.', category: 'fall' };
  return {
    path: '/api/v1/records/deviation',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer local:${personId}` },
    body: JSON.stringify({ id, unitId: place, fields }),
  };
}

/** The reference that a report got. @throws when it was not accepted */
export function referenceOf(isOk: boolean, answer: unknown): string {
  const { ref } = answer as { readonly ref?: string };
  if (!isOk || ref === undefined) throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
  return ref;
}

/** Sends a deviation; resolves with the reference that it got. @throws when it was not accepted */
export async function sendReport(origin: string, personId: string, id: string): Promise<string> {
  const { path, ...request } = reportOf(personId, id);
  const answer = await fetch(origin + path, request);
  return referenceOf(answer.ok, await answer.json());
}

export async function syncState(origin: string): Promise<SyncAnswer> {
  const admin = demoStaff.find(({ roles }) => roles.some(({ role }) => role === 'admin'));
  const answer = await fetch(`${origin}/api/v1/sync`, {
    headers: { authorization: `Bearer local:${admin?.id ?? ''}` },
  });
  return (await answer.json()) as SyncAnswer;
}

/** Until SharePoint has everything. @throws when ten minutes are not enough */
export async function drained(origin: string): Promise<void> {
  const until = Date.now() + 600_000;
  while ((await syncState(origin)).waiting > 0) {
    if (Date.now() > until) throw new Error('The queue did not drain');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface ItemPage {
  readonly value: readonly { readonly fields: { readonly ClientKey?: string } }[];
  readonly '@odata.nextLink'?: string;
}

/** The key of every deviation in the list, as often as it stands there. `graph`: the address before `/v1.0`. */
export async function keysInSharePoint(graph: string): Promise<readonly string[]> {
  const headers = { authorization: 'Bearer app' };
  const list = encodeURIComponent(definitionOf('deviation').list.displayName);
  const site = `${graph}/v1.0/sites/local.sharepoint.com:/sites/demo:`;
  const keys: string[] = [];
  let link: string | undefined = `${site}/lists/${list}/items?$expand=fields($select=ClientKey)&$top=5000`;
  while (link !== undefined) {
    const answer = await fetch(link, { headers });
    if (!answer.ok) throw new Error(`The list cannot be read: ${String(answer.status)}`);
    const page = (await answer.json()) as ItemPage;
    keys.push(...page.value.flatMap(({ fields }) => fields.ClientKey ?? []));
    link = page['@odata.nextLink'];
  }
  return keys;
}
