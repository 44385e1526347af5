import type { ChatCommand } from './command.ts';
import { cancel } from './cancel.ts';
import { complaint } from './complaint.ts';
import { createHelp } from './help.ts';
import { deviation } from './deviation.ts';
import { language } from './language.ts';
import { meeting } from './meeting.ts';
import { misconduct } from './misconduct.ts';
import { myCases } from './my-cases.ts';
import { myUnit } from './my-unit.ts';
import { praise } from './praise.ts';
import { reminders } from './reminders.ts';
import { showDocument, showProcess } from './show-published.ts';
import { selfChecks } from './self-checks.ts';
import { status } from './status.ts';
import { suggestion } from './suggestion.ts';
import { viewpoint } from './viewpoint.ts';

const listed: readonly ChatCommand[] = [
  deviation,
  viewpoint,
  complaint,
  praise,
  suggestion,
  misconduct,
  myCases,
  selfChecks,
  status,
  showProcess,
  showDocument,
  myUnit,
  meeting,
  reminders,
  language,
  cancel,
];

export const help = createHelp(listed);

/** Every command, in the order in which help shows them and free words are tried. */
export const commands: readonly ChatCommand[] = [...listed, help];
