import { describe, expect, test } from '@jest/globals';
import type { GivenAnswer } from '../../../../shared/rules/self-check-answers.ts';
import { createAnswerSaving } from '../../../../tab/pages/self-check/answer-saving.ts';
import type { PendingAnswers, SendOutcome } from '../../../../tab/pages/self-check/answer-saving.ts';

/** A service that answers when told to, and timers that run when told to. */
function given(kept?: PendingAnswers) {
  const sent: (readonly [string, GivenAnswer])[] = [];
  const waiting: ((outcome: SendOutcome) => void)[] = [];
  const timers = new Map<number, { readonly ms: number; readonly call: () => void }>();
  let lastTimer = 0;
  let here: PendingAnswers | undefined = kept;
  const saving = createAnswerSaving(
    {
      send: (questionId, answer) => {
        sent.push([questionId, answer]);
        return new Promise((resolve) => waiting.push(resolve));
      },
      keepHere: (pending) => {
        here = pending;
      },
      after: (ms, call) => {
        const id = (lastTimer += 1);
        timers.set(id, { ms, call });
        return () => timers.delete(id);
      },
    },
    kept,
  );
  return {
    saving,
    sent,
    here: () => here,
    timers: () => [...timers.values()].map(({ ms }) => ms),
    answer: async (outcome: SendOutcome = { kind: 'stored' }) => {
      waiting.shift()?.(outcome);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    runTimers: () => {
      const due = [...timers.values()];
      timers.clear();
      for (const { call } of due) call();
    },
  };
}

describe('answers while somebody gives them', () => {
  test('a choice is sent at once, typed words when the fingers rest', async () => {
    const { saving, sent, timers, runTimers, answer } = given();

    saving.note('q1', { yesNo: 'yes' }, 'now');
    await answer();
    saving.note('q2', { answerText: 'a' }, 'soon');
    saving.note('q2', { answerText: 'ab' }, 'soon');
    expect(sent).toHaveLength(1);
    expect(timers()).toEqual([1000]);
    runTimers();
    await answer();

    expect(sent).toEqual([
      ['q1', { yesNo: 'yes' }],
      ['q2', { answerText: 'ab' }],
    ]);
    expect(saving.state()).toEqual({ kind: 'saved' });
  });

  test('what changes while it is on its way is sent once more', async () => {
    const { saving, sent, answer } = given();

    saving.note('q1', { value: 1 }, 'now');
    saving.note('q1', { value: 2 }, 'now');
    await answer();
    expect(saving.pending()).toEqual({ q1: { value: 2 } });
    await answer();

    expect(sent.map(([, answered]) => answered)).toEqual([{ value: 1 }, { value: 2 }]);
    expect(saving.pending()).toEqual({});
  });

  test('without an answer from the service it stays in this window and is tried again, more and more seldom', async () => {
    const { saving, sent, here, timers, runTimers, answer } = given();

    saving.note('q1', { yesNo: 'no' }, 'now');
    await answer({ kind: 'noAnswer' });
    expect(saving.state()).toEqual({ kind: 'failed' });
    expect(here()).toEqual({ q1: { yesNo: 'no' } });
    expect(timers()).toEqual([3000]);
    runTimers();
    await answer({ kind: 'noAnswer' });
    expect(timers()).toEqual([10_000]);
    runTimers();
    await answer();

    expect(sent).toHaveLength(3);
    expect(here()).toBeUndefined();
    expect(saving.state()).toEqual({ kind: 'saved' });
  });

  test('a no from the service is told in its words, and does not hold the other answers up', async () => {
    const { saving, sent, answer } = given();

    saving.note('q1', { value: 9 }, 'now');
    saving.note('q2', { value: 3 }, 'now');
    await answer({ kind: 'refused', text: 'Välj 1–5.' });
    await answer();

    expect(sent.map(([id]) => id)).toEqual(['q1', 'q2']);
    expect(saving.state()).toEqual({ kind: 'refused', text: 'Välj 1–5.' });
    expect(await saving.flush()).toBe(false);
  });

  test('handing in waits for what is under way', async () => {
    const { saving, answer } = given();

    saving.note('q1', { yesNo: 'yes' }, 'soon');
    const flushed = saving.flush();
    await answer();

    expect(await flushed).toBe(true);
  });

  test('handing in is told when something could not be saved', async () => {
    const { saving, answer } = given();

    saving.note('q1', { yesNo: 'yes' }, 'soon');
    const flushed = saving.flush();
    await answer({ kind: 'noAnswer' });

    expect(await flushed).toBe(false);
  });

  test('what this window kept from an earlier visit is sent first of all', async () => {
    const { saving, sent, runTimers, answer } = given({ q1: { answerText: 'i källaren' } });

    runTimers();
    await answer();

    expect(sent).toEqual([['q1', { answerText: 'i källaren' }]]);
    expect(saving.pending()).toEqual({});
  });

  test('a page that is left sends what waits and leaves no timer behind', async () => {
    const { saving, sent, timers, answer } = given();

    saving.note('q1', { answerText: 'a' }, 'soon');
    saving.stop();
    await answer({ kind: 'noAnswer' });

    expect(sent).toHaveLength(1);
    expect(timers()).toEqual([]);
  });
});
