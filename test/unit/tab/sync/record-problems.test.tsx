import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RecordConflicts, RecordSetAside } from '../../../../shared/api/sync-contract.ts';
import { Refused, aRecord, renderTab } from '../render-tab.tsx';

const record = { kind: 'deviation', id: 'd1', ref: 'AVV-2026-0001', unitId: 'ekliden' } as const;

test('an open conflict is settled on the page of its record with what the person chose', async () => {
  const deviation = aRecord({
    allowed: { edit: true, comment: false, steps: [] },
    fields: { causeText: 'Blött golv.' },
  });
  const { calls } = renderTab('/arenden/deviation/d1', {
    'GET records/deviation/d1': deviation,
    'GET records/deviation/d1/history': [],
    'GET records/deviation/d1/conflicts': [
      {
        ...{ conflictId: 'c1', ours: { causeText: 'Hala skor.' }, now: { causeText: 'Blött golv.' } },
        ...{ isDeleted: false, choices: ['values', 'sharePoint'], baseRevision: 1 },
        foundAt: '2026-11-25T08:00:00.000Z',
      },
    ] satisfies RecordConflicts,
    'POST records/deviation/d1/conflicts/c1/settle': { ...deviation, revision: 2 },
  });

  expect(await screen.findByText('Hala skor.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Sparat av någon annan' }));
  await userEvent.click(screen.getByRole('button', { name: 'Spara det jag valt' }));

  const settled = calls.find(({ path }) => path.endsWith('/settle'));
  expect(settled?.body).toEqual({ choice: 'sharePoint', baseRevision: 1 });
});

test('S-C4 where a record was deleted in SharePoint its page leads whoever may decide to the choice', async () => {
  const { calls } = renderTab('/arenden/deviation/d1', {
    'GET records/deviation/d1': new Refused(404, { code: 'notFound', text: 'Finns inte.' }),
    'GET records/deviation/d1/conflicts': [
      {
        ...{ conflictId: 'c1', ours: { place: 'Köket' }, now: {}, status: 'reported', isDeleted: true },
        ...{ choices: ['record', 'sharePoint'], baseRevision: 2, foundAt: '2026-11-25T08:00:00.000Z' },
      },
    ] satisfies RecordConflicts,
    'POST records/deviation/d1/conflicts/c1/settle': aRecord(),
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Välj vad som gäller' }));
  const dialog = await screen.findByRole('dialog', { name: 'Togs bort i SharePoint' });
  await userEvent.click(await within(dialog).findByRole('radio', { name: /Ta tillbaka det/ }));
  await userEvent.type(await within(dialog).findByRole('textbox', { name: 'Skäl' }), 'Av misstag');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Spara valet' }));

  await waitFor(() =>
    expect(calls.find(({ path }) => path.endsWith('/settle'))?.body).toEqual({
      ...{ choice: 'record', baseRevision: 2, reason: 'Av misstag' },
    }),
  );
});

test('S-I9 on the page of a record, who may change it takes over what was set aside of it', async () => {
  const deviation = aRecord({ allowed: { edit: true, comment: false, steps: [] } });
  const { calls } = renderTab('/arenden/deviation/d1', {
    'GET records/deviation/d1': deviation,
    'GET records/deviation/d1/history': [],
    'GET records/deviation/d1/conflicts': [],
    'GET records/deviation/d1/set-aside': [
      {
        ...{ setAsideId: 's1', kind: 'deviation', record, reason: 'stepNotPossible', content: { Place: 'Köket' } },
        ...{ foundAt: '2026-11-25T08:00:00.000Z', values: { place: 'Köket' }, baseRevision: 1 },
      },
    ] satisfies RecordSetAside,
    'POST records/deviation/d1/set-aside/s1/settle': {},
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Klar med det här' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(await within(dialog).findByRole('checkbox', { name: /Köket/ }));
  await userEvent.type(await within(dialog).findByRole('textbox'), 'Rätt plats');
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Klar' }));

  await waitFor(() =>
    expect(calls.find(({ path }) => path.endsWith('/settle'))?.body).toEqual({
      ...{ reason: 'Rätt plats', take: ['place'], baseRevision: 1 },
    }),
  );
});
