import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { CardElement } from '../bot-port.ts';
import { cardMessage, execute, heading, openUrl, paragraph } from '../cards/card-elements.ts';
import { unitName } from '../cards/receipt-card.ts';
import { fieldsOf, nameOf, selfCheckCard } from '../cards/self-check-card.ts';
import { sendText } from '../effects.ts';
import type { ChatServices, Turn } from '../turn.ts';
import type { ChatCommand } from './command.ts';

/** Teams shows six buttons of a card; the rest are in the tab. */
const shown = 5;

/** The person's open self-checks: the one there is, ready to be answered, or a list to choose from. */
export const selfChecks: ChatCommand = {
  id: 'selfChecks',
  names: {
    sv: ['egenkontroll', 'egenkontroller', 'mina egenkontroller'],
    en: ['self-checks', 'self-check', 'my self-checks'],
  },
  help: { sv: 'Gör dina egenkontroller', en: 'Do your self-checks' },
  asks: [
    /\b(visa|lista|gor|gora|svara|besvara|oppna|mina)\b.*\begenkontroll/u,
    /\b(show|list|do|answer|open|my)\b.*\bself[ -]?checks?\b/u,
  ],
  run: async (turn, services) => {
    const { say, caller, incoming } = turn;
    const mine = await services.selfChecks.mine(caller);
    const [first] = mine;
    if (first === undefined) return [sendText(say('selfCheck.none', { all: services.links.page('selfChecks') }))];
    if (mine.length === 1) {
      const refreshFor = incoming.address.userId;
      return [{ kind: 'send', message: selfCheckCard(turn, services, first, { refreshFor }) }];
    }
    return [{ kind: 'send', message: listCard(turn, services, mine) }];
  },
};

function listCard(turn: Turn, { links }: ChatServices, mine: readonly RecordAnswer[]) {
  const { say } = turn;
  const some = mine.slice(0, shown);
  return cardMessage(
    say('selfCheck.listTitle'),
    [
      heading(say('selfCheck.listTitle')),
      ...some.map((record) => row(turn, record)),
      ...(mine.length > some.length
        ? [paragraph(say('command.casesMore', { shown: some.length, total: mine.length }), 'subtle')]
        : []),
    ],
    [
      ...some.map((record) =>
        execute(say('selfCheck.start', { name: `${nameOf(record)} (${record.ref ?? ''})` }), 'selfCheck.open', {
          id: record.id,
        }),
      ),
      openUrl(say('selfCheck.all'), links.page('selfChecks')),
    ],
  );
}

function row(turn: Turn, record: RecordAnswer): CardElement {
  const line = turn.say('selfCheck.line', {
    ref: record.ref ?? '',
    unit: unitName(turn, record.unitId),
    day: fieldsOf(record).dueOn ?? '',
  });
  return {
    type: 'Container',
    separator: true,
    items: [paragraph(nameOf(record)), paragraph(line, 'subtle')],
  };
}
