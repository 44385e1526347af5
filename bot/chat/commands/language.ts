import { sendText } from '../effects.ts';
import { sayIn } from '../say.ts';
import { foldWords } from './match-command.ts';
import type { ChatCommand } from './command.ts';

const english = new Set(['engelska', 'english', 'en']);
const swedish = new Set(['svenska', 'swedish', 'sv']);

/** Swedish first; whoever chooses English is answered in English from then on. */
export const language: ChatCommand = {
  id: 'language',
  names: { sv: ['språk', 'svenska'], en: ['language', 'english'] },
  help: { sv: 'Byt språk (språk engelska)', en: 'Change language (language swedish)' },
  takes: { sv: 'svenska/engelska', en: 'swedish/english' },
  accepts: ({ argument }) => english.has(foldWords(argument)) || swedish.has(foldWords(argument)),
  run: async (turn, { conversations }, { argument, reading }) => {
    const wanted = foldWords(argument === '' ? reading.maskedText : argument);
    const chosen = english.has(wanted) ? 'en' : swedish.has(wanted) ? 'sv' : undefined;
    if (chosen === undefined) return [sendText(turn.say('command.languageNow'))];
    await conversations.choose(turn.caller.actor.personId, turn.incoming.address, { language: chosen });
    return [sendText(sayIn(chosen)('command.languageChosen'))];
  },
};
