import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AllowedStep,
  FieldProblem,
  MeAnswer,
  RecordAnswer,
  StepRequest,
  UnitAnswer,
} from '../../../shared/api/contract.ts';
import type { Person } from '../../../shared/records/record-kind.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { ConflictView } from '../../components/conflict-view.tsx';
import { formatDate } from '../../components/format-date.ts';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { UnsavedMarker } from '../../components/unsaved-marker.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { goalName, textOf } from '../commitments/goal-tree.ts';
import { PlanStatus } from '../commitments/plan-status.tsx';
import { CommitmentForm } from './commitment-form.tsx';
import { EditorContext } from './editor-context.ts';
import type { Editor } from './editor-context.ts';
import { ReadOnlyReason, RestoredNotice, ReturnedReason } from './editor-notices.tsx';
import { fieldsOf, recordsInConflict, unsavedRecords, withoutEdits } from './editor-state.ts';
import type { EditorEvent } from './editor-state.ts';
import { HistoryDrawer } from './history-drawer.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { RedThread } from './red-thread.tsx';
import { SaveBar } from './save-bar.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StrandedTexts } from './stranded-texts.tsx';
import { focusProblems, useEditorActions } from './use-editor-actions.ts';
import { useModal } from '../../components/use-modal.ts';
import { useEditorRecords } from './use-editor-records.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr) 320px' },
  },
  aside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  people: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface CommitmentEditorProps {
  readonly record: RecordAnswer;
  readonly me: MeAnswer;
  readonly units: readonly UnitAnswer[];
}

