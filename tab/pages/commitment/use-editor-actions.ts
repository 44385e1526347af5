import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, RecordAnswer, StepRequest } from '../../../shared/api/contract.ts';
import { planStates } from '../../../shared/records/plan-states.ts';
import type { Label } from '../../../shared/records/record-kind.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { recordsInConflict, unsavedRecords } from './editor-state.ts';
import type { EditorStore } from './editor-store.ts';
import { fieldPlace, focusPlace } from '../../components/field-place.ts';
import { saveEditor } from './save-edits.ts';
import type { RecordProblem, SaveReport } from './save-edits.ts';
import { takeStep } from './take-step.ts';
import type { StepOutcome } from './take-step.ts';
import { useEditorService } from './use-editor-service.ts';

const states: Readonly<Record<string, Label>> = planStates;

/** Problems of fields that have no control of their own lead to where they can be mended. */
function placesOfProblem({ recordId, field, row }: RecordProblem): readonly string[] {
  if (field === 'expectedResults') return [fieldPlace(recordId, 'results.add')];
  if (row !== undefined) return [fieldPlace(recordId, field.replace('.', `.${row}.`))];
  return [fieldPlace(recordId, field), fieldPlace(recordId, `${field}.towardsUsersAndBoard`)];
}

/** Moves focus to where the first of the problems can be mended. */
export function focusProblems(problems: readonly RecordProblem[]): void {
  focusPlace(...problems.flatMap(placesOfProblem));
}

export interface EditorActions {
  readonly busy: boolean;
  readonly problems: readonly RecordProblem[];
  /** What went wrong that is not about a field, said to the person. */
  readonly refusal: string | undefined;
  readonly isComparing: boolean;
  readonly compare: (open: boolean) => void;
  readonly changedMeanwhile: boolean;
  /** Resolves with whether everything is saved. */
  readonly save: () => Promise<boolean>;
  readonly take: (step: AllowedStep, input: Pick<StepRequest, 'reason' | 'fields'>) => Promise<StepOutcome>;
  /** A field was changed: what was wrong with it is not wrong any more, as far as anyone knows. */
  readonly touched: (recordId: string, field: string) => void;
}

/** Saving and taking steps, with everything that the person is told about them. */
export function useEditorActions(commitment: RecordAnswer, store: EditorStore): EditorActions {
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const announce = useAnnounce();
  const service = useEditorService();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly RecordProblem[]>([]);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const [isComparing, setComparing] = useState(false);
  const [changedMeanwhile, setChangedMeanwhile] = useState(false);
  const [toFocus, setToFocus] = useState<readonly RecordProblem[]>([]);

  // After the render that shows the problem, so that its control is there and marked.
  useEffect(() => {
    if (toFocus.length === 0) return;
    focusProblems(toFocus);
    setToFocus([]);
  }, [toFocus]);

  function show(report: Pick<SaveReport, 'problems' | 'refusal'>): void {
    setProblems(report.problems);
    setRefusal(report.refusal);
    setToFocus(report.problems);
  }

  async function saveAll(): Promise<SaveReport> {
    const report = await saveEditor(service, store, commitment.unitId);
    show(report);
    if (recordsInConflict(store.state()).length > 0) setComparing(true);
    return report;
  }

  async function save(): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setChangedMeanwhile(false);
    const report = await saveAll();
    setBusy(false);
    const isSaved = unsavedRecords(store.state()).length === 0;
    if (isSaved) {
      setComparing(false);
      const name = report.steps.find((step) => step.kind === 'arrived')?.record.modifiedBy?.name;
      announce(name === undefined ? t('editor.saved') : t('editor.savedWithTheirs', { name }));
    }
    return isSaved;
  }

  return {
    busy,
    problems,
    refusal,
    isComparing,
    compare: setComparing,
    changedMeanwhile,
    save,
    take: async (step, input) => {
      setBusy(true);
      setChangedMeanwhile(false);
      const outcome = await takeStep(
        { save: saveAll, take: (request) => service.step('commitment', commitment.id, request) },
        store,
        commitment.id,
        step,
        input,
      );
      setBusy(false);
      if (outcome.kind === 'taken') {
        setProblems([]);
        const status = states[outcome.record.status]?.[language] ?? outcome.record.status;
        announce(t('steps.done', { status }));
      }
      if (outcome.kind === 'leave') {
        // Focus goes there when the step's dialog has closed: until then it keeps focus to itself.
        setProblems(outcome.problems);
        setChangedMeanwhile(outcome.changedMeanwhile);
      }
      return outcome;
    },
    touched: (recordId, field) => {
      setProblems((before) => before.filter((one) => one.recordId !== recordId || one.field.split('.')[0] !== field));
    },
  };
}
