import {
  amend,
  createCommandStack,
  execute,
  mapModels,
  redo,
  undo,
} from '../../../../shared/process/commands/command-stack.ts';
import type { CommandRefusal, ProcessCommand } from '../../../../shared/process/commands/command.ts';
import { mergeModels } from '../../../../shared/process/merge-models.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { settleConflicts } from '../../../../shared/process/settle-conflicts.ts';

/** What the service has, and the version by which a save says what it was made from. */
export interface SavedProcess {
  readonly version: number;
  readonly model: ProcessModel;
}

/** A new object whenever anything in it changes, and only then. */
export interface ProcessEditorState {
  readonly model: ProcessModel;
  readonly saved: SavedProcess;
  /** Something here is not saved. */
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Id of the step that list and drawing both have marked. */
  readonly selectedId: string | undefined;
}

/** One process being edited: list and drawing look at it and change it through the same commands. */
export interface ProcessEditorStore {
  readonly state: () => ProcessEditorState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Carries a command out; what comes back says why nothing happened. Commands that follow upon each other with the same
   * `typing` (such as `<step> name`) are the same text still being written, and undone as one; each holds the whole text.
   */
  readonly dispatch: (command: ProcessCommand, typing?: string) => CommandRefusal | undefined;
  /** A field was left: what is written there next is undone by itself. */
  readonly endTyping: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (stepId: string | undefined) => void;
  /**
   * After a save of `sent`: what is stored now becomes the ground. What was done meanwhile stays on top of it. Undoing
   * goes back past the save, unless the work of others came with it, which nobody shall undo without knowing.
   */
  readonly settle: (saved: SavedProcess, sent: ProcessModel, withOthers: boolean) => void;
  /**
   * Takes over `model`, in which the work of others is joined with what was sent, as made from their `version`; nothing
   * of it is saved yet.
   */
  readonly rebase: (joined: SavedProcess, sent: ProcessModel) => void;
}

/** `unsaved` is what a kept draft holds, made from `saved.version`. */
export function createProcessEditorStore(saved: SavedProcess, unsaved?: ProcessModel): ProcessEditorStore {
  const listeners = new Set<() => void>();
  let ground = saved;
  let stack = createCommandStack(saved.model);
  let typed: string | undefined;
  let selectedId: string | undefined;
  if (unsaved !== undefined) stack = execute(stack, { kind: 'replace', model: unsaved, what: 'restore' }).stack;
  let state = look();

  function look(): ProcessEditorState {
    return {
      model: stack.model,
      saved: ground,
      isChanged: stack.model !== ground.model,
      canUndo: stack.undoable.length > 0,
      canRedo: stack.redoable.length > 0,
      selectedId: stack.model.steps.some(({ id }) => id === selectedId) ? selectedId : undefined,
    };
  }

  function tell(): void {
    state = look();
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(command, typing) {
      const continues = typing !== undefined && typing === typed && stack.undoable.length > 0;
      const executed = continues ? amend(stack, command) : execute(stack, command);
      if (executed.refused !== undefined) return executed.refused;
      // A text that is back where it began has left nothing behind to amend.
      const isHeld = executed.stack.undoable.at(-1)?.command === command;
      typed = isHeld ? typing : undefined;
      stack = executed.stack;
      tell();
      return undefined;
    },
    endTyping: () => {
      typed = undefined;
    },
    undo() {
      typed = undefined;
      stack = undo(stack);
      tell();
    },
    redo() {
      typed = undefined;
      stack = redo(stack);
      tell();
    },
    select(stepId) {
      if (stepId === selectedId) return;
      selectedId = stepId;
      tell();
    },
    settle(next, sent, withOthers) {
      typed = undefined;
      const withIds = withRecordIds(next.model);
      const isCurrent = stack.model === sent;
      const known = mapModels(stack, (model) => (model === sent ? next.model : withIds(model)));
      const model = isCurrent ? next.model : onTop(withIds(sent), known.model, next.model);
      ground = next;
      stack = withOthers ? createCommandStack(model) : { ...known, model };
      tell();
    },
    rebase({ version, model }, sent) {
      typed = undefined;
      ground = { ...ground, version };
      stack = createCommandStack(stack.model === sent ? model : onTop(sent, stack.model, model));
      tell();
    },
  };
}

/** What was done while a save was on its way holds against what the save brought. */
function onTop(sent: ProcessModel, current: ProcessModel, stored: ProcessModel): ProcessModel {
  return settleConflicts(mergeModels(sent, current, stored), () => 'ours');
}

/** Gives steps the ids of the records that a save has made for them, so that undoing past it keeps the records. */
function withRecordIds(stored: ProcessModel): (model: ProcessModel) => ProcessModel {
  const ids = new Map(stored.steps.map(({ id, activityId }) => [id, activityId]));
  return (model) => ({
    ...model,
    steps: model.steps.map((step) => {
      const activityId = ids.get(step.id);
      return activityId === undefined || activityId === step.activityId ? step : { ...step, activityId };
    }),
  });
}
