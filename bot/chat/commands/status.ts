import { definitionOf, kindNames } from '../../../shared/records/index.ts';
import { cardMessage, facts, heading, openUrl, paragraph } from '../cards/card-elements.ts';
import { dayText } from '../cards/interval-text.ts';
import { statusLabel, unitName } from '../cards/receipt-card.ts';
import { sendText } from '../effects.ts';
import type { ChatCommand } from './command.ts';

const prefixes = kindNames.flatMap((kind) => definitionOf(kind).refPrefix ?? []);
const reference = new RegExp(`\\b(${prefixes.join('|')})[\\s-]*(\\d{4})[\\s-]*(\\d{1,6})\\b`, 'iu');

/** The reference in a text in its full form: "avv 2026 1" is AVV-2026-0001. */
export function referenceIn(text: string): string | undefined {
  const [, prefix, year, number] = reference.exec(text) ?? [];
  if (prefix === undefined || year === undefined || number === undefined) return undefined;
  return `${prefix.toUpperCase()}-${year}-${String(Number(number)).padStart(4, '0')}`;
}

/** How a case is going: status and dates, never its text. */
export const status: ChatCommand = {
  id: 'status',
  names: { sv: ['status'], en: ['status'] },
  help: { sv: 'Se hur det går för ett ärende', en: 'See how a case is going' },
  takes: { sv: 'referens', en: 'reference' },
  accepts: ({ argument, reading }) => referenceIn(argument) !== undefined || reading.kind === 'unknown',
  asks: [new RegExp(`\\b(${prefixes.join('|').toLowerCase()})[\\s-]*\\d{4}[\\s-]*\\d{1,6}\\b`, 'u')],
  run: async (turn, { records, links }, { argument }) => {
    const { say, caller, language } = turn;
    const ref = referenceIn(argument);
    if (ref === undefined) return [sendText(say('command.statusAsk'))];
    const found = await records.findByRef(caller, ref);
    if (found.kind !== 'ok') return [sendText(say('command.statusNone', { ref }))];
    const record = found.value;
    const answered = typeof record.fields['messageToReporter'] === 'string';
    return [
      {
        kind: 'send',
        message: cardMessage(
          `${ref}: ${statusLabel(turn, record.kind, record.status)}`,
          [
            heading(ref),
            facts([
              [say('receipt.status'), statusLabel(turn, record.kind, record.status)],
              [say('receipt.kind'), definitionOf(record.kind).label[language]],
              [say('receipt.unit'), unitName(turn, record.unitId)],
              [say('command.reported'), dayText(record.createdAt, language)],
              [say('command.changed'), dayText(record.stateChangedAt, language)],
            ]),
            ...(answered ? [paragraph(say('receipt.answer'))] : []),
          ],
          [openUrl(say('receipt.open'), links.record(record.kind, record.id))],
        ),
      },
    ];
  },
};
