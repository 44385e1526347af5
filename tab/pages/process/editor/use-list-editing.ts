import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandRefusal, ProcessCommand } from '../../../../shared/process/commands/command.ts';
import { activityKinds, stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { useAnnounce } from '../../../components/announcement.tsx';
import { findCell } from './cells.ts';
import type { Column } from './cells.ts';
import { addActivity, addBranch, addDecision, appendStep, splitActivity } from './list-actions.ts';
import type { ListAction, NewId } from './list-actions.ts';
import type { ProcessEditorStore } from './process-editor-store.ts';

/** What can be done in the list: each act changes the process, leads focus on and says what happened. */
export interface ListEditing {
  readonly store: ProcessEditorStore;
  readonly newId: NewId;
  /** A change in a field; `typing` as in the store. */
  readonly change: (command: ProcessCommand | undefined, typing?: string) => void;
  readonly addAfter: (rowId: string | undefined) => void;
  readonly decisionAfter: (rowId: string | undefined) => void;
  readonly branchOf: (decisionId: string) => void;
  /** From the drawing, where focus stays; the id of what was added. */
  readonly append: (stepId: string, what: 'activity' | 'decision') => string | undefined;
  /** `at`: the place of the cursor in the name. */
  readonly split: (stepId: string, at: number) => void;
  readonly move: (stepId: string, by: 1 | -1, column: Column) => void;
  readonly remove: (rowId: string, column: Column) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly focus: (rowId: string, column: Column) => void;
}

const spoken: readonly CommandRefusal[] = ['atTheEdge', 'wrongDirection', 'toItself', 'alreadyConnected'];

/** Ids that are names in XML and that no two make alike. */
function newId(kind: Parameters<NewId>[0]): string {
  return `${kind}_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
}

/** `list` holds the cells; focus is led to one as soon as its row is drawn. */
export function useListEditing(store: ProcessEditorStore, list: RefObject<HTMLElement | null>): ListEditing {
  const { t } = useTranslation('processEditor');
  const announce = useAnnounce();
  const waiting = useRef<{ readonly rowId: string; readonly column: Column } | undefined>(undefined);

  useLayoutEffect(() => {
    if (waiting.current === undefined || list.current === null) return;
    const cell = findCell(list.current, waiting.current.rowId, waiting.current.column);
    if (cell === null) return;
    waiting.current = undefined;
    cell.focus();
  });

  return useMemo(() => {
    const model = (): ProcessModel => store.state().model;
    const nameOf = (id: string): string => stepOf(model(), id)?.name ?? '';
    const focus = (rowId: string, column: Column): void => {
      waiting.current = { rowId, column };
      store.select(stepOf(model(), rowId) === undefined ? undefined : rowId);
      // Where nothing is drawn anew the row is there already.
      const cell = list.current && findCell(list.current, rowId, column);
      if (cell) {
        waiting.current = undefined;
        cell.focus();
      }
    };
    const refuse = (why: CommandRefusal): void => {
      const known = spoken.find((one) => one === why);
      announce(t(`refused.${known ?? 'other'}`));
    };
    const act = (action: ListAction, said: string, column: Column = 'name'): void => {
      waiting.current = { rowId: action.rowId, column };
      const refused = store.dispatch(action.command);
      if (refused !== undefined) {
        waiting.current = undefined;
        refuse(refused);
        return;
      }
      store.select(stepOf(model(), action.rowId) === undefined ? undefined : action.rowId);
      announce(said);
    };
    return {
      store,
      newId,
      focus,
      change(command, typing) {
        if (command === undefined) return;
        const refused = store.dispatch(command, typing);
        if (refused !== undefined) refuse(refused);
      },
      addAfter: (rowId) => act(addActivity(model(), rowId, newId), t('said.added')),
      decisionAfter: (rowId) =>
        act(addDecision(model(), rowId, [t('list.yes'), t('list.no')], newId), t('said.decision')),
      branchOf(decisionId) {
        const action = addBranch(model(), decisionId, '', newId);
        if (action !== undefined) act(action, t('said.branch'), 'label');
      },
      append(stepId, what) {
        const action = appendStep(model(), stepId, what, [t('list.yes'), t('list.no')], newId);
        const refused = store.dispatch(action.command);
        if (refused !== undefined) {
          refuse(refused);
          return undefined;
        }
        store.select(action.rowId);
        announce(t(what === 'activity' ? 'said.added' : 'said.decision'));
        return action.rowId;
      },
      split(stepId, at) {
        const step = stepOf(model(), stepId);
        if (step === undefined || !activityKinds.has(step.kind)) return;
        act(splitActivity(step, at, newId), t('said.split'));
      },
      move(stepId, by, column) {
        const name = nameOf(stepId) || t('list.unnamed');
        act({ command: { kind: 'moveStepBy', id: stepId, by }, rowId: stepId }, t('said.moved', { name }), column);
      },
      remove(rowId, column) {
        const step = stepOf(model(), rowId);
        const flow = model().flows.find(({ id }) => id === rowId);
        // Without a start or an end there is no process to come back to.
        if (step?.kind === 'start' || step?.kind === 'end' || (step === undefined && flow === undefined)) return;
        const neighbour = neighbourOf(list.current, rowId);
        const command: ProcessCommand =
          step === undefined ? { kind: 'disconnect', flowId: rowId } : { kind: 'deleteStep', id: rowId };
        const name = (step?.name ?? flow?.label ?? '') || t('list.unnamed');
        act({ command, rowId: neighbour ?? rowId }, t('said.removed', { name }), column);
      },
      undo() {
        announce(t(store.state().canUndo ? 'said.undone' : 'said.nothing'));
        store.undo();
      },
      redo() {
        announce(t(store.state().canRedo ? 'said.redone' : 'said.nothing'));
        store.redo();
      },
    };
  }, [store, list, t, announce]);
}

/** The row that focus goes to when a row is taken away: the one below, or above the last. */
function neighbourOf(list: HTMLElement | null, rowId: string): string | undefined {
  const rows = [...(list?.querySelectorAll('[data-row]') ?? [])].map((row) => row.getAttribute('data-row') ?? '');
  const at = rows.indexOf(rowId);
  return rows[at + 1] ?? rows[at - 1];
}
