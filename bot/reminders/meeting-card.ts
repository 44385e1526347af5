import type { OutgoingMessage } from '../chat/bot-port.ts';
import { meetingFactsCard } from '../chat/cards/meeting-card.ts';
import type { CardGround } from '../chat/cards/reminder-cards.ts';
import { readMeetingFacts } from './meeting-facts.ts';

/** The card before the unit's meeting, with the facts as they are when it is sent. */
export async function meetingCard(
  parts: Parameters<typeof readMeetingFacts>[0],
  unitId: string,
  ground: CardGround,
): Promise<OutgoingMessage> {
  return meetingFactsCard(await readMeetingFacts(parts, unitId), ground);
}
