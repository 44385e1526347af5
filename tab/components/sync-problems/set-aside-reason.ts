/** The sorts of reasons for which something is set aside, as the texts have them (`setAside.reasons`). */
const reasons = [
  'stepNotPossible',
  'reasonNeeded',
  'systemColumn',
  'commentsChanged',
  'onlyOurApp',
  'madeByHand',
  'copy',
  'incomplete',
  'closed',
  'unreadable',
  'drawingUnreadable',
  'drawingTooLarge',
  'drawingClosed',
  'drawingUnsent',
  'drawingUnsure',
  'drawingConflict',
  'drawingInvalid',
  'drawingRemoved',
  'drawingMoved',
] as const;

/** The sort of a reason, which may go on with the name of a column or field. */
export function sortOfReason(reason: string): (typeof reasons)[number] | 'other' {
  return reasons.find((one) => reason.startsWith(one)) ?? 'other';
}
