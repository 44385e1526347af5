import type { Label } from '../../../shared/records/record-kind.ts';
import type { Reading } from '../../../shared/intake/read-report.ts';
import type { Effects } from '../effects.ts';
import type { ChatServices, Turn } from '../turn.ts';

/**
 * A command as data. Help and the app manifest are made from the list in `index.ts`; a new command is a file and a line
 * there.
 */
export interface ChatCommand {
  readonly id: string;
  /** What a person may write; the first is the one that help shows. */
  readonly names: { readonly sv: readonly string[]; readonly en: readonly string[] };
  readonly help: Label;
  /** What may follow the name, as help shows it: "<referens>". */
  readonly takes?: Label;
  /**
   * Whether what follows the name is meant for the command. Without it only the bare name is the command, so that no
   * report that happens to begin with the word is swallowed.
   */
  readonly accepts?: (said: Said, turn: Turn) => boolean;
  /** Ways of asking in free words, folded; tried only on a sentence that is no report. */
  readonly asks?: readonly RegExp[];
  run(turn: Turn, services: ChatServices, said: Said): Promise<Effects>;
}

/** What was written to a command. */
export interface Said {
  /** What follows the name; everything when the command was asked for in free words. */
  readonly argument: string;
  /** A colon, dash or exclamation mark stood right after the name. */
  readonly separated: boolean;
  /** What the whole message says. */
  readonly reading: Reading;
}
