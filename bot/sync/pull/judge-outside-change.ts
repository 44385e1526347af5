import type { KindName } from '../../../shared/records/index.ts';
import type { AnyFields, RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import { isStateRequired } from '../../../shared/rules/required-fields.ts';
import { fitsRecord } from '../../../shared/rules/states.ts';
import type { DrawingProblem } from '../../processes/take-in-drawing.ts';
import type { DecodedItem } from '../../graph/decode-item.ts';
import { stableJson } from '../../graph/canonical.ts';
import type { RecordContent, RecordRow } from '../../records/record-store.ts';
import type { FileProblem } from '../library/decide-file.ts';
import { changedFields } from '../merge/merge.ts';

/** Why a change made directly in SharePoint does not count. Codes, for the coordinator's page; no content. */
export type OutsideProblem =
  | `unreadable:${string}`
  | 'onlyOurApp'
  | 'systemColumn'
  | 'commentsChanged'
  | `setBySystem:${string}`
  | 'stepNotPossible'
  | 'reasonNeeded'
  | 'closed'
  | `required:${string}`
  | 'madeByHand'
  | 'copy'
  | 'incomplete'
  | DrawingProblem
  | FileProblem
  | 'drawingRemoved'
  | 'drawingMoved';

/**
 * Holds what a person changed in SharePoint against the rules that the records service holds everybody to: only our app
 * changes roles and what the system sets, a status goes along the kind's transitions, nothing changes in a closed state,
 * and what the state requires is there. Undefined when the change may stand. Rules S-I3…S-I7.
 */
export function judgeOutsideChange(
  definition: RecordKindDefinition,
  row: RecordRow,
  base: RecordContent,
  item: DecodedItem,
  theirs: RecordContent,
): OutsideProblem | undefined {
  if (isOnlyOurs(definition)) return 'onlyOurApp';
  if (isSystemColumnChanged(row, item)) return 'systemColumn';
  if (isCommentChanged(base, theirs)) return 'commentsChanged';
  const changed = changedFields(definition, base.fields, theirs.fields);
  const ofSystem = [...changed].find((name) => definition.fields[name]?.setBySystem === true);
  if (ofSystem !== undefined) return `setBySystem:${ofSystem}`;
  return base.status === theirs.status
    ? judgeFields(definition, base, theirs, changed)
    : judgeStep(definition, row.kind, base, theirs, changed);
}

/** Roles, the organisation, restricted cases and the bot's own notes: no person changes them in a list (`design.md` 1.4). */
export function isOnlyOurs(definition: RecordKindDefinition): boolean {
  return definition.name === 'roleAssignment' || definition.group === 'internal' || definition.group === 'restricted';
}

/** The first field that the state requires and the content lacks. */
export function missingField(definition: RecordKindDefinition, status: string, fields: AnyFields): string | undefined {
  return Object.entries(definition.fields).find(
    ([name, field]) => fields[name] === undefined && isStateRequired(field, status),
  )?.[0];
}

function isSystemColumnChanged(row: RecordRow, item: DecodedItem): boolean {
  return (
    item.id !== row.id ||
    item.ref !== row.ref ||
    item.createdBy?.id !== row.createdBy.id ||
    toSeconds(item.createdAt) !== toSeconds(row.createdAt)
  );
}

function isCommentChanged(base: RecordContent, theirs: RecordContent): boolean {
  return stableJson(base.comments) !== stableJson(theirs.comments);
}

function judgeFields(
  definition: RecordKindDefinition,
  base: RecordContent,
  theirs: RecordContent,
  changed: ReadonlySet<string>,
): OutsideProblem | undefined {
  if (changed.size > 0 && definition.closedStates?.includes(base.status) === true) return 'closed';
  // What was missing before is not this person's doing.
  const emptied = [...changed].find((name) => {
    const field = definition.fields[name];
    return theirs.fields[name] === undefined && field !== undefined && isStateRequired(field, theirs.status);
  });
  return emptied === undefined ? undefined : `required:${emptied}`;
}

function judgeStep(
  definition: RecordKindDefinition,
  kind: KindName,
  base: RecordContent,
  theirs: RecordContent,
  changed: ReadonlySet<string>,
): OutsideProblem | undefined {
  const steps = definition.transitions.filter(
    (step) =>
      step.from === base.status && step.to === theirs.status && fitsRecord(step, { kind, fields: theirs.fields }),
  );
  const [step] = steps;
  if (step === undefined) return 'stepNotPossible';
  // A list has no place for the reason that such a step must give.
  if (step.needsReason === true) return 'reasonNeeded';
  const isClosed = definition.closedStates?.includes(base.status) === true;
  if (isClosed && [...changed].some((name) => step.fields?.includes(name) !== true)) return 'closed';
  const missing = missingField(definition, theirs.status, theirs.fields);
  return missing === undefined ? undefined : `required:${missing}`;
}

/** SharePoint keeps instants to the second. */
const toSeconds = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Math.floor(Date.parse(instant) / 1000);
