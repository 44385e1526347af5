import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '../../../../shared/api/process-contract.ts';
import { routeOfRecord } from '../../../../shared/api/links.ts';
import type { Autosave, AutosaveState } from '../../../api/autosave.ts';
import type { FoundDraft } from '../../../api/use-autosave.ts';
import { useAnnounce } from '../../../components/announcement.tsx';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { formatDate } from '../../../components/format-date.ts';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Section } from '../../../components/section.tsx';
import { TextLink } from '../../../components/text-link.tsx';
import { useLanguage } from '../../../host/host-context.ts';
import { DrawingEditor } from '../drawing/drawing-editor.tsx';
import { ActivityList } from './activity-list.tsx';
import { EditingContext } from './editing-context.ts';
import { draftOf, readDraft } from './kept-draft.ts';
import { actInEditor } from './keys.ts';
import { MergeView } from './merge-view.tsx';
import { PresentOthers } from './present-others.tsx';
import { createProcessEditorStore } from './process-editor-store.ts';
import { RestoredNotice } from './restored-notice.tsx';
import { RoleList } from './role-list.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveProblems } from './save-problems.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useListEditing } from './use-list-editing.ts';
import { usePresence } from './use-presence.ts';
import { useSaving } from './use-saving.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface ProcessEditorProps {
  readonly answer: ProcessAnswer;
  readonly personId: string;
  readonly autosave: Autosave;
  readonly draftState: AutosaveState;
  readonly found: FoundDraft | undefined;
}

/** The editor of one process: roles and activities as lists, saved together with drawing and records as one act. */
export function ProcessEditor({ answer, personId, autosave, draftState, found }: ProcessEditorProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  const language = useLanguage();
  const announce = useAnnounce();
  const { process } = answer;
  const mayEdit = process.allowed.edit;
  const [kept, setKept] = useState(() => (mayEdit ? readDraft(found?.body) : undefined));
  const [store] = useState(() =>
    createProcessEditorStore({ version: kept?.version ?? answer.version, model: answer.model }, kept?.model),
  );
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { model, isChanged, canUndo, canRedo, selectedId } = state;
  const list = useRef<HTMLOListElement>(null);
  const editing = useListEditing(store, list);
  const saving = useSaving(store, process.id, process.revision);
  const present = usePresence(process.id, mayEdit && isChanged, answer.present);

  useEffect(() => {
    if (mayEdit) autosave.note(draftOf(state));
  }, [autosave, mayEdit, state]);

  useEffect(() => {
    if (!isChanged) setKept(undefined);
  }, [isChanged]);

  function discard(): void {
    store.settle({ version: answer.version, model: answer.model }, model, true);
    setKept(undefined);
    announce(t('draft.discarded'));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const act = mayEdit ? actInEditor(event) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    if (act === 'save') void saving.save();
    else if (act === 'undo') editing.undo();
    else editing.redo();
  }

  function savedInWords(): string {
    if (!isChanged) return t('bar.allSaved');
    if (draftState.kind === 'failed') return t('bar.draftFailed');
    if (draftState.kind !== 'saved') return t('bar.unsaved');
    return t('bar.draftSaved', { time: formatDate(draftState.at, language, 'time') });
  }

  return (
    <EditingContext value={editing}>
      <div className={styles.page} data-ready="" onKeyDown={onKeyDown}>
        <PageTitle title={t('title', { name: process.title })}>
          <TextLink to={routeOfRecord('process', process.id)}>{t('back')}</TextLink>
        </PageTitle>
        <PresentOthers ownId={personId} present={present} />
        {kept === undefined || !isChanged ? null : (
          <RestoredNotice
            at={found?.at}
            isOlder={kept.version !== answer.version}
            onDiscard={discard}
            onKeep={() => setKept(undefined)}
          />
        )}
        {mayEdit ? (
          <SaveBar
            busy={saving.busy}
            canRedo={canRedo}
            canUndo={canUndo}
            isChanged={isChanged}
            onRedo={editing.redo}
            onSave={() => void saving.save()}
            onUndo={editing.undo}
            state={savedInWords()}
          />
        ) : (
          <Notice tone="info">{t('readOnly')}</Notice>
        )}
        {saving.failure === undefined ? null : <FailureNotice failure={saving.failure} urgent />}
        {saving.failure === undefined ? null : <SaveProblems model={model} problems={saving.failure.problems} />}
        {saving.conflict === undefined ? null : (
          <MergeView
            busy={saving.busy}
            conflict={saving.conflict}
            key={saving.conflict.version}
            mine={model}
            onPutOff={saving.putOff}
            onSettle={(choose) => void saving.settle(choose)}
          />
        )}
        <Section heading={t('roles.heading')}>
          <RoleList mayEdit={mayEdit} roles={model.roles} />
        </Section>
        <Section heading={t('list.heading')}>
          <ActivityList answer={answer} list={list} mayEdit={mayEdit} model={model} selectedId={selectedId} />
        </Section>
        {mayEdit ? (
          <>
            <DrawingEditor onAppend={editing.append} processId={process.id} store={store} />
            <Section heading={t('keys.heading')}>
              <Shortcuts />
            </Section>
          </>
        ) : null}
      </div>
      <LeaveGuard hasUnsaved={isChanged && mayEdit} isKept={draftState.kind === 'saved'} save={() => saving.save()} />
    </EditingContext>
  );
}
