import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RecordConflict, RecordConflicts, SyncAnswer } from '../../../../shared/api/sync-contract.ts';
import { Refused, me, renderTab } from '../render-tab.tsx';

const fine: SyncAnswer = {
  waiting: 0,
  late: false,
  pullLate: false,
  lists: [{ kind: 'deviation', lastPullAt: '2026-11-25T08:00:00.000Z' }],
  rebuild: { left: 0, lists: 1, doneAt: '2026-11-24T08:00:00.000Z' },
  counts: { unsendable: 0, conflicts: 0, setAside: 0 },
  unsendable: [],
  conflicts: [],
  setAside: [],
};
const record = { kind: 'deviation', id: 'd1', ref: 'AVV-2026-0001', unitId: 'ekliden' } as const;
const admin = { ...me, roles: [{ role: 'admin' }] };

test('with nothing wrong the page says so, and the list of lists is a table', async () => {
  renderTab('/synkronisering', { 'GET sync': fine, 'GET me': admin });

  expect(await screen.findByText('Allt fungerar.')).toBeTruthy();
  expect(screen.getByText('Inget väntar.')).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Listor och när de senast hämtades' });
  expect(within(table).getByRole('row', { name: /Avvikelser/ })).toBeTruthy();
  expect(within(table).queryByRole('row', { name: /Ritningar av processer/ })).toBeNull();
});

test('the library with the drawings is in the table, and a pull that is late or failed is told', async () => {
  renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      pullLate: true,
      library: { lastPullAt: '2026-11-25T08:00:00.000Z', problem: 'status 503' },
    } satisfies SyncAnswer,
  });

  const table = await screen.findByRole('table', { name: 'Listor och när de senast hämtades' });
  expect(within(table).getByRole('row', { name: /Ritningar av processer.*25 nov.*status 503/ })).toBeTruthy();
  expect(screen.getByText(/inte hämtats från SharePoint på mer än en kvart/)).toBeTruthy();
  expect(screen.queryByText('Allt fungerar.')).toBeNull();
});

test('what is late, cannot be sent, differs or was set aside is told by name and reason', async () => {
  renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      waiting: 2,
      late: true,
      counts: { unsendable: 1, conflicts: 1, setAside: 1 },
      unsendable: [{ ...record, revision: 2, reason: '413 requestTooLarge', modifiedAt: '2026-11-25T08:00:00.000Z' }],
      conflicts: [{ ...record, conflictId: 'c1', group: 'causeText', foundAt: '2026-11-25T08:00:00.000Z' }],
      setAside: [
        {
          setAsideId: 's1',
          kind: 'deviation',
          record,
          reason: 'stepNotPossible',
          foundAt: '2026-11-25T08:00:00.000Z',
          content: { Learned: 'Allt är bra' },
        },
      ],
    } satisfies SyncAnswer,
  });

  expect(await screen.findByText(/väntat i mer än en kvart/)).toBeTruthy();
  expect(screen.getByText(/2 ändringar/)).toBeTruthy();
  expect(screen.getByText(/413 requestTooLarge/)).toBeTruthy();
  expect(screen.getByText(/Statusen går inte att nå därifrån/)).toBeTruthy();
  expect(screen.getByText(/Allt är bra/)).toBeTruthy();
  expect(screen.getAllByRole('link', { name: 'Avvikelse AVV-2026-0001' })).toHaveLength(3);
});

test('a retry goes to the service, and a refusal is shown', async () => {
  const { calls } = renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      counts: { ...fine.counts, unsendable: 1 },
      unsendable: [{ ...record, revision: 2, reason: '403 accessDenied', modifiedAt: '2026-11-25T08:00:00.000Z' }],
    },
    'POST sync/unsendable/deviation/d1/retry': new Refused(503, { code: 'unavailable', text: 'Försök igen strax.' }),
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Försök igen' }));

  expect(await screen.findByText('Försök igen strax.')).toBeTruthy();
  expect(calls.some(({ method, path }) => method === 'POST' && path.endsWith('/retry'))).toBe(true);
});

test('S-R3 a rebuild is asked for after a question, told while it runs, and is for administrators', async () => {
  const { calls } = renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': { ...fine, rebuild: { left: 0, lists: 17 } } satisfies SyncAnswer,
    'POST sync/rebuild': { left: 17, lists: 17 },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Läs om allt' }));
  const dialog = await screen.findByRole('dialog');
  const question = within(dialog).queryByText('Vill du läsa om allt från SharePoint?');
  const askedBefore = calls.some(({ method }) => method === 'POST');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Läs om allt' }));

  expect(await screen.findByText('Allt är läst på nytt.')).toBeTruthy();
  expect(question).not.toBeNull();
  expect(askedBefore).toBe(false);
  expect(calls.some(({ method, path }) => method === 'POST' && path.endsWith('sync/rebuild'))).toBe(true);
});

