/** Cards that nobody asked for: subject, reference, unit, deadline and a link. No narrative, no names (`design.md` 1.7). */
import type { Language, UnitAnswer } from '../../../shared/api/contract.ts';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { Person } from '../../../shared/records/record-kind.ts';
import type { ReminderRules } from '../../../shared/rules/reminders/reminder-rules.ts';
import type { CardElement, OutgoingMessage } from '../bot-port.ts';
import type { ReminderView } from '../reminders-port.ts';
import type { Say } from '../say.ts';
import type { TabLinks } from '../tab-links.ts';
import { cardMessage, execute, facts, heading, openUrl, paragraph } from './card-elements.ts';
import { spentCard } from './notice-cards.ts';
import { dayText } from './interval-text.ts';

export interface CardGround {
  readonly say: Say;
  readonly language: Language;
  readonly links: TabLinks;
  readonly units: readonly UnitAnswer[];
  readonly rules: ReminderRules;
  /** `yyyy-MM-dd` in Stockholm. */
  readonly today: string;
}

/** Steps that need nothing but a yes, by kind and state: taken on the card itself. Others open the tab. */
const stepsOnCard: Readonly<Record<string, string>> = {
  'deviation reported': 'acknowledged',
  'deviation actionPlanned': 'inProgress',
  'deviation inProgress': 'effectReview',
  'feedback received': 'confirmed',
};

const snoozeDays = [1, 3, 7] as const;

export function kindOfSubject(subject: ReminderView['subject']): KindName | undefined {
  const kind = subject === 'selfCheck' ? 'selfCheckOccurrence' : subject;
  return isKindName(kind) ? kind : undefined;
}

/** The step that the card's button takes, and what it is called. */
export function stepOnCard({ subject, stage, part }: ReminderView, language: Language) {
  const kind = kindOfSubject(subject);
  const to = stepsOnCard[`${subject} ${stage}`];
  if (kind === undefined || to === undefined || part !== 'act') return undefined;
  const transition = definitionOf(kind).transitions.find((one) => one.from === stage && one.to === to);
  return transition === undefined ? undefined : { kind, to, label: transition.label[language] };
}

/** What is acute, or has gone upwards because it was not done, is neither put off nor handed on. */
export function mayPutOff({ part, acute, subject }: ReminderView): boolean {
  return part === 'act' && !acute && subject !== 'silentUnit';
}

/** A self-check that waits for its answers is answered on the card itself, question by question. */
function isToAnswer({ subject, stage, part }: ReminderView): boolean {
  return subject === 'selfCheck' && stage === 'open' && part === 'act';
}

export function reminderCard(reminder: ReminderView, ground: CardGround): OutgoingMessage {
  if (reminder.subject === 'silentUnit') return silentUnitCard(reminder, ground);
  const { say, language, links } = ground;
  const title = titleOf(reminder, ground);
  const unit = unitNameOf(reminder.unitId, ground);
  const step = stepOnCard(reminder, language);
  const isTheirs = mayPutOff(reminder);
  const maySnooze = isTheirs && reminder.snoozes < ground.rules.snoozes;
  return cardMessage(
    say('reminder.summary', { title, unit }),
    [
      heading(title),
      facts([
        [say(hasName(reminder) ? 'reminder.about' : 'reminder.ref'), reminder.ref],
        [say('reminder.unit'), unit],
        [say('reminder.state'), stageLabel(reminder, language)],
        [say('reminder.deadline'), dayText(reminder.deadline, language)],
      ]),
      ...(maySnooze ? [snoozeInput(ground)] : []),
      paragraph(say(whyOf(reminder)), 'subtle'),
      paragraph(say('reminder.change'), 'subtle'),
    ],
    [
      ...(step === undefined ? [] : [execute(step.label, 'reminder.step', { reminderId: reminder.id })]),
      ...(isToAnswer(reminder)
        ? [execute(say('reminder.answerHere'), 'selfCheck.open', { id: reminder.matterId })]
        : []),
      openUrl(say('reminder.open'), linkTo(reminder, links)),
      ...(maySnooze ? [execute(say('reminder.snooze'), 'reminder.snooze', { reminderId: reminder.id }, 'auto')] : []),
      ...(isTheirs ? [execute(say('reminder.delegate'), 'reminder.delegate', { reminderId: reminder.id })] : []),
    ],
  );
}

function silentUnitCard(reminder: ReminderView, ground: CardGround): OutgoingMessage {
  const { say, links, rules } = ground;
  const unit = unitNameOf(reminder.unitId, ground);
  const title = say('reminder.title.silent');
  return cardMessage(
    say('reminder.summary', { title, unit }),
    [
      heading(title),
      paragraph(say('reminder.silent', { unit, days: rules.silentDays })),
      paragraph(say('reminder.change'), 'subtle'),
    ],
    [
      execute(say('reminder.confirm'), 'reminder.confirm', { reminderId: reminder.id }),
      execute(say('reminder.atMeeting'), 'reminder.atMeeting', { reminderId: reminder.id }),
      openUrl(say('reminder.report'), links.page('report')),
    ],
  );
}

