import { reportCommand } from './report-command.ts';

export const suggestion = reportCommand({
  kind: 'suggestion',
  names: { sv: ['förslag', 'nytt förslag'], en: ['suggestion', 'new suggestion'] },
  help: { sv: 'Lämna ett förslag', en: 'Hand in a suggestion' },
});
