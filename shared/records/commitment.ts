import { defineRecordKind } from './record-kind.ts';
import { planStates, planTransitions } from './plan-states.ts';

/** The six points that a commitment must meet before it is submitted (R17). */
export const qualityCheckPoints = {
  towardsUsersAndBoard: {
    sv: 'Riktar sig till dem vi är till för och till nämnden',
    en: 'Is made to those we serve and to the board',
  },
  fromTheMission: { sv: 'Utgår från nämndens uppdrag', en: 'Starts from the board’s mission' },
  clear: { sv: 'Är tydligt och fångar syftet', en: 'Is clear and captures the purpose' },
  essentialQuality: { sv: 'Gäller det som betyder mest för kvaliteten', en: 'Concerns what matters most for quality' },
  withinEconomy: { sv: 'Ryms inom enhetens ekonomi', en: 'Fits within the unit’s budget' },
  possibleToFollowUp: { sv: 'Går att följa upp', en: 'Can be followed up' },
} as const;

const judged = ['submitted', 'credibilityReviewed', 'adopted'] as const;

/** Åtagande; the city called it enhetsmål in 2022. One concept for both (R16–R25, R28). */
export const commitment = defineRecordKind({
  name: 'commitment',
  group: 'plan',
  label: { sv: 'Åtagande', en: 'Commitment' },
  plural: { sv: 'Åtaganden', en: 'Commitments' },
  list: { site: 'board', displayName: 'Åtaganden' },
  titleFields: ['text'],
  states: planStates,
  initialStates: ['draft'],
  closedStates: ['credibilityReviewed', 'adopted', 'followedUp', 'archived'],
  transitions: planTransitions,
  commentable: true,
  fields: {
    goal: {
      type: 'reference',
      to: 'goal',
      label: { sv: 'Nämndmål', en: 'Board goal' },
      required: 'always',
      indexed: true,
    },
    year: {
      type: 'number',
      whole: true,
      minimum: 2000,
      maximum: 2100,
      label: { sv: 'År', en: 'Year' },
      required: 'always',
      indexed: true,
    },
    text: {
      type: 'longText',
      maxLength: 2000,
      label: { sv: 'Åtagande', en: 'Commitment' },
      help: {
        sv: 'Vad lovar ni dem ni är till för? Skriv vem det gäller, vad som blir annorlunda och hur det märks.',
        en: 'What do you promise those you serve? Say who it concerns, what changes and how it is seen.',
      },
      required: 'always',
    },
    targetGroup: {
      type: 'text',
      label: { sv: 'Målgrupp', en: 'Target group' },
      help: { sv: 'Vilka är åtagandet till för?', en: 'Who is the commitment for?' },
      required: judged,
    },
    targetGroupNeed: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Målgruppens behov', en: 'Need of the target group' },
      help: {
        sv: 'Vilka behov och krav har målgruppen, och hur vet ni det?',
        en: 'What does the target group need and demand, and how do you know?',
      },
      required: judged,
    },
    workingMethod: {
      type: 'longText',
      label: { sv: 'Arbetssätt', en: 'Working method' },
      help: {
        sv: 'Så gör ni för att hålla åtagandet. Vem gör vad, och hur ofta?',
        en: 'How you keep the commitment. Who does what, and how often?',
      },
      required: judged,
    },
    processes: {
      type: 'references',
      to: 'process',
      label: { sv: 'Processer', en: 'Processes' },
      help: { sv: 'Vilka processer håller åtagandet?', en: 'Which processes keep the commitment?' },
    },
    documents: {
      type: 'references',
      to: 'governingDocument',
      label: { sv: 'Styrande dokument', en: 'Governing documents' },
      help: { sv: 'Vilka styrande dokument gäller här?', en: 'Which governing documents apply here?' },
    },
    resourceUse: {
      type: 'rows',
      label: { sv: 'Resursanvändning', en: 'Resource use' },
      help: {
        sv: 'Hur används kompetens, lokaler, samverkan, material, energi och ekonomi?',
        en: 'How competence, premises, collaboration, material, energy and money are used.',
      },
      fields: {
        resourceKind: {
          type: 'choice',
          label: { sv: 'Slag', en: 'Kind' },
          required: 'always',
          choices: {
            competence: { sv: 'Kompetens', en: 'Competence' },
            premises: { sv: 'Lokaler', en: 'Premises' },
            collaboration: { sv: 'Samverkan', en: 'Collaboration' },
            material: { sv: 'Material', en: 'Material' },
            energy: { sv: 'Energi', en: 'Energy' },
            economy: { sv: 'Ekonomi', en: 'Money' },
          },
        },
        plan: { type: 'longText', maxLength: 2000, label: { sv: 'Plan', en: 'Plan' } },
        measure: { type: 'text', label: { sv: 'Mått', en: 'Measure' } },
        outcome: { type: 'text', label: { sv: 'Utfall', en: 'Outcome' } },
      },
    },
    followUpMethod: {
      type: 'longText',
      label: { sv: 'Uppföljning', en: 'Follow-up' },
      help: {
        sv: 'Hur och när följer ni upp, och vem ser resultatet?',
        en: 'How and when you follow up, and who sees the result.',
      },
      required: judged,
    },
    followUpFrequency: {
      type: 'choice',
      label: { sv: 'Hur ofta följer ni upp?', en: 'How often do you follow up?' },
      choices: {
        weekly: { sv: 'Varje vecka', en: 'Every week' },
        monthly: { sv: 'Varje månad', en: 'Every month' },
        tertial: { sv: 'Varje tertial', en: 'Every tertial' },
        halfYear: { sv: 'Varje halvår', en: 'Every six months' },
        year: { sv: 'Varje år', en: 'Every year' },
      },
    },
    feedbackSystem: {
      type: 'longText',
      label: { sv: 'Synpunkter och klagomål', en: 'Feedback and complaints' },
      help: {
        sv: 'Hur tar ni emot synpunkter och klagomål, och hur använder ni dem?',
        en: 'How you receive feedback and complaints, and how you use them.',
      },
    },
    developmentPlan: {
      type: 'longText',
      label: { sv: 'Utveckling', en: 'Development' },
      help: {
        sv: 'Vad visar förra årets resultat, och vad utvecklar ni därför?',
        en: 'What last year’s results show, and what you develop because of it.',
      },
      required: judged,
    },
    userParticipation: {
      type: 'longText',
      label: { sv: 'Brukarnas delaktighet', en: 'User participation' },
      help: {
        sv: 'Hur är de som berörs med och påverkar?',
        en: 'How those concerned take part and have a say.',
      },
    },
    qualityChecks: {
      type: 'choices',
      choices: qualityCheckPoints,
      label: { sv: 'Kvalitetskontroll', en: 'Quality checklist' },
      help: {
        sv: 'Gå igenom punkterna tillsammans. Alla sex behöver vara avbockade innan ni skickar in.',
        en: 'Go through the points together. All six must be ticked before you submit.',
      },
    },
    decisionDate: { type: 'date', label: { sv: 'Nämndens beslut', en: 'Board decision' }, required: ['adopted'] },
    participants: { type: 'persons', label: { sv: 'Har deltagit', en: 'Took part' }, setBySystem: true },
    order: { type: 'number', label: { sv: 'Ordning', en: 'Order' } },
  },
});
