import { reportCommand } from './report-command.ts';

export const deviation = reportCommand({
  kind: 'deviation',
  names: {
    sv: ['avvikelse', 'ny avvikelse', 'rapportera avvikelse', 'rapportera'],
    en: ['deviation', 'new deviation', 'report deviation', 'report'],
  },
  help: { sv: 'Rapportera något som gick fel', en: 'Report something that went wrong' },
});
