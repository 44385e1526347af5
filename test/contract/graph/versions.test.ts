import { expect, test } from '@jest/globals';
import { openGraph } from './graph-fixture.ts';

async function openItem() {
  const fixture = openGraph();
  const list = await fixture.newList('Liste', [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
  await fixture.newItem(list, { Title: 'Ett', Key: 'a' });
  fixture.clock.now = new Date('2026-03-03T08:00:00Z');
  await fixture.call(
    'PATCH',
    `${list}/items/1/fields`,
    { Title: 'Två', Key: 'b' },
    { authorization: 'Bearer user:Kim' },
  );
  await fixture.call('PATCH', `${list}/items/1/fields`, { Title: 'Tre' });
  return { ...fixture, item: `${list}/items/1`, list };
}

test('versions come newest first, with who and when, and with fields when expanded', async () => {
  const { call, item } = await openItem();

  const plain = await call('GET', `${item}/versions`);
  const expanded = await call('GET', `${item}/versions?$expand=fields`);

  expect(plain.body.value.map((version) => version.id)).toEqual(['3.0', '2.0', '1.0']);
  expect(plain.body.value[0]).not.toHaveProperty('fields');
  expect(plain.body.value[1]).toMatchObject({
    lastModifiedDateTime: '2026-03-03T08:00:00Z',
    lastModifiedBy: { user: { displayName: 'Kim' } },
  });
  expect(plain.body.value[2]?.lastModifiedDateTime).toBe('2026-03-02T08:00:00Z');
  const titles = expanded.body.value.map((version) => version.fields.Title);
  expect(titles).toEqual(['Tre', 'Två', 'Ett']);
  expect(expanded.body.value[2]?.fields).toMatchObject({ Key: 'a', _UIVersionString: '1.0' });
});

test('one version and its fields are read on their own', async () => {
  const { call, item } = await openItem();

  const version = await call('GET', `${item}/versions/2.0?$expand=fields($select=Title)`);
  const fields = await call('GET', `${item}/versions/1.0/fields`);
  const unknown = await call('GET', `${item}/versions/9.0`);

  expect(version.body).toMatchObject({ id: '2.0', fields: { Title: 'Två' } });
  expect(fields.body.Title).toBe('Ett');
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'itemNotFound']);
});

test('restoring a version makes a new one with the old values, found by the old key', async () => {
  const { call, item, list } = await openItem();

  const restored = await call('POST', `${item}/versions/1.0/restoreVersion`);
  const read = await call('GET', `${item}?$expand=fields`);
  const found = await call('GET', `${list}/items?$filter=fields/Key eq 'a'`);

  expect(restored.status).toBe(204);
  expect(read.body.fields).toMatchObject({ Title: 'Ett', Key: 'a', _UIVersionString: '4.0' });
  expect(found.body.value).toHaveLength(1);
});

test('a version whose unique value has been taken since cannot come back', async () => {
  const { call, item, list, newItem } = await openItem();
  await newItem(list, { Key: 'a' });

  const restored = await call('POST', `${item}/versions/1.0/restoreVersion`);
  const read = await call('GET', `${item}?$expand=fields`);

  expect(restored.status).toBe(400);
  expect(read.body.fields.Key).toBe('b');
});

test('the newest 500 versions are kept', async () => {
  const { call, item } = await openItem();
  for (let index = 0; index < 500; index += 1) await call('PATCH', `${item}/fields`, { Title: String(index) });

  const { body } = await call('GET', `${item}/versions`);

  expect(body.value).toHaveLength(500);
  expect([body.value[0]?.id, body.value.at(-1)?.id]).toEqual(['503.0', '4.0']);
});
