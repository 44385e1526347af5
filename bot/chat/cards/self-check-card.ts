import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { selfCheckOccurrence } from '../../../shared/records/self-check-occurrence.ts';
import { yesOrNo } from '../../../shared/records/self-check-choices.ts';
import { isAnswered, isFailing, missingAnswers, nextUnanswered } from '../../../shared/rules/self-check-answers.ts';
import type { SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';
import type { AdaptiveCard, CardElement, OutgoingMessage } from '../bot-port.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { cardMessage, execute, facts, heading, notice, openUrl, paragraph } from './card-elements.ts';
import { statusLabel, unitName } from './receipt-card.ts';
import { answerInputs } from './self-check-inputs.ts';

type CardTurn = Pick<Turn, 'say' | 'language' | 'units'>;
type Links = Pick<ChatServices, 'links'>;

export interface SelfCheckView {
  /** The question to show; the first unanswered one unless told. One that is none shows what has been answered. */
  readonly questionId?: string;
  /** Why the last press did not do what it should. */
  readonly problem?: string;
  /** Whose client asks for the card as it is now when it is shown again (`teams.md` 2). */
  readonly refreshFor?: string;
}

/**
 * A self-check as it stands: its next question while it is open and the reader's to answer, what has been answered when
 * all is, and else what has become of it. Free text is never shown again in chat (`design.md` 1.7).
 */
export function selfCheckCard(
  turn: CardTurn,
  services: Links,
  record: RecordAnswer,
  view: SelfCheckView = {},
): OutgoingMessage {
  const message = content(turn, services, record, view);
  if (view.refreshFor === undefined || message.kind !== 'card') return message;
  const refresh = {
    action: {
      type: 'Action.Execute',
      title: turn.say('selfCheck.refresh'),
      verb: 'selfCheck.refresh',
      data: { id: record.id },
    },
    userIds: [view.refreshFor],
  };
  const card: AdaptiveCard = { ...message.card, refresh };
  return { ...message, card };
}

function content(turn: CardTurn, services: Links, record: RecordAnswer, view: SelfCheckView): OutgoingMessage {
  const { say } = turn;
  const rows = rowsOf(record);
  if (record.status !== 'open') return settledCard(turn, services, record);
  if (!record.allowed.edit) return plainCard(turn, services, record, say('selfCheck.notYours'));
  if (rows.length === 0) return plainCard(turn, services, record, say('selfCheck.noQuestions'));
  const asked = view.questionId === undefined ? nextUnanswered(rows) : rows.find(({ id }) => id === view.questionId);
  return asked === undefined
    ? summaryCard(turn, services, record, view)
    : questionCard(turn, services, record, asked, view);
}

function questionCard(
  turn: CardTurn,
  { links }: Links,
  record: RecordAnswer,
  row: SelfCheckAnswer,
  { problem }: SelfCheckView,
): OutgoingMessage {
  const { say } = turn;
  const rows = rowsOf(record);
  const index = rows.findIndex(({ id }) => id === row.id);
  const before = rows[index - 1];
  const { id } = record;
  return cardMessage(
    say('selfCheck.summary', { name: nameOf(record) }),
    [
      ...headOf(turn, record),
      paragraph(say('selfCheck.progress', { number: index + 1, count: rows.length }), 'subtle'),
      ...(problem === undefined ? [] : [paragraph(problem, 'attention')]),
      ...answerInputs(turn, row),
    ],
    [
      execute(say('selfCheck.answer'), 'selfCheck.answer', { id, questionId: row.id }, 'auto'),
      ...(row.required === true ? [] : [execute(say('selfCheck.skip'), 'selfCheck.skip', { id, questionId: row.id })]),
      ...(before === undefined
        ? []
        : [execute(say('selfCheck.back'), 'selfCheck.question', { id, questionId: before.id })]),
      openUrl(say('selfCheck.tab'), links.record('selfCheckOccurrence', id)),
    ],
  );
}

/** What the smallest client takes (`card-elements.ts`, largestCard); those that failed come first where there are more. */
const listed = 20;
const longestListed = 160;

function shortened(text: string): string {
  return text.length <= longestListed ? text : `${text.slice(0, longestListed - 1).toWellFormed()}…`;
}

function summaryCard(
  turn: CardTurn,
  { links }: Links,
  record: RecordAnswer,
  { problem }: SelfCheckView,
): OutgoingMessage {
  const { say } = turn;
  const rows = rowsOf(record);
  const failed = rows.filter(isFailing).length;
  const shown =
    rows.length <= listed
      ? rows
      : [...rows.filter(isFailing), ...rows.filter((row) => !isFailing(row))].slice(0, listed);
  const first = rows[0]?.id ?? '';
  return cardMessage(
    say('selfCheck.summary', { name: nameOf(record) }),
    [
      ...headOf(turn, record),
      ...(problem === undefined ? [] : [paragraph(problem, 'attention')]),
      facts(shown.map((row) => [shortened(row.text ?? ''), answerText(turn, row)])),
      ...(rows.length > shown.length
        ? [paragraph(say('selfCheck.more', { count: rows.length - shown.length }), 'subtle')]
        : []),
      ...(failed === 0
        ? [paragraph(say('selfCheck.allGood'))]
        : [notice(say('selfCheck.failedTitle'), [say('selfCheck.failedText', { count: failed })], 'warning')]),
    ],
    [
      ...(missingAnswers(rows).length > 0
        ? []
        : [execute(say('selfCheck.submit'), 'selfCheck.submit', { id: record.id })]),
      execute(say('selfCheck.change'), 'selfCheck.question', { id: record.id, questionId: first }),
      openUrl(say('selfCheck.tab'), links.record('selfCheckOccurrence', record.id)),
    ],
  );
}

/** Handed in, here or in the tab, or cancelled: nothing is left to press but the way to it. */
function settledCard(turn: CardTurn, { links }: Links, record: RecordAnswer): OutgoingMessage {
  const { say, language } = turn;
  const { result, deviations } = fieldsOf(record);
  const isWaiting = record.status === 'scheduled';
  const isCancelled = record.status === 'cancelled';
  const title = isWaiting
    ? 'selfCheck.scheduledTitle'
    : isCancelled
      ? 'selfCheck.cancelledTitle'
      : 'selfCheck.doneTitle';
  return cardMessage(
    say(title),
    [
      heading(say(title)),
      facts([
        [say('receipt.ref'), record.ref],
        [say('receipt.kind'), nameOf(record)],
        [say('receipt.unit'), unitName(turn, record.unitId)],
        [say('receipt.status'), statusLabel(turn, 'selfCheckOccurrence', record.status)],
        [
          say('selfCheck.result'),
          result === undefined || isCancelled || isWaiting
            ? undefined
            : selfCheckOccurrence.fields.result.choices[result][language],
        ],
      ]),
      ...(isWaiting ? [paragraph(say('selfCheck.opensOn', { day: fieldsOf(record).opensOn ?? '' }))] : []),
      ...(deviations === undefined ? [] : [paragraph(say('selfCheck.deviations', { count: deviations.length }))]),
    ],
    [
      openUrl(say('selfCheck.tab'), links.record('selfCheckOccurrence', record.id)),
      ...(deviations?.[0] === undefined
        ? []
        : [openUrl(say('selfCheck.deviation'), links.record('deviation', deviations[0]))]),
    ],
  );
}

function plainCard(turn: CardTurn, { links }: Links, record: RecordAnswer, text: string): OutgoingMessage {
  return cardMessage(
    turn.say('selfCheck.summary', { name: nameOf(record) }),
    [...headOf(turn, record), paragraph(text)],
    [openUrl(turn.say('selfCheck.tab'), links.record('selfCheckOccurrence', record.id))],
  );
}

function headOf(turn: CardTurn, record: RecordAnswer): readonly CardElement[] {
  const { say } = turn;
  const line = say('selfCheck.line', {
    ref: record.ref ?? '',
    unit: unitName(turn, record.unitId),
    day: fieldsOf(record).dueOn ?? '',
  });
  return [heading(nameOf(record)), paragraph(line, 'subtle')];
}

function answerText({ say, language }: CardTurn, row: SelfCheckAnswer): string {
  if (!isAnswered(row)) return say('selfCheck.unanswered');
  const text = row.yesNo !== undefined ? yesOrNo[row.yesNo][language] : row.value?.toLocaleString(language);
  if (text === undefined) return say('selfCheck.textAnswered');
  return isFailing(row) ? say('selfCheck.failedAnswer', { answer: text }) : text;
}

export function nameOf(record: RecordAnswer): string {
  return fieldsOf(record).name ?? record.title;
}

export function fieldsOf(record: RecordAnswer): FieldsOfKind<'selfCheckOccurrence'> {
  return record.fields;
}

function rowsOf(record: RecordAnswer): readonly SelfCheckAnswer[] {
  return fieldsOf(record).answers ?? [];
}
