import { addDays, dayInStockholm } from '../../../shared/rules/working-days.ts';
import { cardMessage, execute, heading, openUrl, paragraph } from '../cards/card-elements.ts';
import { dayText } from '../cards/interval-text.ts';
import { spentCard } from '../cards/notice-cards.ts';
import { sendText } from '../effects.ts';
import type { Effects } from '../effects.ts';
import type { CardAction } from '../intake/card-actions.ts';
import type { Say } from '../say.ts';
import type { ChatCommand } from './command.ts';

/** What the bot sends the person, and how to change it: whoever cannot turn it down blocks the bot for good. */
export const reminders: ChatCommand = {
  id: 'reminders',
  names: { sv: ['påminnelser', 'mina påminnelser'], en: ['reminders', 'my reminders'] },
  help: { sv: 'Se, ändra eller pausa dina påminnelser', en: 'See, change or pause your reminders' },
  asks: [/\b(pausa|stoppa|andra|stang|pause|stop|change)\b.*\b(paminnelser|reminders)\b/u],
  run: async ({ say, language, caller }, services) => {
    const port = services.reminders;
    if (port === undefined) return [sendText(say('reminder.settings.unavailable'))];
    const [settings, rules] = await Promise.all([port.settings(caller.actor.personId), port.rules()]);
    const { pausedUntil, absentTo, waiting } = settings;
    const title = say('reminder.settings.title');
    return [
      {
        kind: 'send',
        message: cardMessage(
          title,
          [
            heading(title),
            paragraph(
              pausedUntil === undefined
                ? say('reminder.settings.on', { from: rules.opensAt, to: rules.closesAt })
                : say('reminder.settings.paused', { day: dayText(pausedUntil, language) }),
            ),
            ...(absentTo === undefined
              ? []
              : [paragraph(say('reminder.settings.absent', { day: dayText(absentTo, language) }))]),
            paragraph(say('reminder.settings.upcoming', { count: waiting }), 'subtle'),
          ],
          [
            pausedUntil === undefined
              ? execute(say('reminder.settings.pauseWeek'), 'reminders.pause')
              : execute(say('reminder.settings.resume'), 'reminders.resume'),
            openUrl(say('reminder.settings.tab'), services.links.page('reminders')),
          ],
        ),
      },
    ];
  },
};

const pause: CardAction = async ({ say, language, caller }, { reminders: port, now }) => {
  const until = addDays(dayInStockholm(now()), 7);
  const stored = await port?.pause({ id: caller.actor.personId, name: caller.actor.name }, until);
  return chosen(say, stored, say('reminder.settings.pausedNow', { day: dayText(until, language) }));
};

const resume: CardAction = async ({ say, caller }, { reminders: port }) => {
  const stored = await port?.pause({ id: caller.actor.personId, name: caller.actor.name }, undefined);
  return chosen(say, stored, say('reminder.settings.resumedNow'));
};

/** What is not stored is not said to be: the card stays, to be pressed again. */
function chosen(say: Say, stored: boolean | undefined, text: string): Effects {
  return stored === true
    ? [{ kind: 'replace', message: spentCard(say('reminder.settings.title'), text) }]
    : [{ kind: 'refuse', text: say('reminder.settings.unavailable') }];
}

export const reminderSettingActions: Readonly<Record<string, CardAction>> = {
  'reminders.pause': pause,
  'reminders.resume': resume,
};
