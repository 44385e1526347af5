import { settledCard } from '../chat/cards/reminder-cards.ts';
import type { CardGround } from '../chat/cards/reminder-cards.ts';
import { selfCheckCard } from '../chat/cards/self-check-card.ts';
import type { OutgoingMessage } from '../chat/bot-port.ts';
import type { RecordsService } from '../records/records-service.ts';
import type { ReminderRow } from './reminder-rows.ts';
import { viewOfRow } from './row-view.ts';

/**
 * What comes in the place of a card whose matter is settled. A self-check's is its receipt, the same as who hands it in on
 * the card sees, so that it stands there whichever was first; of anything else the card says that it is settled. The
 * record is read as the recipient, who gets the short card where they may read it no more.
 */
export async function turnedCard(
  { records, boardId }: { readonly records: RecordsService; readonly boardId: string },
  row: ReminderRow,
): Promise<(ground: CardGround) => OutgoingMessage> {
  const reminder = viewOfRow(row);
  const short = (ground: CardGround) => settledCard(reminder, ground);
  if (reminder.subject !== 'selfCheck') return short;
  const actor = await records.actorOf(boardId, reminder.personId);
  const caller = { boardId, actor, via: 'system', language: 'sv' } as const;
  const found = await records.get(caller, 'selfCheckOccurrence', reminder.matterId);
  if (found.kind !== 'ok' || found.value.view !== 'full' || waits.has(found.value.status)) return short;
  return (ground) => selfCheckCard(ground, ground, found.value);
}

const waits: ReadonlySet<string> = new Set(['scheduled', 'open']);
