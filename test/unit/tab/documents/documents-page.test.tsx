import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refused, aRecord, me, renderTab } from '../render-tab.tsx';

const fields = {
  ...{ documentType: 'routine', level: 'unit', name: 'Rutin vid fall', area: 'Patientsäkerhet' },
  ...{ what: 'Så gör vi', reviewDate: '2020-01-01', location: 'https://example.com/fall' },
  implementation: [{ id: 'ekliden', unit: 'ekliden', progress: 'implemented', markedOn: '2026-10-01' }],
};
const document = aRecord({
  ...{ id: 'g1', kind: 'governingDocument', title: 'Rutin vid fall', status: 'published', fields },
});
const register = { documents: [{ record: document, links: 2 }] };

test('the register tells type, validity, a late review in words, and how far our own unit has come', async () => {
  renderTab('/styrdokument', { 'GET governing-documents': register });

  const row = await screen.findByRole('row', { name: /Rutin vid fall/ });

  for (const text of ['Rutin', 'Patientsäkerhet', 'Gäller nu', 'Översyn försenad', 'Infört', '2'])
    expect(within(row).getAllByText(text).length).toBeGreaterThan(0);
});

test('an empty register says so, and a search without hits offers to clear it', async () => {
  renderTab('/styrdokument', { 'GET governing-documents': { documents: [] } });
  expect(await screen.findByText('Här finns inga styrdokument än.')).toBeTruthy();
});

test('a search without hits says what to do', async () => {
  renderTab('/styrdokument', { 'GET governing-documents': register });
  await userEvent.type(await screen.findByRole('searchbox'), 'rymdfärd');

  expect(await screen.findByText(/Inget styrdokument passar filtret/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Rensa filter' }));
  expect(await screen.findByRole('row', { name: /Rutin vid fall/ })).toBeTruthy();
});

test('who may not read gets the reason', async () => {
  renderTab('/styrdokument', {
    'GET governing-documents': new Refused(403, { code: 'notAllowed', text: 'Du har inte behörighet.' }),
  });

  expect(await screen.findByText('Du har inte behörighet.')).toBeTruthy();
});

test('only who may write is offered a new document; the others get the reason at its address', async () => {
  renderTab('/styrdokument/nytt', {});

  expect(await screen.findByText(/Du kan läsa styrdokument men inte skriva nya/)).toBeTruthy();
});

test('a new document is stored as a draft, and its problems stand beside the fields', async () => {
  const { calls } = renderTab('/styrdokument/nytt', {
    'GET me': { ...me, mayCreate: ['governingDocument'] },
    'GET persons': [],
    'POST records/governingDocument': new Refused(422, {
      code: 'invalidFields',
      problems: [{ field: 'documentType', problem: 'required', text: 'Fyll i det här.' }],
    }),
  });
  await userEvent.type(await screen.findByRole('textbox', { name: /^Namn/ }), 'Rutin för nycklar');
  await userEvent.click(screen.getByRole('button', { name: 'Spara utkast' }));

  expect(await screen.findByText('Fyll i det här.')).toBeTruthy();
  expect(calls.findLast(({ method }) => method === 'POST')?.body).toMatchObject({
    unitId: 'ekliden',
    fields: { name: 'Rutin för nycklar', level: 'unit' },
  });
});

test('a document shows its fields, what uses it, and takes a unit’s own word', async () => {
  const { calls } = renderTab('/styrdokument/g1', {
    'GET records/governingDocument/g1': document,
    'GET records/governingDocument/g1/history': [],
    'GET governing-documents': register,
    'GET governing-documents/g1/links': [
      { kind: 'commitment', id: 'c1', title: 'Vi förebygger fall', status: 'adopted' },
      { kind: 'processActivity', id: 'a1', title: 'Bedöm', status: 'published', processId: 'p1' },
    ],
    'GET records/process': { rows: [aRecord({ id: 'p1', kind: 'process', title: 'Vid fall' })], total: 1, offset: 0 },
    'PUT governing-documents/g1/implementation': document,
  });

  expect(await screen.findByRole('heading', { level: 1, name: 'Rutin vid fall' })).toBeTruthy();
  expect(screen.getByText(/skulle ha setts över senast/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Öppna dokumentet' }).getAttribute('href')).toBe('https://example.com/fall');
  const used = await screen.findByRole('link', { name: 'Bedöm (i Vid fall)' });
  expect(used.getAttribute('href')).toBe('#/processer/p1');
  expect(screen.getByRole('link', { name: 'Vi förebygger fall' }).getAttribute('href')).toBe('#/ataganden/c1');

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Läge' }), 'followedUp');
  await userEvent.click(screen.getByRole('button', { name: 'Spara läget' }));
  expect(await screen.findByText('Läget är sparat.')).toBeTruthy();
  expect(calls.findLast(({ method }) => method === 'PUT')?.body).toEqual({ unitId: 'ekliden', progress: 'followedUp' });
});
