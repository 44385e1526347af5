import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import { Refused, aRecord, me, renderTab } from '../render-tab.tsx';

const reader = { ...me, mayRead: ['selfCheckOccurrence', 'selfCheckDefinition'], mayCreate: ['selfCheckDefinition'] };
const steps = [{ to: 'submitted', label: { sv: 'Skicka in', en: 'Submit' }, needsReason: false, fields: ['comment'] }];

function aCheck(part: Partial<RecordAnswer> = {}, fields: object = {}): RecordAnswer {
  return aRecord({
    id: 's1',
    kind: 'selfCheckOccurrence',
    ref: 'EGK-2026-0001',
    status: 'open',
    title: 'Basal hygien',
    fields: {
      name: 'Basal hygien',
      dueOn: '2020-01-31',
      opensOn: '2020-01-01',
      period: '2020-01',
      answers: [
        { id: 'q1', text: 'Finns handsprit?', answerKind: 'yesNo', failsOn: 'no', required: true },
        { id: 'q2', text: 'Något mer?', answerKind: 'text' },
      ],
      ...fields,
    },
    allowed: { edit: true, comment: false, steps },
    ...part,
  });
}

const empty = {
  'GET me': reader,
  'GET self-checks/mine': [],
  'GET self-checks/calendar': { year: 2026, items: [] },
  'GET records/selfCheckOccurrence': { rows: [], total: 0, offset: 0 },
};
const ofOne = { 'GET me': reader };

test('my self-checks come first, with the next step and that they are late', async () => {
  renderTab('/egenkontroller', { ...empty, 'GET self-checks/mine': [aCheck()] });

  const section = await screen.findByRole('region', { name: 'Väntar på dig' });

  expect(within(section).getByRole('link', { name: 'Basal hygien' }).getAttribute('href')).toBe('#/egenkontroller/s1');
  expect(within(section).getByText('Nästa steg: Svara')).toBeTruthy();
  expect(within(section).getByText('Försenad, skulle varit klar 31 jan. 2020')).toBeTruthy();
});

test('without any self-checks every group says so', async () => {
  renderTab('/egenkontroller', empty);

  expect(await screen.findByText('Ingen egenkontroll väntar på dig just nu.')).toBeTruthy();
  expect(screen.getByText('Inga är planerade de närmaste 60 dagarna.')).toBeTruthy();
  expect(screen.getByText('Inga är inskickade de senaste 90 dagarna.')).toBeTruthy();
});

test('who has no role with self-checks is told so, and nothing is asked for', async () => {
  const { calls } = renderTab('/egenkontroller', { ...empty, 'GET me': { ...reader, mayRead: ['deviation'] } });

  expect(await screen.findByText(/^Egenkontroller hör till enheterna\./)).toBeTruthy();
  expect(calls.some(({ path }) => path.startsWith('self-checks'))).toBe(false);
});

test('a list that cannot be read can be tried again', async () => {
  renderTab('/egenkontroller', {
    ...empty,
    'GET self-checks/mine': new Refused(503, { code: 'unavailable', text: 'Tjänsten svarar inte.' }),
  });

  expect(await screen.findByText('Tjänsten svarar inte.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Försök igen' })).toBeTruthy();
});

test('a self-check that is somebody else’s shows its questions, not a form', async () => {
  renderTab('/egenkontroller/s1', {
    ...ofOne,
    'GET records/selfCheckOccurrence/s1': aCheck({ allowed: { edit: false, comment: false, steps: [] } }),
  });

  expect(await screen.findByText(/^Den här egenkontrollen är inte din att svara på\./)).toBeTruthy();
  expect(screen.getByText('Finns handsprit?')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('one that opens later says when', async () => {
  renderTab('/egenkontroller/s1', {
    ...ofOne,
    'GET records/selfCheckOccurrence/s1': aCheck({ status: 'scheduled' }, { answers: undefined }),
  });

  expect(await screen.findByText('Den öppnar 1 januari 2020. Frågorna syns då.')).toBeTruthy();
});

test('a choice is saved at once, and while the service does not answer the page says so', async () => {
  let answers = 0;
  const { calls } = renderTab('/egenkontroller/s1', {
    ...ofOne,
    'GET records/selfCheckOccurrence/s1': aCheck(),
    'POST self-checks/s1/answers': () => {
      answers += 1;
      if (answers === 1) return new TypeError('offline');
      const stored = aCheck();
      return { ...stored, revision: 2, masked: { personnummer: false, names: false } };
    },
  });

  await userEvent.click(await screen.findByRole('radio', { name: 'Nej' }));
  expect(await screen.findByText(/^Svaret är inte sparat än\./)).toBeTruthy();
  expect(screen.getByText('Underkänt svar. När du skickar in öppnas en avvikelse.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Försök nu' }));

  expect(await screen.findByText('Svaren är sparade.')).toBeTruthy();
  expect(calls.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ questionId: 'q1', yesNo: 'no' });
});

test('what is missing keeps it from being handed in, with the way there', async () => {
  renderTab('/egenkontroller/s1', { ...ofOne, 'GET records/selfCheckOccurrence/s1': aCheck() });

  await userEvent.click(await screen.findByRole('button', { name: 'Nästa' }));
  await userEvent.click(screen.getByRole('button', { name: 'Till sammanfattningen' }));
  expect(await screen.findByText('1 fråga måste besvaras innan du kan skicka in.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Skicka in' }).getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Gå till den' }));

  const heading = await screen.findByRole('heading', { name: 'Fråga 1 av 2' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

test('the manager reviews with a comment', async () => {
  const submitted = aCheck(
    {
      status: 'submitted',
      allowed: {
        edit: false,
        comment: false,
        steps: [{ to: 'reviewed', label: { sv: 'Granska', en: 'Review' }, needsReason: false, fields: [] }],
      },
    },
    { result: 'approved' },
  );
  const { calls } = renderTab('/egenkontroller/s1', {
    ...ofOne,
    'GET records/selfCheckOccurrence/s1': submitted,
    'POST self-checks/s1/review': {
      ...submitted,
      status: 'closed',
      allowed: { edit: false, comment: false, steps: [] },
      masked: { personnummer: false, names: false },
    },
  });

  await userEvent.type(await screen.findByRole('textbox', { name: 'Din kommentar (om du vill)' }), 'Bra');
  await userEvent.click(screen.getByRole('button', { name: 'Markera som granskad' }));

  expect(await screen.findByText('Granskningen är sparad.')).toBeTruthy();
  expect(calls.find(({ path }) => path.endsWith('/review'))?.body).toEqual({ baseRevision: 1, reviewComment: 'Bra' });
});
