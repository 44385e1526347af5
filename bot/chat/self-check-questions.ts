import { selfCheckAreas } from '../../shared/records/self-check-choices.ts';
import { unitName } from './cards/receipt-card.ts';
import { fieldsOf, nameOf } from './cards/self-check-card.ts';
import { foldWords } from './commands/match-command.ts';
import { sendText } from './effects.ts';
import type { Effects } from './effects.ts';
import type { Reading } from '../../shared/intake/read-report.ts';
import type { ChatServices, Turn } from './turn.ts';

const shown = 5;

/** "När ska egenkontrollen för läkemedel vara klar?": the next ones that the asker may see, with their days. */
export async function answerSelfCheckQuestion(
  turn: Turn,
  services: ChatServices,
  words: string,
  { unit }: Pick<Reading, 'unit'>,
): Promise<Effects> {
  const { say, caller } = turn;
  const area = areaIn(words);
  const page = await services.records.list(caller, 'selfCheckOccurrence', {
    status: 'open,scheduled',
    limit: 200,
    ...(area !== undefined && { where: { area } }),
    ...(unit !== undefined && { under: unit }),
  });
  const found = (page.kind === 'ok' ? page.value.rows : [])
    .toSorted((one, other) => (fieldsOf(one).dueOn ?? '').localeCompare(fieldsOf(other).dueOn ?? ''))
    .slice(0, shown);
  const values = { all: services.links.page('selfChecks') };
  if (found.length === 0) return [sendText(say('question.selfCheckNone', values))];
  const lines = found.map((record) =>
    say('question.selfCheckLine', {
      name: nameOf(record),
      link: services.links.record('selfCheckOccurrence', record.id),
      unit: unitName(turn, record.unitId),
      day: fieldsOf(record).dueOn ?? '',
    }),
  );
  return [sendText([say('question.selfCheckNext'), ...lines, say('question.selfCheckDo', values)].join('\n\n'))];
}

/** The area that a question names: its label, or the label's first word as it stands in a longer one. */
function areaIn(words: string): string | undefined {
  return Object.entries(selfCheckAreas).find(([id, label]) => {
    if (id === 'other') return false;
    return [label.sv, label.en].some((text) => {
      const [first = '', ...rest] = foldWords(text).split(' ');
      return (
        words.includes(foldWords(text)) ||
        (rest.length === 0 ? words.includes(first) : words.includes(rest.at(-1) ?? first))
      );
    });
  })?.[0];
}
