import { tab } from '../../shared/text/sv/tab.ts';
import type { TextSources } from '../host/texts.ts';

/** Every area of texts that the tab's pages use, one line an area and language. */
export const textSources: TextSources = {
  tab: {
    // In the first download: most people read it.
    sv: () => Promise.resolve(tab),
    en: async () => (await import('../../shared/text/en/tab.ts')).tab,
  },
  cases: {
    sv: async () => (await import('../../shared/text/sv/cases.ts')).cases,
    en: async () => (await import('../../shared/text/en/cases.ts')).cases,
  },
  report: {
    sv: async () => (await import('../../shared/text/sv/report.ts')).report,
    en: async () => (await import('../../shared/text/en/report.ts')).report,
  },
  sync: {
    sv: async () => (await import('../../shared/text/sv/sync.ts')).sync,
    en: async () => (await import('../../shared/text/en/sync.ts')).sync,
  },
  processes: {
    sv: async () => (await import('../../shared/text/sv/processes.ts')).processes,
    en: async () => (await import('../../shared/text/en/processes.ts')).processes,
  },
  documents: {
    sv: async () => (await import('../../shared/text/sv/documents.ts')).documents,
    en: async () => (await import('../../shared/text/en/documents.ts')).documents,
  },
  drawing: {
    sv: async () => (await import('../../shared/text/sv/drawing.ts')).drawing,
    en: async () => (await import('../../shared/text/en/drawing.ts')).drawing,
  },
  processEditor: {
    sv: async () => (await import('../../shared/text/sv/process-editor.ts')).processEditor,
    en: async () => (await import('../../shared/text/en/process-editor.ts')).processEditor,
  },
  reminders: {
    sv: async () => (await import('../../shared/text/sv/reminders-page.ts')).reminders,
    en: async () => (await import('../../shared/text/en/reminders-page.ts')).reminders,
  },
  selfChecks: {
    sv: async () => (await import('../../shared/text/sv/self-checks.ts')).selfChecks,
    en: async () => (await import('../../shared/text/en/self-checks.ts')).selfChecks,
  },
  plan: {
    sv: async () => (await import('../../shared/text/sv/plan.ts')).plan,
    en: async () => (await import('../../shared/text/en/plan.ts')).plan,
  },
};
