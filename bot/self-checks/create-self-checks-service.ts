import { isRuleUnderstood, plannedSelfChecks } from '../../shared/rules/self-check-schedule.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import { answerQuestion } from './answer-question.ts';
import { readCalendar, readGaps, readMine, readStatistics } from './read-self-checks.ts';
import { runSchedule } from './run-schedule.ts';
import type { SelfCheckContext } from './self-check-context.ts';
import type { SelfChecksService } from './self-checks-service.ts';
import { reviewSelfCheck, submitSelfCheck } from './submit-self-check.ts';

/** How many dates a preview shows, and how far it looks for them. */
const previewed = 6;
const previewDays = 6 * 366;

/** What self-checks can beyond other records; every write goes through the records service. */
export function createSelfChecksService(context: SelfCheckContext): SelfChecksService {
  return {
    run: (boardId) => runSchedule(context, boardId),
    answer: (caller, occurrenceId, questionId, given) =>
      answerQuestion(context, caller, occurrenceId, questionId, given),
    submit: (caller, occurrenceId, input) => submitSelfCheck(context, caller, occurrenceId, input),
    review: (caller, occurrenceId, input) => reviewSelfCheck(context, caller, occurrenceId, input),
    mine: (caller) => readMine(context, caller),
    calendar: (caller, year) => readCalendar(context, caller, year),
    statistics: (caller) => readStatistics(context, caller),
    gaps: (caller) => readGaps(context, caller),
    preview: (schedule) => {
      const today = dayInStockholm(context.now());
      const from = schedule.startsOn > today ? schedule.startsOn : today;
      return {
        understood: isRuleUnderstood(schedule),
        next: plannedSelfChecks(schedule, from, addDays(from, previewDays)).slice(0, previewed),
      };
    },
  };
}
