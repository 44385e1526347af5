/** The buttons of the reminders, by verb. Each is looked up and checked anew: a card's data can be anything (`teams.md` 2). */
import { z } from 'zod';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import type { OutgoingMessage } from './bot-port.ts';
import { delegateCard, mayPutOff, reminderCard, settledCard, stepOnCard } from './cards/reminder-cards.ts';
import type { CardGround } from './cards/reminder-cards.ts';
import { dayText } from './cards/interval-text.ts';
import { spentCard } from './cards/notice-cards.ts';
import type { Effects } from './effects.ts';
import { replaceWithButtonGone } from './intake/card-actions.ts';
import type { CardAction } from './intake/card-actions.ts';
import type { CardData } from './parse-activity.ts';
import type { RemindersPort, ReminderView } from './reminders-port.ts';
import type { ChatServices, Turn } from './turn.ts';

const reminderData = z.object({ reminderId: z.uuid() });
const snoozeData = z.object({ days: z.coerce.number().int().min(1).max(14) });
const delegateData = z.object({ to: z.string().min(1) });

interface Pressed {
  readonly turn: Turn;
  readonly services: ChatServices;
  readonly reminders: RemindersPort;
  readonly reminder: ReminderView;
  readonly data: CardData;
}

const show = (message: OutgoingMessage): Effects => [{ kind: 'replace', message }];

/** Only its recipient may use a card, and only while the reminder stands. */
function onReminder(act: (pressed: Pressed) => Promise<Effects>): CardAction {
  return async (turn, services, data) => {
    const id = reminderData.safeParse(data).data?.reminderId;
    const { reminders } = services;
    const reminder = id === undefined ? undefined : await reminders?.find(id);
    if (reminders === undefined || reminder === undefined || withoutButtons.has(reminder.subject))
      return [replaceWithButtonGone(turn)];
    if (reminder.personId !== turn.caller.actor.personId)
      return [{ kind: 'refuse', text: turn.say('reminder.receipt.notYours') }];
    const pressed = { turn, services, reminders, reminder, data };
    return stands(reminder) ? await act(pressed) : show(await whatBecame(pressed));
  };
}

/** As `onReminder`, for a button that not every card has: where it does not belong, the card comes as it should be. */
function onCard(belongs: (reminder: ReminderView) => boolean, act: (pressed: Pressed) => Promise<Effects>): CardAction {
  return onReminder(async (pressed) => (belongs(pressed.reminder) ? await act(pressed) : await showAgain(pressed)));
}

const isQuestion = ({ subject }: ReminderView) => subject === 'silentUnit';
const withoutButtons: ReadonlySet<string> = new Set(['digest', 'meeting']);
const stands = ({ state }: ReminderView) => ['sending', 'sent', 'maybeDelivered'].includes(state);

/** What has become of the reminder by now: a press that comes twice is answered the same both times. */
async function receipt(pressed: Pressed): Promise<Effects> {
  const reminder = await pressed.reminders.find(pressed.reminder.id);
  return show(await whatBecame({ ...pressed, reminder: reminder ?? pressed.reminder }));
}

async function whatBecame({ turn, services, reminders, reminder }: Pressed): Promise<OutgoingMessage> {
  const { say, language } = turn;
  const { state, reason, snoozedTo, delegateId } = reminder;
  if (state === 'snoozed' && snoozedTo !== undefined) {
    const text = say('reminder.receipt.snoozed', { day: dayText(snoozedTo, language) });
    return spentCard(say('reminder.receipt.snoozedTitle'), text);
  }
  if (state === 'delegated') {
    const persons = await services.records.persons(services.boardId);
    const name = persons.find(({ person }) => person.id === delegateId)?.person.name ?? '';
    return spentCard(say('reminder.receipt.delegatedTitle'), say('reminder.receipt.delegated', { name }));
  }
  if (state !== 'answered') return settledCard(reminder, turn);
  if (reason === 'confirmed') {
    const { silentDays: days } = await reminders.rules();
    return spentCard(say('reminder.receipt.confirmedTitle'), say('reminder.receipt.confirmed', { days }));
  }
  if (reason === 'atMeeting') {
    const meeting = await reminders.bringToMeeting(reminder);
    const day = meeting === undefined ? '' : ` ${dayText(meeting, language)}`;
    return spentCard(say('reminder.receipt.atMeetingTitle'), say('reminder.receipt.atMeeting', { day }));
  }
  const step = stepOnCard(reminder, language)?.label;
  if (step === undefined) return settledCard(reminder, turn);
  return spentCard(say('reminder.receipt.doneTitle'), say('reminder.receipt.done', { step }));
}

