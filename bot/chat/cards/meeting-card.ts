import { deviationCategories } from '../../../shared/records/choices.ts';
import type { Language } from '../../../shared/api/contract.ts';
import type { OutgoingMessage } from '../bot-port.ts';
import type { MeetingFacts } from '../reminders-port.ts';
import type { Say } from '../say.ts';
import type { TabLinks } from '../tab-links.ts';
import { cardMessage, heading, openUrl, paragraph } from './card-elements.ts';
import { dayText } from './interval-text.ts';

interface MeetingGround {
  readonly say: Say;
  readonly language: Language;
  readonly links: TabLinks;
}

/** Five lines about the unit's last month, to read aloud at the workplace meeting; a sixth where there is something to ask. */
export function meetingFactsCard(facts: MeetingFacts, { say, language, links }: MeetingGround): OutgoingMessage {
  const title = say('reminder.apt.title', { unit: facts.unitName, month: dayText(facts.month, language) });
  const labels: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = deviationCategories;
  const categories = facts.categories.map((code) => labels[code]?.[language] ?? code);
  return cardMessage(
    title,
    [
      heading(title),
      paragraph(say('reminder.apt.deviations', { reported: facts.reported, closed: facts.closed })),
      paragraph(
        categories.length === 0
          ? say('reminder.apt.noCategories')
          : say('reminder.apt.categories', { categories: categories.join(', ') }),
      ),
      paragraph(
        facts.praise === undefined
          ? say('reminder.apt.feedback', { received: facts.received })
          : say('reminder.apt.feedbackAndPraise', { received: facts.received, praise: facts.praise }),
      ),
      paragraph(say('reminder.apt.selfChecks', { done: facts.checksDone, failed: facts.checksFailed })),
      paragraph(say('reminder.apt.open', { open: facts.open, overdue: facts.overdue })),
      ...(facts.silentDays === undefined
        ? []
        : [paragraph(say('reminder.apt.silent', { days: facts.silentDays }), 'attention')]),
    ],
    [openUrl(say('reminder.apt.openTab'), links.page('cases'))],
  );
}
