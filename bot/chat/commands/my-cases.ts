import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { CardElement } from '../bot-port.ts';
import { cardMessage, heading, openUrl, paragraph } from '../cards/card-elements.ts';
import { dayText } from '../cards/interval-text.ts';
import { statusLabel, unitName } from '../cards/receipt-card.ts';
import { sendText } from '../effects.ts';
import type { ChatServices, Turn } from '../turn.ts';
import type { ChatCommand } from './command.ts';
import { foldWords } from './match-command.ts';

const shown = 8;
const reported = '(arenden|avvikelser|synpunkter|klagomal|rapporter|rapporterat|cases|reports|deviations|feedback)';

/** What the person has reported, newest first; "öppna" and a kind in the sentence narrow it. */
export const myCases: ChatCommand = {
  id: 'myCases',
  names: {
    sv: ['mina ärenden', 'mina rapporter', 'mina avvikelser', 'ärenden'],
    en: ['my cases', 'my reports', 'cases'],
  },
  help: { sv: 'Se det du har rapporterat', en: 'See what you have reported' },
  asks: [
    new RegExp(`\\b(mina|visa|lista|my|show|list)\\b.*\\b${reported}\\b`, 'u'),
    /\b(vad|vilka|what|which)\b.*\bjag\b.*\brapporterat\b/u,
    new RegExp(`\\bhur gar det\\b.*\\bmina?\\b.*\\b${reported}\\b`, 'u'),
  ],
  run: async (turn, services, { argument, reading }) => {
    const words = foldWords(argument === '' ? reading.maskedText : argument);
    const open = /\b(oppna|pagaende|open)\b/u.test(words);
    const pages = await Promise.all(
      kindsIn(words).map((kind) =>
        services.records.list(turn.caller, kind, { mine: true, limit: shown, ...(open ? { open } : {}) }),
      ),
    );
    const found = pages.flatMap((page) => (page.kind === 'ok' ? [page.value] : []));
    const total = found.reduce((sum, page) => sum + page.total, 0);
    const newest = found
      .flatMap(({ rows }) => rows)
      .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
      .slice(0, shown);
    const { say } = turn;
    if (newest.length === 0) return [sendText(say(open ? 'command.casesNoneOpen' : 'command.casesNone'))];
    return [
      {
        kind: 'send',
        message: cardMessage(
          say('command.casesSummary'),
          [
            heading(say(open ? 'command.casesOpenTitle' : 'command.casesTitle')),
            ...newest.map((record) => caseRow(turn, services, record)),
            ...(total > newest.length
              ? [paragraph(say('command.casesMore', { shown: newest.length, total }), 'subtle')]
              : []),
          ],
          [openUrl(say('command.casesAll'), services.links.page('cases'))],
        ),
      },
    ];
  },
};

function kindsIn(words: string): readonly KindName[] {
  const deviations = /\b(avvikelser|deviations)\b/u.test(words);
  const feedback = /\b(synpunkter|klagomal|feedback)\b/u.test(words);
  if (deviations === feedback) return ['deviation', 'feedback', 'misconductCase'];
  return deviations ? ['deviation', 'misconductCase'] : ['feedback'];
}

function caseRow(turn: Turn, { links }: ChatServices, record: RecordAnswer): CardElement {
  const { say, language } = turn;
  const open = links.record(record.kind, record.id);
  return {
    type: 'Container',
    separator: true,
    selectAction: openUrl(record.ref ?? record.title, open),
    items: [
      paragraph(`[${record.ref ?? record.title}](${open}) ${record.title} · ${unitName(turn, record.unitId)}`),
      paragraph(
        say('command.casesLine', {
          status: statusLabel(turn, record.kind, record.status),
          date: dayText(record.createdAt, language),
        }),
        'subtle',
      ),
    ],
  };
}
