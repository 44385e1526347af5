import { findUnit } from '../../../shared/intake/find-unit.ts';
import { splitWords } from '../../../shared/intake/words.ts';
import { createUnitTree } from '../../../shared/rules/unit-tree.ts';
import { meetingFactsCard } from '../cards/meeting-card.ts';
import { sendText } from '../effects.ts';
import { reportKind } from '../intake/start-intake.ts';
import type { Turn } from '../turn.ts';
import type { ChatCommand } from './command.ts';

/** The unit's last month in five lines without personal data, for the workplace meeting (R52). */
export const meeting: ChatCommand = {
  id: 'meeting',
  names: { sv: ['apt'], en: ['workplace meeting'] },
  help: { sv: 'Få underlag till APT', en: 'Get the numbers for your workplace meeting' },
  takes: { sv: 'enhet', en: 'unit' },
  accepts: ({ reading }) => reportKind(reading) === undefined && reading.kind !== 'emergency',
  run: async (turn, services, { argument }) => {
    const { say, language } = turn;
    const port = services.reminders;
    if (port === undefined) return [sendText(say('reminder.settings.unavailable'))];
    const unitId = argument === '' ? ownUnit(turn) : unitNamed(turn, argument);
    if (unitId === undefined) return [sendText(say('reminder.apt.noUnit'))];
    if (!maySee(turn, unitId)) return [sendText(say('reminder.apt.notYours'))];
    const facts = await port.meetingFacts(unitId);
    return [{ kind: 'send', message: meetingFactsCard(facts, { say, language, links: services.links }) }];
  },
};

function ownUnit({ caller }: Turn): string | undefined {
  const { roles } = caller.actor;
  return (roles.find(({ role }) => role === 'unitManager') ?? roles.find(({ role }) => role === 'employee'))?.unitId;
}

function unitNamed({ units }: Turn, words: string): string | undefined {
  return findUnit(
    splitWords(words),
    units.filter(({ active }) => active),
  )?.unit.id;
}

/** Who works in the unit, who leads it or a department above, and who works with quality for the whole board. */
function maySee({ caller, units }: Turn, unitId: string): boolean {
  const tree = createUnitTree(units);
  return caller.actor.roles.some(
    ({ role, unitId: at }) =>
      role === 'qualityCoordinator' ||
      (at !== undefined && (at === unitId || (role === 'departmentHead' && tree.isWithin(unitId, at)))),
  );
}