/** What waits, most urgent first; as many as a card holds, the rest in the tab. */
export function digestCard(open: readonly ReminderView[], ground: CardGround): OutgoingMessage {
  const { say, language, links, today } = ground;
  const title = say('reminder.digest.title', { count: open.length });
  const shown = open.toSorted((one, other) => one.deadline.localeCompare(other.deadline)).slice(0, 10);
  const line = (one: ReminderView): CardElement => {
    const late = one.deadline < today ? ` (${say('reminder.digest.overdue')})` : '';
    const subject = one.ref ?? say(`reminder.subject.${one.subject === 'digest' ? 'deviation' : one.subject}`);
    const values = { subject, unit: unitNameOf(one.unitId, ground), day: dayText(one.deadline, language) };
    return {
      ...paragraph(`${say('reminder.digest.line', values)}${late}`),
      selectAction: openUrl(subject, linkTo(one, links)),
    };
  };
  return cardMessage(
    title,
    [
      heading(title),
      ...shown.map(line),
      ...(open.length > shown.length
        ? [paragraph(say('reminder.digest.more', { count: open.length - shown.length }), 'subtle')]
        : []),
      paragraph(say('reminder.change'), 'subtle'),
    ],
    [openUrl(say('reminder.digest.open'), links.page('myPart'))],
  );
}

/** In the place of a card whose matter was settled elsewhere. */
export function settledCard(reminder: ReminderView, { say }: Pick<CardGround, 'say'>): OutgoingMessage {
  const what = [say(`reminder.subject.${subjectText(reminder)}`), reminder.ref].filter(Boolean).join(' ');
  return spentCard(`${say('reminder.receipt.settledTitle')}: ${what}`, say('reminder.receipt.settled'));
}

export function delegateCard(
  reminder: ReminderView,
  people: readonly Person[],
  { say }: Pick<CardGround, 'say'>,
): OutgoingMessage {
  const title = say('reminder.delegateTitle');
  return cardMessage(
    title,
    [
      heading(title),
      people.length === 0
        ? paragraph(say('reminder.delegateNobody'))
        : {
            type: 'Input.ChoiceSet',
            id: 'to',
            label: title,
            style: 'filtered',
            choices: people.map(({ id, name }) => ({ title: name, value: id })),
          },
    ],
    [
      ...(people.length === 0
        ? []
        : [execute(say('reminder.delegateDo'), 'reminder.delegateTo', { reminderId: reminder.id }, 'auto')]),
      execute(say('reminder.back'), 'reminder.show', { reminderId: reminder.id }),
    ],
  );
}

function snoozeInput({ say }: CardGround): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: 'days',
    label: say('reminder.snoozeChoice'),
    style: 'compact',
    value: '1',
    choices: snoozeDays.map((count) => ({ title: say('reminder.snoozeDays', { count }), value: String(count) })),
  };
}

function titleOf(reminder: ReminderView, { say, today }: CardGround): string {
  const subject = say(`reminder.subject.${subjectText(reminder)}`);
  if (reminder.acute) return say('reminder.title.acute', { subject });
  if (reminder.step.endsWith('!')) return say('reminder.title.unreached', { subject });
  if (reminder.part === 'escalation') return say('reminder.title.escalation', { subject });
  if (reminder.deadline === today) return say('reminder.title.today', { subject });
  return say(reminder.deadline < today ? 'reminder.title.overdue' : 'reminder.title.upcoming', { subject });
}

/** These are told by their name, which is open to all who work here, instead of a reference. */
function hasName({ subject }: ReminderView): boolean {
  return subject === 'process' || subject === 'governingDocument' || subject === 'selfCheck';
}

function whyOf({ part, step }: ReminderView) {
  if (step.endsWith('!')) return 'reminder.whyUnreached';
  return part === 'escalation' ? 'reminder.whyEscalation' : 'reminder.why';
}

function subjectText({ subject }: ReminderView) {
  return subject === 'digest' ? 'deviation' : subject;
}

function stageLabel({ subject, stage }: ReminderView, language: Language): string | undefined {
  const kind = kindOfSubject(subject);
  return kind === undefined ? undefined : definitionOf(kind).states[stage]?.[language];
}

export function unitNameOf(unitId: string | undefined, { say, units }: Pick<CardGround, 'say' | 'units'>): string {
  return units.find(({ id }) => id === unitId)?.name ?? say('receipt.wholeBoard');
}

function linkTo(reminder: ReminderView, links: TabLinks): string {
  const kind = kindOfSubject(reminder.subject);
  return kind === undefined ? links.page('myPart') : links.record(kind, reminder.matterId);
}
