import type { OutgoingMessage } from '../bot-port.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { dueAt } from '../../../shared/rules/deadlines.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { cardMessage, facts, heading, openUrl, paragraph } from './card-elements.ts';
import { dayText } from './interval-text.ts';

/** All that a sent card may say of a record (`design.md` 1.7): no text, no names. */
export interface Receipt {
  readonly recordKind: KindName;
  readonly id: string;
  /** What it is, in the reader's language: "Avvikelse", "Klagomål". */
  readonly label: string;
  readonly ref?: string | undefined;
  readonly unit?: string | undefined;
  readonly status: string;
  /** ISO instant of creation, from which the deadline is counted. */
  readonly createdAt: string;
  /** Something was hidden on the way in. */
  readonly masked: boolean;
}

export function receiptCard(turn: Turn, { links }: Pick<ChatServices, 'links'>, receipt: Receipt): OutgoingMessage {
  const { say } = turn;
  const ref = receipt.ref ?? receipt.label;
  return cardMessage(
    say('receipt.summary', { ref }),
    [
      heading(say('receipt.saved')),
      facts([
        [say('receipt.ref'), receipt.ref],
        [say('receipt.kind'), receipt.label],
        [say('receipt.unit'), unitName(turn, receipt.unit)],
        [say('receipt.status'), statusLabel(turn, receipt.recordKind, receipt.status)],
        [say('receipt.due'), dueText(turn, receipt)],
      ]),
      ...(receipt.masked ? [paragraph(say('receipt.masked'))] : []),
      paragraph(say(nextStep[receipt.recordKind] ?? 'receipt.next', { ref }), 'subtle'),
    ],
    [openUrl(say('receipt.open'), links.record(receipt.recordKind, receipt.id))],
  );
}

/** By when the first step should be taken. Nobody promises anything of a case that has moved on. */
function dueText({ language }: Turn, { recordKind, status, createdAt }: Receipt): string | undefined {
  if (!definitionOf(recordKind).initialStates.includes(status)) return undefined;
  const due = dueAt({ kind: recordKind, status, createdAt, stateChangedAt: createdAt });
  return due === undefined ? undefined : dayText(due, language);
}

const nextStep: Partial<Record<KindName, 'receipt.next' | 'receipt.nextFeedback' | 'receipt.nextRestricted'>> = {
  feedback: 'receipt.nextFeedback',
  misconductCase: 'receipt.nextRestricted',
};

export function unitName({ units, say }: Pick<Turn, 'units' | 'say'>, unitId: string | undefined): string {
  return unitId === undefined ? say('receipt.wholeBoard') : (units.find(({ id }) => id === unitId)?.name ?? '–');
}

export function statusLabel({ language }: Pick<Turn, 'language'>, kind: KindName, status: string): string {
  return definitionOf(kind).states[status]?.[language] ?? status;
}
