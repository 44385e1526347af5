import { reportCommand } from './report-command.ts';

export const viewpoint = reportCommand({
  kind: 'viewpoint',
  names: { sv: ['synpunkt', 'ny synpunkt', 'lämna synpunkt'], en: ['viewpoint', 'feedback', 'new viewpoint'] },
  help: { sv: 'Lämna en synpunkt', en: 'Hand in a viewpoint' },
});