test('S-R3 while a rebuild runs the page says how much is left, and it cannot be asked for again', async () => {
  renderTab('/synkronisering', { 'GET me': admin, 'GET sync': { ...fine, rebuild: { left: 3, lists: 17 } } });

  expect(await screen.findByText(/3 av 17 listor är kvar/)).toBeTruthy();
  const button = screen.getByRole('button', { name: 'Läser om …' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

test('S-I9 what was set aside is settled with a reason and the values that are right', async () => {
  const { calls } = renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      counts: { ...fine.counts, setAside: 1 },
      setAside: [
        {
          setAsideId: 's1',
          kind: 'deviation',
          record,
          reason: 'stepNotPossible',
          foundAt: '2026-11-25T08:00:00.000Z',
          content: { Place: 'Köket', Learned: 'Allt är bra' },
          values: { place: 'Köket', learned: 'Allt är bra' },
          baseRevision: 3,
        },
      ],
    } satisfies SyncAnswer,
    'POST sync/set-aside/s1/settle': {},
  });

  expect(await screen.findByRole('button', { name: 'Spara problemen som fil' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Klar med det här' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(await within(dialog).findByRole('checkbox', { name: /Köket/ }));
  await userEvent.click(await within(dialog).findByRole('textbox', { name: /Varför är det klart/ }));
  await userEvent.paste('Platsen stämmer.');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Klar' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ path }) => path.endsWith('/settle'))?.body).toEqual({
    reason: 'Platsen stämmer.',
    take: ['place'],
    baseRevision: 3,
  });
});

test('S-F9 a drawing that was set aside tells who changed it, and can be kept as a file', async () => {
  const { calls } = renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      counts: { ...fine.counts, setAside: 1 },
      setAside: [
        {
          ...{ setAsideId: 's1', kind: 'process', record: { kind: 'process', id: 'p1' }, hasFile: true },
          ...{ reason: 'drawingUnsent', foundAt: '2026-11-25T08:00:00.000Z', content: { editor: 'Karin Ek' } },
        },
      ],
    } satisfies SyncAnswer,
    'GET sync/set-aside/s1/file': { name: 'Utreda (SharePoint).bpmn', text: '<ritning/>' },
  });
  let address: string | undefined;
  Object.assign(URL, { createObjectURL: () => (address = '#ritning'), revokeObjectURL: () => undefined });

  expect(await screen.findByText(/ändrades medan den sparades här · Ändrat av Karin Ek/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Hämta filen' }));

  await waitFor(() => expect(address).toBe('#ritning'));
  expect(calls.some(({ path }) => path === 'sync/set-aside/s1/file')).toBe(true);
});

test('somebody without the right is told, and finds no link to the page', async () => {
  renderTab('/synkronisering', {
    'GET sync': new Refused(403, { code: 'notAllowed', text: 'Du får inte se det här.' }),
  });

  expect(await screen.findByText('Du får inte se det här.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Synkronisering' })).toBeNull();
});

const ofStatus = {
  ...{ conflictId: 'c1', ours: { assessmentNote: 'Halt golv' }, now: {}, status: 'assessed' },
  step: { to: 'assessed', label: { sv: 'Bedöm', en: 'Assess' }, needsReason: false, fields: ['assessmentNote'] },
  ...{ isDeleted: false, choices: ['step', 'values', 'sharePoint'], baseRevision: 4 },
  foundAt: '2026-11-25T08:00:00.000Z',
} satisfies RecordConflict;

test('S-C2, S-C3 a conflict of a status is decided in a dialog, here with our step and a reason', async () => {
  const { calls } = renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      counts: { ...fine.counts, conflicts: 1 },
      conflicts: [{ ...record, conflictId: 'c1', group: 'status', foundAt: '2026-11-25T08:00:00.000Z' }],
    } satisfies SyncAnswer,
    'GET records/deviation/d1/conflicts': [ofStatus] satisfies RecordConflicts,
    'POST records/deviation/d1/conflicts/c1/settle': new Refused(422, {
      ...{ code: 'invalidFields', text: 'Något fattas.' },
      problems: [{ field: 'reason', problem: 'required', text: 'Skriv ett skäl.' }],
    }),
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Välj vad som gäller' }));
  const dialog = await screen.findByRole('dialog', { name: 'Statusen ändrades på två håll' });
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Spara valet' }));
  const asked = within(dialog).queryByText('Välj vad som ska gälla.');
  const sentTooEarly = calls.some(({ method }) => method === 'POST');
  await userEvent.click(await within(dialog).findByRole('radio', { name: /Ta steget ”Bedöm” nu/ }));
  await userEvent.type(await within(dialog).findByRole('textbox', { name: 'Skäl' }), 'Gjort på mötet');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Spara valet' }));

  expect(await within(dialog).findByText('Skriv ett skäl.')).toBeTruthy();
  expect([asked === null, sentTooEarly]).toEqual([false, false]);
  expect(within(dialog).getByText('Halt golv')).toBeTruthy();
  expect(calls.find(({ path }) => path.endsWith('/settle'))?.body).toEqual({
    ...{ choice: 'step', baseRevision: 4, reason: 'Gjort på mötet' },
  });
});

test('S-C1 who may not decide is told who does', async () => {
  renderTab('/synkronisering', {
    'GET me': admin,
    'GET sync': {
      ...fine,
      counts: { ...fine.counts, conflicts: 1 },
      conflicts: [{ ...record, conflictId: 'c1', group: '*', foundAt: '2026-11-25T08:00:00.000Z' }],
    } satisfies SyncAnswer,
    'GET records/deviation/d1/conflicts': new Refused(404, { code: 'notFound', text: 'Finns inte.' }),
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Välj vad som gäller' }));

  expect(await screen.findByText(/avgör den som får ändra ärendet/)).toBeTruthy();
});
