import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refused, aRecord, renderTab } from '../render-tab.tsx';

const masked = { personnummer: true, names: false };
const read = {
  kind: 'deviation',
  category: 'fall',
  severity: 1,
  unit: 'ekliden',
  containsPersonnummer: true,
  maskedText: 'fall på Ekliden, [personnummer]',
};

async function writeSentence(text: string): Promise<void> {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Vad har hänt?' }), text);
  await userEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
}

test('a sentence fills the form, and the receipt tells the reference but not the words', async () => {
  const { calls } = renderTab('/rapportera', {
    'POST intake/read': read,
    'PUT drafts/x': {},
    'POST records/deviation': { ...aRecord(), masked },
  });

  await writeSentence('fall');
  expect(await screen.findByText(/såg ut som namn eller personnummer/)).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Kontrollera och skicka in');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kategori' }).value).toBe('fall');
  await userEvent.click(screen.getByRole('button', { name: 'Skicka in' }));

  expect(await screen.findByRole('link', { name: 'AVV-2026-0001' })).toBeTruthy();
  expect(screen.getByText(/togs bort ur texten/)).toBeTruthy();
  expect(screen.queryByText(/fall på Ekliden/)).toBeNull();
  expect(calls.find((call) => call.path === 'records/deviation')?.body).toMatchObject({
    unitId: 'ekliden',
    fields: { whatHappened: 'fall på Ekliden, [personnummer]', category: 'fall', reporterSeverity: 1 },
  });
});

test('without an answer to the reading the form opens by hand, with the words', async () => {
  renderTab('/rapportera', { 'POST intake/read': new TypeError('Failed to fetch') });

  await writeSentence('larmet fungerar inte');
  expect(await screen.findByText(/Det du har skrivit finns kvar/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Fyll i själv' }));

  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Vad hände?' }).value).toBe('larmet fungerar inte');
});

test('what is wrong is told at its field, and what is written stays', async () => {
  renderTab('/rapportera', {
    'POST intake/read': read,
    'POST records/deviation': new Refused(422, {
      code: 'invalidFields',
      problems: [{ field: 'place', problem: 'tooLong', text: 'Skriv kortare.' }],
    }),
  });
  await writeSentence('fall');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Var' }), 'Dagrummet');

  await userEvent.click(screen.getByRole('button', { name: 'Skicka in' }));

  expect(await screen.findByText('Skriv kortare.')).toBeTruthy();
  const place = screen.getByRole<HTMLInputElement>('textbox', { name: 'Var' });
  expect(place.value).toBe('Dagrummet');
  await waitFor(() => {
    expect(document.activeElement).toBe(place);
  });
});

test('suspected misconduct leads to the lex Sarah form with the words, and leaves no draft', async () => {
  const { calls } = renderTab('/rapportera', {
    'GET persons': [{ id: 'p7', name: 'Kim Lehto' }],
    'POST intake/read': { ...read, suspectedMisconduct: true, maskedText: 'en boende blev slagen' },
    'POST records/misconductCase': {
      ...aRecord({ kind: 'misconductCase', ref: 'LSA-2026-0001', status: 'received', view: 'status', fields: {} }),
      masked: { personnummer: false, names: false },
    },
  });
  await writeSentence('en boende blev slagen');

  await userEvent.click(await screen.findByRole('button', { name: 'Gå till lex Sarah-formuläret' }));
  const words = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Vad har hänt?' });
  expect(words.value).toBe('en boende blev slagen');
  await screen.findByRole('option', { name: 'Kim Lehto' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /inblandad/ }), 'Kim Lehto');
  await userEvent.click(screen.getByRole('button', { name: 'Skicka till utredaren' }));

  expect(await screen.findByRole('link', { name: 'LSA-2026-0001' })).toBeTruthy();
  expect(calls.find((call) => call.path === 'records/misconductCase')?.body).toMatchObject({
    fields: { implicatedPersons: [{ id: 'p7', name: 'Kim Lehto' }] },
  });
  expect(calls.filter((call) => call.path.startsWith('drafts'))).toEqual([]);
});
