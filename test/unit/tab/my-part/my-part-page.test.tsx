import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MyPartAnswer, WaitingItem } from '../../../../shared/api/contract.ts';
import { Refused, aRecord, renderTab } from '../render-tab.tsx';

const step = { to: 'acknowledged', label: { sv: 'Ta emot', en: 'Acknowledge' }, needsReason: false, fields: [] };

function waiting(count: number): readonly WaitingItem[] {
  return Array.from({ length: count }, (_, index) => ({
    record: aRecord({ id: `d${String(index)}`, ref: `AVV-2026-000${String(index)}` }),
    step,
    dueAt: '2026-11-24T16:00:00.000Z',
    overdue: index === 0,
  }));
}

const empty: MyPartAnswer = {
  waiting: [],
  waitingTotal: 0,
  myCases: [],
  myCasesTotal: 0,
  commitments: [],
  commitmentsTotal: 0,
};

test('what waits is told by its next step and day, and five are enough at first', async () => {
  renderTab('/', { 'GET my-part': { ...empty, waiting: waiting(7), waitingTotal: 9 } });

  const section = await screen.findByRole('region', { name: 'Väntar på dig' });
  expect(within(section).getAllByRole('listitem')).toHaveLength(5);
  expect(within(section).getByText('Försenat, skulle varit klart 24 nov. 2026')).toBeTruthy();
  expect(within(section).getAllByText('Nästa steg: Ta emot')).toHaveLength(5);
  expect(within(section).getByText('9 st')).toBeTruthy();

  await userEvent.click(within(section).getByRole('button', { name: 'Visa 2 till' }));

  expect(within(section).getAllByRole('listitem')).toHaveLength(7);
});

test('a record leads to its page, and says when SharePoint does not have it yet', async () => {
  renderTab('/', { 'GET my-part': { ...empty, myCases: [aRecord({ inSharePoint: false })], myCasesTotal: 1 } });

  const section = await screen.findByRole('region', { name: 'Mina ärenden' });

  expect(within(section).getByRole('link', { name: 'Fall' }).getAttribute('href')).toBe('#/arenden/deviation/d1');
  expect(within(section).getByText('Sparat, på väg till SharePoint')).toBeTruthy();
  expect(within(section).getByText('AVV-2026-0001')).toBeTruthy();
});

test('somebody with nothing to do is told so', async () => {
  renderTab('/', { 'GET my-part': empty });

  expect(await screen.findByText('Inget väntar på dig just nu.')).toBeTruthy();
  expect(screen.getByText('Du har inte rapporterat något än.')).toBeTruthy();
  expect(document.title).toBe('Min del · Kvalitetsnavet');
});

test('a failure can be tried again', async () => {
  let answers = 0;
  renderTab('/', {
    'GET my-part': () => {
      answers += 1;
      return answers < 3 ? new Refused(503, { code: 'unavailable', text: 'Tjänsten svarar inte.' }) : empty;
    },
  });

  await screen.findByText('Tjänsten svarar inte.');
  await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));

  expect(await screen.findByText('Inget väntar på dig just nu.')).toBeTruthy();
});

test('a first visitor becomes a manager of the demo board', async () => {
  const persons = [
    { person: { id: 'p8', name: 'Emil' }, roles: [{ role: 'employee' }] },
    { person: { id: 'p9', name: 'Maria' }, roles: [{ role: 'unitManager' }] },
  ];
  const { calls } = renderTab('/', {
    'GET demo-persons': persons,
    'GET me': () =>
      localStorage.getItem('kvalitetsnavet.person') === 'p9'
        ? {
            person: persons[1]?.person,
            roles: [],
            board: { id: 'b', name: 'N' },
            mode: 'local',
            mayCreate: [],
            mayRead: [],
          }
        : new Refused(401, { code: 'notSignedIn' }),
    'GET my-part': empty,
  });

  await waitFor(() => {
    expect(localStorage.getItem('kvalitetsnavet.person')).toBe('p9');
  });
  expect(calls.map((call) => call.path)).toContain('demo-persons');
});
