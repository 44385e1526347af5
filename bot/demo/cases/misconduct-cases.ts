import type { DemoCase } from '../demo-types.ts';

/** One report of suspected misconduct, under investigation: in the restricted site only (`design.md` 1.6). */
export const misconductCases: readonly DemoCase[] = [
  {
    key: 'inlast',
    kind: 'misconductCase',
    unit: 'vinkeln',
    by: 'maja',
    daysAgo: 11,
    time: '02:00',
    fields: {
      whatHappened:
        'När jag kom på morgonen var dörren till en boendes rum låst utifrån. Den boende hade ropat under natten. Nyckeln satt i på utsidan.',
      whenText: 'under natten',
      immediateAction: 'Jag låste upp direkt, stannade hos den boende och ringde chef i beredskap.',
    },
    steps: [
      {
        by: 'ulrika',
        days: 0,
        to: 'preliminaryAssessment',
        fields: { messageToReporter: 'Tack för att du rapporterade. Jag hör av mig till dig i dag.' },
      },
      { by: 'ulrika', days: 1, to: 'investigating' },
    ],
  },
];
