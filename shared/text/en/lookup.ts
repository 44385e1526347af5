/** What the bot says when somebody asks for a process or a routine, in English. */
export const lookup = {
  askProcess:
    'Which process? Write for example **show process medication**. [All processes are in the tab]({{link}}).',
  askDocument:
    'Which routine? Write for example **show routine medication**. [All governing documents are in the tab]({{link}}).',
  noProcess:
    'I find no published process for “{{words}}”. Try another or a shorter word, or [see all processes in the tab]({{link}}).',
  noDocument:
    'I find no published routine for “{{words}}”. Try another or a shorter word, or [see all governing documents in the tab]({{link}}). Is the routine missing? Tell your manager.',
  foundOther: 'I find nothing with those words among {{kind}}, but this:',
  kinds: { process: 'processes', governingDocument: 'governing documents' },
  near: 'I find nothing with all the words. This comes closest:',
  listTitle_one: '{{count}} hit for “{{words}}”',
  listTitle_other: '{{count}} hits for “{{words}}”',
  listMore: 'Showing {{shown}} of {{total}}. Write more words to get fewer, or [see all in the tab]({{link}}).',
  alsoTitle: 'See also',
  mission: 'Mission',
  owner: 'Owner',
  steps: 'Number of steps',
  usedIn: 'Used in',
  usedInSteps_one: '{{count}} step of a process',
  usedInSteps_other: '{{count}} steps of processes',
  receiver: 'Is for',
  start: 'Starts when',
  unit: 'Unit',
  type: 'Type',
  who: 'Who',
  concerns: 'Concerns',
  everybody: 'Everybody',
  reviewDate: 'Review by',
  needsReview: 'Needs review. It applies until it is replaced.',
  openProcess: 'Open the process',
  openDocument: 'Open in the tab',
  openFile: 'Open the document',
} as const;
