/** Taking a step from the editor: what is unsaved is saved first, so that the step is about what the person sees. */
import type { AllowedStep, FieldProblem, RecordAnswer, StepRequest } from '../../../shared/api/contract.ts';
import type { EditorStore } from './editor-store.ts';
import { unsavedRecords } from './editor-state.ts';
import type { RecordProblem, SaveReport, StoreOutcome } from './save-edits.ts';

export type StepOutcome =
  | { readonly kind: 'taken'; readonly record: RecordAnswer }
  /** The step stays open: these problems are about its own fields, or the service refused. */
  | { readonly kind: 'stay'; readonly problems: readonly FieldProblem[]; readonly refusal?: string }
  /** The step closes: the editor has problems at its fields, or another's change to show. */
  | {
      readonly kind: 'leave';
      readonly problems: readonly RecordProblem[];
      readonly report?: SaveReport;
      readonly changedMeanwhile: boolean;
    };

export interface StepPort {
  readonly save: () => Promise<SaveReport>;
  readonly take: (request: StepRequest) => Promise<StoreOutcome>;
}

/** `input` is what the step's dialog collected. */
export async function takeStep(
  port: StepPort,
  store: EditorStore,
  commitmentId: string,
  step: AllowedStep,
  input: Pick<StepRequest, 'reason' | 'fields'>,
): Promise<StepOutcome> {
  if (unsavedRecords(store.state()).length > 0) {
    const report = await port.save();
    if (report.refusal !== undefined) return { kind: 'stay', problems: [], refusal: report.refusal };
    if (unsavedRecords(store.state()).length > 0) {
      return { kind: 'leave', problems: report.problems, report, changedMeanwhile: false };
    }
  }
  const revision = store.state().records.find((one) => one.id === commitmentId)?.saved?.revision ?? 0;
  const outcome = await port.take({ to: step.to, baseRevision: revision, ...input });
  switch (outcome.kind) {
    case 'stored':
      store.dispatch({ kind: 'stored', record: outcome.record, sent: {} });
      return { kind: 'taken', record: outcome.record };
    case 'changedBySomebodyElse':
      store.dispatch({ kind: 'arrived', records: [outcome.current] });
      return { kind: 'leave', problems: [], changedMeanwhile: true };
    case 'invalid': {
      const isOwn = ({ field }: FieldProblem): boolean => field === 'reason' || step.fields.includes(field);
      const elsewhere = outcome.problems.filter((problem) => !isOwn(problem));
      if (elsewhere.length === 0) return { kind: 'stay', problems: outcome.problems };
      const problems = elsewhere.map((problem) => ({ ...problem, recordId: commitmentId }));
      return { kind: 'leave', problems, changedMeanwhile: false };
    }
    case 'refused':
      return { kind: 'stay', problems: [], refusal: outcome.text };
  }
}
