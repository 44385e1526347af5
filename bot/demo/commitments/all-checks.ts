/** The six points of the quality checklist, all met (R17). */
export const allChecks = [
  'towardsUsersAndBoard',
  'fromTheMission',
  'clear',
  'essentialQuality',
  'withinEconomy',
  'possibleToFollowUp',
] as const;
