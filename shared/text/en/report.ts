import type { report as swedish } from '../sv/report.ts';

export const report: typeof swedish = {
  title: 'Report',
  toMisconduct: 'Report suspected misconduct (lex Sarah)',
  sentence: {
    label: 'What has happened?',
    hint: 'Use your own words, without names and personal identity numbers. You check everything before you send it.',
    example: 'For example: fall på Ekliden igår kväll ca 21.30, ingen skada',
    go: 'Continue',
    skip: 'Fill in by hand',
  },
  check: 'Check and send',
  kind: 'What do you want to report?',
  kinds: { deviation: 'A deviation', feedback: 'A viewpoint, a complaint, praise or a suggestion' },
  unit: 'Unit',
  chooseUnit: 'Choose a unit',
  send: 'Send',
  startAgain: 'Start again',
  emergency: {
    title: 'Call 112 if anybody is in danger now',
    text: 'Report when things are safe. Nobody reads this at once.',
  },
  suspected: {
    title: 'This may be misconduct',
    text: 'If so it is to be reported under lex Sarah, and only the investigator may read it. Your text comes along.',
    go: 'Go to the lex Sarah form',
    ordinary: 'No, this is not misconduct',
  },
  maskedNow: 'We removed what looked like names or personal identity numbers. Read the text before you send it.',
  draft: {
    found: 'You have a draft from before. Go on, or start again.',
    waiting: '',
    saving: 'Saving the draft …',
    saved: 'The draft is saved. Only you see it.',
    failed: 'The draft could not be saved. The text stays here while the page is open.',
    held: 'No draft is saved until you have chosen how to report this.',
  },
  receipt: {
    title: 'Thank you! The report is saved.',
    open: 'Open the case',
    masked: 'Names or personal identity numbers were removed from the text before it was saved.',
    next: 'The unit manager reads the report and gets back to you. You find the case under My part.',
    nextMisconduct:
      'The investigator has received the report. Your unit only sees that a case exists. You can follow it under My part.',
    more: 'Report something else',
  },
  misconduct: {
    title: 'Report under lex Sarah',
    intro:
      'Report misconduct and risks of misconduct. The report goes straight to the investigator and is stored protected. No draft is kept, so send it before you close the page.',
    unit: 'Where did it happen?',
    send: 'Send to the investigator',
  },
};
