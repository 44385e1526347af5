import { reportCommand } from './report-command.ts';

export const complaint = reportCommand({
  kind: 'complaint',
  names: { sv: ['klagomål', 'nytt klagomål'], en: ['complaint', 'new complaint'] },
  help: { sv: 'Lämna ett klagomål', en: 'Hand in a complaint' },
});
