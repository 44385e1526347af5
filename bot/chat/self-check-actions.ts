import { z } from 'zod';
import { isAnswered } from '../../shared/rules/self-check-answers.ts';
import type { GivenAnswer, SelfCheckAnswer } from '../../shared/rules/self-check-answers.ts';
import type { Refusal } from '../records/records-service.ts';
import { spentCard } from './cards/notice-cards.ts';
import { fieldsOf, selfCheckCard } from './cards/self-check-card.ts';
import type { SelfCheckView } from './cards/self-check-card.ts';
import type { Effects } from './effects.ts';
import { replaceWithButtonGone } from './intake/card-actions.ts';
import type { CardAction } from './intake/card-actions.ts';
import type { CardData } from './parse-activity.ts';
import type { ChatServices, Turn } from './turn.ts';

const pressed = z.object({ id: z.uuid(), questionId: z.string().max(64).optional() });

/** A press about one self-check, whatever has become of it since the card was sent. */
function aboutSelfCheck(
  act: (
    turn: Turn,
    services: ChatServices,
    press: { readonly id: string; readonly questionId: string; readonly data: CardData },
  ) => Promise<Effects>,
): CardAction {
  return async (turn, services, data) => {
    const parsed = pressed.safeParse(data);
    if (!parsed.success) return [replaceWithButtonGone(turn)];
    return act(turn, services, { id: parsed.data.id, questionId: parsed.data.questionId ?? '', data });
  };
}

async function show(turn: Turn, services: ChatServices, id: string, view: SelfCheckView = {}): Promise<Effects> {
  const found = await services.records.get(turn.caller, 'selfCheckOccurrence', id);
  if (found.kind !== 'ok') return [gone(turn)];
  const refreshFor = turn.incoming.address.userId;
  return [{ kind: 'replace', message: selfCheckCard(turn, services, found.value, { refreshFor, ...view }) }];
}

function gone({ say }: Turn): Effects[number] {
  return { kind: 'replace', message: spentCard(say('gone.title'), say('selfCheck.gone')) };
}

const answer = aboutSelfCheck(async (turn, services, { id, questionId, data }) => {
  const found = await services.records.get(turn.caller, 'selfCheckOccurrence', id);
  if (found.kind !== 'ok') return [gone(turn)];
  const row = fieldsOf(found.value).answers?.find((one) => one.id === questionId);
  if (found.value.status !== 'open' || row === undefined) return show(turn, services, id);
  const given = readAnswer(row, data);
  if (given === undefined) {
    return show(turn, services, id, { questionId, problem: turn.say('selfCheck.answerNeeded') });
  }
  const stored = await services.selfChecks.answer(turn.caller, id, questionId, given);
  if (stored.kind !== 'ok') return show(turn, services, id, { questionId, problem: refusalText(turn, stored) });
  return show(turn, services, id, nextView(fieldsOf(stored.value).answers ?? [], questionId));
});

/** The question after this one that has no answer; one that was skipped comes back last, not at once. */
function nextView(rows: readonly SelfCheckAnswer[], questionId: string): SelfCheckView {
  const index = rows.findIndex(({ id }) => id === questionId);
  const after = rows.slice(index + 1).find((row) => !isAnswered(row));
  const left = after ?? rows.find((row) => !isAnswered(row) && row.required === true);
  return { questionId: left?.id ?? summary };
}

/** No question has this id: the card shows what has been answered. */
const summary = 'summary';

function readAnswer(row: SelfCheckAnswer, data: CardData): GivenAnswer | undefined {
  const typed = data['answer'];
  const text = typeof typed === 'number' ? String(typed) : typeof typed === 'string' ? typed.trim() : '';
  const remark = typeof data['remark'] === 'string' && data['remark'].trim() !== '' ? data['remark'] : row.remark;
  if (text === '') return undefined;
  switch (row.answerKind) {
    case 'yesNo':
      return text === 'yes' || text === 'no' ? { yesNo: text, remark } : undefined;
    case 'scale':
    case 'number': {
      const value = Number(text.replace(',', '.'));
      return Number.isFinite(value) ? { value, remark } : undefined;
    }
    default:
      return { answerText: text, remark };
  }
}

function refusalText({ say }: Turn, refusal: Refusal): string {
  switch (refusal.kind) {
    case 'notAllowed':
      return say('selfCheck.notYours');
    case 'stepNotPossible':
      return say('selfCheck.settled');
    case 'invalid':
      return refusal.problems[0]?.text ?? say('selfCheck.answerNeeded');
    default:
      return say('selfCheck.again');
  }
}

const question = aboutSelfCheck((turn, services, { id, questionId }) =>
  show(turn, services, id, questionId === '' ? {} : { questionId }),
);

/** "Svara här": where it is too early the reminder stays as it is, with its other buttons. */
const open = aboutSelfCheck(async (turn, services, { id }) => {
  const found = await services.records.get(turn.caller, 'selfCheckOccurrence', id);
  if (found.kind !== 'ok' || found.value.status !== 'scheduled') return show(turn, services, id);
  const day = fieldsOf(found.value).opensOn ?? '';
  const text = `${turn.say('selfCheck.scheduledTitle')}. ${turn.say('selfCheck.opensOn', { day })}`;
  return [{ kind: 'refuse', text }];
});

const skip = aboutSelfCheck(async (turn, services, { id, questionId }) => {
  const found = await services.records.get(turn.caller, 'selfCheckOccurrence', id);
  const rows = found.kind === 'ok' ? (fieldsOf(found.value).answers ?? []) : [];
  return show(turn, services, id, nextView(rows, questionId));
});

const submit = aboutSelfCheck(async (turn, services, { id }) => {
  const stored = await services.selfChecks.submit(turn.caller, id, {});
  if (stored.kind === 'ok' || stored.kind === 'stepNotPossible') return show(turn, services, id);
  if (stored.kind === 'invalid') {
    const missing = stored.problems.find(({ row }) => row !== undefined)?.row;
    const problem = missing === undefined ? refusalText(turn, stored) : turn.say('selfCheck.missing');
    return show(turn, services, id, { problem, ...(missing !== undefined && { questionId: missing }) });
  }
  return show(turn, services, id, { problem: refusalText(turn, stored) });
});

/** What the client asks by itself: the card as it is now, while the message in the chat stays. */
const refresh = aboutSelfCheck(async (turn, services, { id }) =>
  (await show(turn, services, id)).map((effect) =>
    effect.kind === 'replace'
      ? { kind: 'showAgain', message: effect.message, because: turn.say('selfCheck.again') }
      : effect,
  ),
);

export const selfCheckActions: Readonly<Record<string, CardAction>> = {
  'selfCheck.open': open,
  'selfCheck.question': question,
  'selfCheck.skip': skip,
  'selfCheck.answer': answer,
  'selfCheck.submit': submit,
  'selfCheck.refresh': refresh,
};
