import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { createRemindersFixture, personOf, unitId } from './reminders-fixture.ts';

type Fixture = Awaited<ReturnType<typeof createRemindersFixture>>;
let fixture: Fixture | undefined;
afterEach(() => fixture?.close());

const start = '2026-11-02T09:00:00.000Z';

/** Annika leads Ekliden and is asked other things too. */
const reviewsOf = ({ cardsOf }: Fixture, name: string) => cardsOf(name).filter((card) => card.includes('Översyn'));

/** A published document or process to be reviewed on a Wednesday in January. */
async function given(kind: 'governingDocument' | 'process', fields: object = {}) {
  const made = (fixture = await createRemindersFixture(start));
  for (const name of ['gunnar', 'annika']) await made.meet(name);
  const id = randomUUID();
  const stored = await made.records.create(made.system, kind, {
    id,
    unitId: unitId('ekliden'),
    status: 'published',
    fields: {
      ...{ name: 'Rutin vid fall', level: 'unit', reviewDate: '2027-01-20' },
      ...(kind === 'process'
        ? {
            ...{ processType: 'main', mission: 'M', start: 'S', end: 'E', desiredEffect: 'D' },
            processOwner: personOf('gunnar'),
          }
        : {
            ...{ documentType: 'routine', what: 'V', who: 'V', how: 'H', location: 'Pärmen' },
            documentOwner: personOf('gunnar'),
          }),
      ...fields,
    },
  });
  if (stored.kind !== 'ok') throw new Error(JSON.stringify(stored));
  return { ...made, id, revision: stored.value.revision };
}

test.each([
  ['governingDocument', 'Översyn av styrdokument', '/styrdokument/'],
  ['process', 'Översyn av process', '/processer/'],
] as const)('the owner of a %s is reminded a month before its review, once, with a link', async (kind, title, path) => {
  const made = await given(kind);

  made.setNow('2026-12-20T09:00:00.000Z');
  await made.engine.run();
  expect(reviewsOf(made, 'gunnar')).toEqual([]);
  made.setNow('2026-12-21T09:00:00.000Z');
  await made.engine.run();
  await made.engine.run();

  const [card, ...more] = reviewsOf(made, 'gunnar');
  expect(more).toEqual([]);
  expect(card).toContain(title);
  expect(card).toContain('Rutin vid fall');
  expect(card).toContain(`${path}${made.id}`);
  expect(reviewsOf(made, 'annika')).toEqual([]);
});

test('a review that is done moves the day, and the old reminder is settled', async () => {
  const made = await given('governingDocument');
  made.setNow('2026-12-21T09:00:00.000Z');
  await made.engine.run();

  const noted = await made.records.takeStep(await made.caller('karin'), 'governingDocument', made.id, {
    to: 'needsReview',
    baseRevision: made.revision,
    reason: 'Ny lag',
  });
  if (noted.kind !== 'ok') throw new Error(noted.kind);
  const applies = await made.records.takeStep(await made.caller('larsErik'), 'governingDocument', made.id, {
    to: 'published',
    baseRevision: noted.value.revision,
    fields: { reviewDate: '2028-01-20' },
  });
  made.setNow('2027-01-20T09:00:00.000Z');
  await made.engine.run();

  expect(applies.kind).toBe('ok');
  const ofDocument = (await made.rows()).filter(({ subject }) => subject === 'governingDocument');
  expect(ofDocument.map(({ step, state }) => [step, state])).toEqual([['-30', 'settled']]);
});

test('where the owner has left, the unit’s manager is told; what no longer holds reminds nobody', async () => {
  const left = await given('governingDocument', { documentOwner: { id: randomUUID(), name: 'Någon Som Slutat' } });
  left.setNow('2026-12-21T09:00:00.000Z');
  await left.engine.run();
  expect(reviewsOf(left, 'annika')).toHaveLength(1);
  await left.close();

  const ended = await given('governingDocument', { validTo: '2026-12-01' });
  ended.setNow('2027-01-20T09:00:00.000Z');
  await ended.engine.run();
  expect(reviewsOf(ended, 'gunnar')).toEqual([]);
});
