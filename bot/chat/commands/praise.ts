import { reportCommand } from './report-command.ts';

export const praise = reportCommand({
  kind: 'praise',
  names: { sv: ['beröm'], en: ['praise'] },
  help: { sv: 'Lämna beröm', en: 'Hand in praise' },
});
