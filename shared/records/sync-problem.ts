import { defineRecordKind } from './record-kind.ts';

/**
 * Synkproblem: a conflict, or something set aside, with what was written, and when it is settled by whom and why. Kept in a
 * list so that it outlives the database (`design.md` 3); written by the sync engine alone, and shown on the page
 * Synkronisering and the pages of records. Its id is that of the conflict or of what was set aside.
 */
const fields = {
  problem: {
    type: 'choice',
    choices: {
      conflict: { sv: 'Ändrat på två håll', en: 'Changed in two places' },
      setAside: { sv: 'Lagt åt sidan', en: 'Set aside' },
    },
    label: { sv: 'Problem', en: 'Problem' },
    required: 'always',
  },
  recordKind: { type: 'text', maxLength: 60, label: { sv: 'Slag', en: 'Kind' }, required: 'always' },
  recordId: { type: 'text', maxLength: 60, label: { sv: 'Ärendets nyckel', en: 'Key of the record' } },
  itemId: { type: 'text', maxLength: 60, label: { sv: 'Rad i listan', en: 'Item in the list' } },
  about: { type: 'longText', label: { sv: 'Gäller', en: 'About' }, required: 'always' },
  /** JSON, whole as the engine keeps it. */
  written: { type: 'longText', maxLength: 1_000_000, label: { sv: 'Det som skrevs', en: 'What was written' } },
  standing: { type: 'longText', maxLength: 1_000_000, label: { sv: 'Det som gällde', en: 'What stood' } },
  foundAt: { type: 'dateTime', label: { sv: 'Upptäckt', en: 'Found' }, required: 'always' },
  settledAt: { type: 'dateTime', label: { sv: 'Avgjort', en: 'Settled' } },
  settledBy: { type: 'person', label: { sv: 'Avgjort av', en: 'Settled by' } },
  outcome: { type: 'text', maxLength: 20, label: { sv: 'Utfall', en: 'Outcome' } },
  settleReason: { type: 'longText', label: { sv: 'Skäl', en: 'Reason' } },
  taken: { type: 'words', label: { sv: 'Övertagna uppgifter', en: 'Details taken over' } },
} as const;

const shared = {
  group: 'internal',
  label: { sv: 'Synkproblem', en: 'Sync problem' },
  titleFields: ['problem'],
  states: { active: { sv: 'Finns', en: 'Kept' } },
  initialStates: ['active'],
  transitions: [],
  fields,
} as const;

export const syncProblem = defineRecordKind({
  ...shared,
  name: 'syncProblem',
  plural: { sv: 'Synkproblem', en: 'Sync problems' },
  list: { site: 'board', displayName: 'Synkproblem' },
});

/** The same about records of the restricted site, and nowhere else. */
export const restrictedSyncProblem = defineRecordKind({
  ...shared,
  name: 'restrictedSyncProblem',
  plural: { sv: 'Synkproblem, skyddade', en: 'Sync problems, restricted' },
  list: { site: 'restricted', displayName: 'Synkproblem' },
});
