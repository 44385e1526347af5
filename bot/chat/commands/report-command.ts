import { maskText } from '../../../shared/intake/masking.ts';
import type { Label } from '../../../shared/records/record-kind.ts';
import { draftsOf } from '../drafts.ts';
import type { IntakeKind } from '../drafts.ts';
import { sendText } from '../effects.ts';

import { startIntake } from '../intake/start-intake.ts';
import type { ChatCommand } from './command.ts';

const neverReports = new Set(['question', 'smalltalk', 'command', 'emergency']);

/**
 * A command that reports: the bare word asks for one sentence; `avvikelse: fall på Ekliden` starts at once with what
 * follows. Without a colon the sentence speaks for itself, and the word only decides where nothing else does.
 */
export function reportCommand(parts: {
  readonly kind: IntakeKind;
  readonly names: ChatCommand['names'];
  readonly help: Label;
}): ChatCommand {
  const { kind, names, help } = parts;
  return {
    id: kind,
    names,
    help,
    accepts: ({ separated, reading }) => reading.kind === 'unknown' || (separated && !neverReports.has(reading.kind)),
    run: async (turn, services, { argument, separated, reading }) => {
      if (argument === '') {
        const drafts = draftsOf(services, turn.caller.actor.personId);
        await drafts.setPosition({ awaiting: { kind, language: turn.language } });
        return [sendText(`${turn.say(`ask.${kind}`)} ${turn.say('ask.orCancel')}`)];
      }
      if (!separated) return startIntake(turn, services, reading, { kind });
      const { maskedText } = maskText(argument);
      return startIntake(turn, services, reading, { kind, text: maskedText });
    },
  };
}