/** One commitment: read, written, commented on and taken from draft to adopted. */
export function CommitmentEditor({ record, me, units }: CommitmentEditorProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const announce = useAnnounce();
  const records = useEditorRecords(record, me);
  const { store, editor: state, goals, autosave } = records;
  const actions = useEditorActions(record, store);
  const stepping = useModal<AllowedStep>();
  const [stepProblems, setStepProblems] = useState<readonly FieldProblem[]>([]);
  const [stepRefusal, setStepRefusal] = useState<string | undefined>(undefined);
  const history = useModal<undefined>();

  const commitment = state.records.find((one) => one.id === record.id);
  const saved = commitment?.saved ?? record;
  const mayEdit = saved.allowed.edit;
  const unit = units.find((one) => one.id === saved.unitId);
  const fields = commitment && mayEdit ? fieldsOf(commitment) : saved.fields;
  const unsaved = unsavedRecords(state);
  const hasUnsaved = unsaved.length > 0;
  const conflicts = recordsInConflict(state);
  const conflict = conflicts[0];
  const { touched } = actions;

  const editor = useMemo((): Editor | undefined => {
    if (!commitment) return undefined;
    // What cannot be saved must not look as if it were: it is shown by itself (`StrandedTexts`).
    const shown = mayEdit ? state.records : state.records.flatMap(withoutEdits);
    return {
      commitment: shown.find((one) => one.id === commitment.id) ?? commitment,
      saved,
      results: shown.filter((one) => one.kind === 'expectedResult'),
      newIndicators: state.records.filter((one) => one.kind === 'indicator' && one.saved === undefined),
      indicators: [
        ...records.indicators,
        ...state.records.flatMap((one) => (one.kind === 'indicator' && one.saved ? [one.saved] : [])),
      ],
      goals,
      unit,
      mayEdit,
      mayComment: saved.allowed.comment,
      mayCreateIndicator: me.mayCreate.includes('indicator'),
      problems: actions.problems,
      dispatch: (event: EditorEvent) => {
        if (event.kind === 'edited') touched(event.id, event.field);
        store.dispatch(event);
      },
      keep: () => void autosave?.flush(),
    };
  }, [
    commitment,
    saved,
    mayEdit,
    state,
    records.indicators,
    goals,
    unit,
    me,
    actions.problems,
    touched,
    store,
    autosave,
  ]);

  if (!editor || !records.isReady) return <Skeleton lines={8} />;

  function discard(): void {
    store.dispatch({ kind: 'discarded' });
    records.forgetRestored();
    announce(t('editor.restored.discarded'));
  }

  function openStep(next: AllowedStep): void {
    setStepProblems([]);
    setStepRefusal(undefined);
    stepping.show(next);
  }

  async function take(input: Pick<StepRequest, 'reason' | 'fields'>): Promise<void> {
    if (!stepping.shown) return;
    const outcome = await actions.take(stepping.shown.value, input);
    if (outcome.kind === 'stay') {
      setStepProblems(outcome.problems);
      setStepRefusal(outcome.refusal);
    } else {
      const problems = outcome.kind === 'leave' ? outcome.problems : [];
      stepping.close(() => focusProblems(problems));
    }
  }

  const title = textOf(fields['text']).split('\n')[0] ?? '';
  const decisionDate = textOf(fields['decisionDate']);
  const participants = (fields['participants'] ?? []) as readonly Person[];
  const mine = conflict ? Object.fromEntries(conflict.conflicts.map((one) => [one.field, one.mine])) : {};

  return (
    <EditorContext value={editor}>
      <div className={styles.page}>
        <RedThread goalId={textOf(fields['goal'])} goals={goals} year={Number(fields['year'])} />
        <div>
          <PageTitle title={title || t('editor.untitled')} />
          <div className={styles.facts}>
            <span>{t('editor.facts', { unit: unit?.name ?? '', year: fields['year'] })}</span>
            <PlanStatus status={saved.status} />
            {decisionDate ? <span>{t('editor.decided', { day: formatDate(decisionDate, language) })}</span> : null}
            <UnsavedMarker record={saved} />
          </div>
        </div>
        <ReturnedReason commitment={saved} />
        <ReadOnlyReason commitment={saved} />
        {records.restored && hasUnsaved && mayEdit ? (
          <RestoredNotice at={records.restored.at} onDiscard={discard} onKeep={records.forgetRestored} />
        ) : null}
        {hasUnsaved && !mayEdit ? <StrandedTexts onDiscard={discard} records={unsaved} /> : null}
        {mayEdit || saved.allowed.steps.length > 0 ? (
          <SaveBar
            autosave={records.state}
            busy={actions.busy}
            hasUnsaved={hasUnsaved}
            mayEdit={mayEdit}
            onSave={() => void actions.save()}
            onStep={openStep}
            steps={saved.allowed.steps}
          />
        ) : null}
        {actions.refusal === undefined ? null : (
          <Notice tone="error" urgent>
            {actions.refusal}
          </Notice>
        )}
        {actions.changedMeanwhile ? (
          <Notice tone="warning" urgent>
            {t('steps.changedMeanwhile')}
          </Notice>
        ) : null}
        {actions.problems.length > 0 ? (
          <Notice tone="error">{t('editor.problems', { count: actions.problems.length })}</Notice>
        ) : null}
        {conflict?.saved && actions.isComparing ? (
          <ConflictView
            busy={actions.busy}
            current={conflict.saved}
            key={`${conflict.id} ${String(conflict.saved.revision)}`}
            mine={mine}
            onCancel={() => actions.compare(false)}
            onResolve={(chosen) => {
              const choices = Object.fromEntries(
                conflict.conflicts.map(({ field }) => [field, field in chosen ? 'mine' : 'theirs'] as const),
              );
              store.dispatch({ kind: 'settled', id: conflict.id, choices });
              void actions.save();
            }}
            referenceTitle={(id) => {
              const goal = goals.find((one) => one.id === id);
              return goal && goalName(goal);
            }}
          />
        ) : null}
        {conflict && !actions.isComparing ? (
          <Notice
            actions={<Button onClick={() => actions.compare(true)}>{t('conflict.open')}</Button>}
            tone="warning"
            urgent
          >
            {t('conflict.waiting')}
          </Notice>
        ) : null}
        <div className={styles.columns}>
          <CommitmentForm />
          <div className={styles.aside}>
            {mayEdit ? (
              <Section heading={t('sections.missing')}>
                <MissingPanel />
              </Section>
            ) : null}
            <Section heading={t('sections.people')}>
              {participants.length === 0 ? (
                <p className={styles.none}>{t('people.none')}</p>
              ) : (
                <ul className={styles.people}>
                  {participants.map((person) => (
                    <li key={person.id}>{person.name}</li>
                  ))}
                </ul>
              )}
            </Section>
            <Section heading={t('sections.history')}>
              <Button icon={<History20Regular />} onClick={() => history.show(undefined)}>
                {t('history.open')}
              </Button>
            </Section>
          </div>
        </div>
      </div>
      {stepping.shown ? (
        <StepDialog
          busy={actions.busy}
          hasUnsaved={hasUnsaved}
          isOpen={stepping.isOpen}
          key={stepping.shown.turn}
          onClose={() => stepping.close()}
          onTake={(input) => void take(input)}
          problems={stepProblems}
          refusal={stepRefusal}
          step={stepping.shown.value}
        />
      ) : null}
      <HistoryDrawer commitmentId={record.id} goals={goals} isOpen={history.isOpen} onClose={() => history.close()} />
      <LeaveGuard hasUnsaved={hasUnsaved && mayEdit} isKept={records.state.kind === 'saved'} save={actions.save} />
    </EditorContext>
  );
}
