import { misconductCard } from '../cards/notice-cards.ts';
import type { ChatCommand } from './command.ts';

/** Opens the protected form without a word about what happened. */
export const misconduct: ChatCommand = {
  id: 'misconduct',
  names: { sv: ['lex sarah', 'missförhållande'], en: ['misconduct'] },
  help: {
    sv: 'Rapportera ett misstänkt missförhållande i skyddat formulär',
    en: 'Report suspected misconduct in a protected form',
  },
  run: (turn, services) =>
    Promise.resolve([{ kind: 'send', message: misconductCard(turn, services, { wrote: false }) }]),
};
