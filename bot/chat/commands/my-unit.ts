import { z } from 'zod';
import { findUnit } from '../../../shared/intake/find-unit.ts';
import { splitWords } from '../../../shared/intake/words.ts';
import { spentCard } from '../cards/notice-cards.ts';
import { cardMessage, execute, heading, paragraph } from '../cards/card-elements.ts';
import { unitChoices } from '../cards/intake-choices.ts';
import { unitName } from '../cards/receipt-card.ts';
import { sendText } from '../effects.ts';
import type { OutgoingMessage } from '../bot-port.ts';
import type { CardAction } from '../intake/card-actions.ts';

import { reportKind, usualUnit } from '../intake/start-intake.ts';
import type { Turn } from '../turn.ts';
import type { ChatCommand } from './command.ts';

/** Chooses the unit that reports start from: by name, or in a list. */
export const myUnit: ChatCommand = {
  id: 'myUnit',
  names: { sv: ['min enhet', 'byt enhet', 'välj enhet'], en: ['my unit', 'change unit', 'choose unit'] },
  help: { sv: 'Välj eller byt enhet', en: 'Choose or change your unit' },
  takes: { sv: 'namn', en: 'name' },
  accepts: ({ reading }) => reportKind(reading) === undefined && reading.kind !== 'emergency',
  asks: [/\b(byt|byta|andra|valj|valja|change|choose)\b.*\b(enhet|unit)\b/u, /\b(vilken|which)\b.*\b(enhet|unit)\b/u],
  run: async (turn, services, { argument, reading }) => {
    const { say, caller, incoming } = turn;
    const named = argument === '' ? undefined : unitNamed(turn, argument);
    if (named === undefined) {
      // Free words ("vilken enhet har jag?") name no unit and are not a wrong name.
      const wrongName = argument !== '' && argument !== reading.maskedText;
      return [{ kind: 'send', message: unitCard(turn, wrongName) }];
    }
    await services.conversations.choose(caller.actor.personId, incoming.address, { chosenUnit: named });
    return [sendText(say('command.unitChosen', { unit: unitName(turn, named) }))];
  },
};

function unitNamed({ units }: Turn, words: string): string | undefined {
  return findUnit(
    splitWords(words),
    units.filter(({ active }) => active),
  )?.unit.id;
}

function unitCard(turn: Turn, wrongName = false): OutgoingMessage {
  const { say } = turn;
  const unit = usualUnit(turn);
  return cardMessage(
    say('command.unitSummary'),
    [
      heading(say('command.unitTitle')),
      ...(wrongName ? [paragraph(say('command.unitNotFound'), 'attention')] : []),
      paragraph(unit === undefined ? say('command.unitNone') : say('command.unitNow', { unit: unitName(turn, unit) })),
      {
        type: 'Input.ChoiceSet',
        id: 'unit',
        label: say('card.unit'),
        style: 'filtered',
        placeholder: say('card.unitPlaceholder'),
        choices: unitChoices(turn.units),
        ...(unit === undefined ? {} : { value: unit }),
      },
    ],
    [execute(say('command.unitChoose'), 'unit.choose', {}, 'auto')],
  );
}

const choice = z.object({ unit: z.uuid() });

/** The button of the card above. A unit that is closed or unknown is asked for again. */
export const chooseUnit: CardAction = async (turn, services, data) => {
  const { say, caller, incoming } = turn;
  const chosen = choice.safeParse(data).data?.unit;
  if (chosen === undefined || !turn.units.some(({ id, active }) => id === chosen && active))
    return [{ kind: 'replace', message: unitCard(turn, true) }];
  await services.conversations.choose(caller.actor.personId, incoming.address, { chosenUnit: chosen });
  const text = say('command.unitChosen', { unit: unitName(turn, chosen) });
  return [{ kind: 'replace', message: spentCard(say('command.unitTitle'), text) }];
};
