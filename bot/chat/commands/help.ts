import type { CardElement } from '../bot-port.ts';
import { cardMessage, heading, openUrl, paragraph } from '../cards/card-elements.ts';
import type { Turn } from '../turn.ts';
import type { ChatCommand } from './command.ts';

/** Shows the commands with what each does, made from the list itself. */
export function createHelp(listed: readonly ChatCommand[]): ChatCommand {
  const help: ChatCommand = {
    id: 'help',
    names: { sv: ['hjälp', 'kommandon', 'meny', 'start'], en: ['help', 'commands', 'menu'] },
    help: { sv: 'Se allt jag kan', en: 'See all I can do' },
    asks: [/\bvad kan du\b/u, /\bhur (funkar|fungerar|anvander)\b/u, /\bwhat can you\b/u, /\bhow does this work\b/u],
    run: ({ say, language }, { links }) =>
      Promise.resolve([
        {
          kind: 'send',
          message: cardMessage(
            say('command.helpSummary'),
            [
              heading(say('command.helpTitle')),
              paragraph(say('command.helpIntro')),
              ...[...listed, help].map((command) => commandRow(command, language)),
              paragraph(say('command.helpEmergency'), 'attention'),
            ],
            [openUrl(say('command.openTab'), links.page('myPart'))],
          ),
        },
      ]),
  };
  return help;
}

function commandRow({ names, help, takes }: ChatCommand, language: Turn['language']): CardElement {
  const name = names[language][0] ?? '';
  const column = (text: string, width: string) => ({
    type: 'Column',
    width,
    items: [{ type: 'TextBlock', text, wrap: true }],
  });
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      column(takes === undefined ? `**${name}**` : `**${name}** ‹${takes[language]}›`, '2'),
      column(help[language], '3'),
    ],
  };
}