async function groundOf({ turn, services, reminders }: Pressed): Promise<CardGround> {
  const { say, language, units } = turn;
  const rules = await reminders.rules();
  return { say, language, units, rules, links: services.links, today: dayInStockholm(services.now()) };
}

const snooze = onCard(mayPutOff, async (pressed) => {
  const { turn, reminders, reminder, data } = pressed;
  const to = await reminders.snooze(reminder, snoozeData.safeParse(data).data?.days ?? 1);
  const { snoozes } = await reminders.rules();
  if (to === undefined && reminder.snoozes >= snoozes)
    return [{ kind: 'refuse', text: turn.say('reminder.receipt.noMoreSnoozes') }];
  return receipt(pressed);
});

const askDelegate = onCard(mayPutOff, async ({ turn, reminders, reminder }) =>
  show(delegateCard(reminder, await reminders.delegates(reminder), turn)),
);

const delegate = onCard(mayPutOff, async (pressed) => {
  const { turn, reminders, reminder, data } = pressed;
  const chosen = delegateData.safeParse(data).data?.to;
  if (chosen !== undefined && (await reminders.delegate(reminder, chosen))) return receipt(pressed);
  const after = (await reminders.find(reminder.id)) ?? reminder;
  if (!stands(after)) return receipt(pressed);
  return show(delegateCard(after, await reminders.delegates(after), turn));
});

async function showAgain(pressed: Pressed): Promise<Effects> {
  return show(reminderCard(pressed.reminder, await groundOf(pressed)));
}

/** The next step of the record, taken through the records service as its own form would. */
const takeStep = onReminder(async (pressed) => {
  const { turn, services, reminders, reminder } = pressed;
  const { say, caller, language } = turn;
  const step = stepOnCard(reminder, language);
  const found = step && (await services.records.get(caller, step.kind, reminder.matterId));
  if (step === undefined || found?.kind !== 'ok') return [replaceWithButtonGone(turn)];
  const outcome = await services.records.takeStep(caller, step.kind, reminder.matterId, {
    to: step.to,
    baseRevision: found.value.revision,
  });
  if (outcome.kind === 'invalid') return [{ kind: 'refuse', text: say('reminder.receipt.needsForm') }];
  // Somebody else was faster, or the right to it is gone: either way this card is spent.
  if (outcome.kind !== 'ok') return receipt(pressed);
  await reminders.answer(reminder, step.to);
  return receipt(pressed);
});

const confirmSilence = onCard(isQuestion, async (pressed) => {
  await pressed.reminders.answer(pressed.reminder, 'confirmed');
  return receipt(pressed);
});

const atMeeting = onCard(isQuestion, async (pressed) => {
  await pressed.reminders.bringToMeeting(pressed.reminder);
  return receipt(pressed);
});

export const reminderActions: Readonly<Record<string, CardAction>> = {
  'reminder.snooze': snooze,
  'reminder.delegate': askDelegate,
  'reminder.delegateTo': delegate,
  'reminder.show': onReminder(showAgain),
  'reminder.step': takeStep,
  'reminder.confirm': confirmSilence,
  'reminder.atMeeting': atMeeting,
};
