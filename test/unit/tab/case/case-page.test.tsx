import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refused, aRecord, renderTab } from '../render-tab.tsx';

const page = '/arenden/deviation/d1';
const reject = {
  to: 'rejected',
  label: { sv: 'Inte en avvikelse', en: 'Not a deviation' },
  needsReason: true,
  fields: [],
};

test('a case shows its fields by their labels, and its history from what to what', async () => {
  renderTab(page, {
    'GET records/deviation/d1': aRecord({ fields: { whatHappened: 'Ett fall.', category: 'fall', severity: 2 } }),
    'GET records/deviation/d1/history': [
      {
        id: 'h2',
        at: '2026-11-21T09:00:00.000Z',
        by: { id: 'p1', name: 'Annika Berglund' },
        via: 'tab',
        action: 'changed',
        changes: [{ field: 'place', from: 'Köket', to: 'Matsalen' }],
      },
    ],
  });

  expect(await screen.findByRole('heading', { level: 1, name: 'AVV-2026-0001 · Fall' })).toBeTruthy();
  expect(screen.getByText('2 Måttlig: övergående')).toBeTruthy();
  expect((await screen.findByText(/Köket/)).parentElement?.textContent).toBe('Var: Köket blev Matsalen');
  expect(screen.getByText('Annika Berglund, 21 nov. 2026 10:00, i fliken')).toBeTruthy();
});

test('a step that needs a reason asks for it, tells what is missing, and then takes effect', async () => {
  const { calls } = renderTab(page, {
    'GET records/deviation/d1': aRecord({ allowed: { edit: false, comment: false, steps: [reject] } }),
    'GET records/deviation/d1/history': [],
    'POST records/deviation/d1/steps': (body: unknown) =>
      (body as { reason: string }).reason === ''
        ? new Refused(422, {
            code: 'invalidFields',
            problems: [{ field: 'reason', problem: 'required', text: 'Skriv ett skäl.' }],
          })
        : { ...aRecord({ status: 'rejected', revision: 2 }), masked: { personnummer: false, names: false } },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Inte en avvikelse' }));
  const dialog = await screen.findByRole('dialog');

  await userEvent.click(await within(dialog).findByRole('button', { name: 'Inte en avvikelse' }));
  expect(await within(dialog).findByText('Skriv ett skäl.')).toBeTruthy();
  await userEvent.type(await within(dialog).findByRole('textbox', { name: /Skäl/ }), 'Det var en övning.');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Inte en avvikelse' }));

  expect(await screen.findByText('Klart. Status är nu ”Ej avvikelse”.')).toBeTruthy();
  expect(calls.findLast((call) => call.method === 'POST')?.body).toEqual({
    to: 'rejected',
    baseRevision: 1,
    reason: 'Det var en övning.',
  });
});

test("somebody else's change is shown beside mine, and saved on top of theirs when I choose mine", async () => {
  const editable = aRecord({
    fields: { whatHappened: 'Ett fall.', place: 'Köket' },
    allowed: { edit: true, comment: false, steps: [] },
  });
  const theirs = {
    ...editable,
    revision: 5,
    fields: { ...editable.fields, place: 'Hallen' },
    modifiedBy: { id: 'p3', name: 'Karin Sandelin' },
    modifiedAt: '2026-11-21T09:00:00.000Z',
  };
  const { calls } = renderTab(page, {
    'GET records/deviation/d1': editable,
    'GET records/deviation/d1/history': [],
    'PATCH records/deviation/d1': (body: unknown) =>
      (body as { baseRevision: number }).baseRevision === 1
        ? new Refused(409, { code: 'changedBySomebodyElse', current: theirs })
        : { ...theirs, revision: 6, masked: { personnummer: false, names: false } },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Ändra uppgifter' }));
  const place = screen.getByRole('textbox', { name: 'Var' });
  await userEvent.clear(place);
  await userEvent.type(place, 'Matsalen');

  await userEvent.click(screen.getByRole('button', { name: 'Spara' }));
  expect(await screen.findByText(/Karin Sandelin sparade 21 nov. 2026 10:00/)).toBeTruthy();
  expect(screen.getByText('Matsalen')).toBeTruthy();
  expect(screen.getByText('Hallen')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Spara det jag valt' }));

  expect(await screen.findByText('Sparat.')).toBeTruthy();
  expect(calls.findLast((call) => call.method === 'PATCH')?.body).toEqual({
    baseRevision: 5,
    fields: { place: 'Matsalen' },
  });
});

test('a colleague sees an anonymised case and why', async () => {
  const { calls } = renderTab(page, {
    'GET records/deviation/d1': aRecord({
      view: 'anonymised',
      fields: { category: 'fall', occurredMonth: '2026-11' },
      createdAt: '2026-11-01T00:00:00.000Z',
    }),
  });

  expect(await screen.findByText(/Det som kan peka ut någon visas inte/)).toBeTruthy();
  expect(screen.getByText('november 2026', { selector: 'dd' })).toBeTruthy();
  expect(calls.some((call) => call.path.endsWith('history'))).toBe(false);
});

test('the reporter reads what became of it', async () => {
  renderTab(page, {
    'GET records/deviation/d1': aRecord({ reportedByMe: true, fields: { messageToReporter: 'Mattan är borta.' } }),
    'GET records/deviation/d1/history': [],
  });

  const outcome = await screen.findByRole('region', { name: 'Vad blev det av det?' });

  expect(within(outcome).getByText('Mattan är borta.')).toBeTruthy();
});

test('a case that I may not see, and a kind that does not exist, are told alike', async () => {
  renderTab('/arenden/spelling/d1', {});
  expect(await screen.findByText(/finns inte, eller så har du inte behörighet/)).toBeTruthy();
});
