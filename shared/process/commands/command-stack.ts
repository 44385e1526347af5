/**
 * One stack for the list and the drawing, so that undo and redo work across both. Models are immutable, so a stack
 * keeps those before and after each command: undoing cannot miss anything. Pure: a stack is a value.
 */
import type { ProcessModel } from '../process-model.ts';
import type { CommandRefusal, ProcessCommand } from './command.ts';
import { executeCommand } from './execute-command.ts';

interface Entry {
  readonly command: ProcessCommand;
  readonly before: ProcessModel;
  readonly after: ProcessModel;
}

export interface CommandStack {
  readonly model: ProcessModel;
  readonly undoable: readonly Entry[];
  /** The next to redo is last. */
  readonly redoable: readonly Entry[];
}

/** Models share what they have in common, so a long stack is cheap; still it ends somewhere. */
const longestStack = 500;

export function createCommandStack(model: ProcessModel): CommandStack {
  return { model, undoable: [], redoable: [] };
}

/** The stack after a command; one that is refused, or changes nothing, leaves the stack as it is. */
export function execute(
  stack: CommandStack,
  command: ProcessCommand,
): { readonly stack: CommandStack; readonly refused?: CommandRefusal } {
  const executed = executeCommand(stack.model, command);
  if (executed.kind === 'refused') return { stack, refused: executed.why };
  if (executed.model === stack.model) return { stack };
  const entry: Entry = { command, before: stack.model, after: executed.model };
  return {
    stack: { model: executed.model, undoable: [...stack.undoable, entry].slice(-longestStack), redoable: [] },
  };
}

/** The command instead of the last one: a text that is still being written is one thing to undo. */
export function amend(
  stack: CommandStack,
  command: ProcessCommand,
): { readonly stack: CommandStack; readonly refused?: CommandRefusal } {
  const amended = execute({ ...undo(stack), redoable: [] }, command);
  return amended.refused === undefined ? amended : { stack, refused: amended.refused };
}

/** The stack with every model changed alike, such as by ids that a save has given. */
export function mapModels(stack: CommandStack, change: (model: ProcessModel) => ProcessModel): CommandStack {
  const changed = new Map<ProcessModel, ProcessModel>();
  const once = (model: ProcessModel): ProcessModel => {
    const known = changed.get(model) ?? change(model);
    changed.set(model, known);
    return known;
  };
  const inEntry = (entry: Entry): Entry => ({ ...entry, before: once(entry.before), after: once(entry.after) });
  return {
    model: once(stack.model),
    undoable: stack.undoable.map(inEntry),
    redoable: stack.redoable.map(inEntry),
  };
}

export function undo(stack: CommandStack): CommandStack {
  const entry = stack.undoable.at(-1);
  if (entry === undefined) return stack;
  return { model: entry.before, undoable: stack.undoable.slice(0, -1), redoable: [...stack.redoable, entry] };
}

export function redo(stack: CommandStack): CommandStack {
  const entry = stack.redoable.at(-1);
  if (entry === undefined) return stack;
  return { model: entry.after, undoable: [...stack.undoable, entry], redoable: stack.redoable.slice(0, -1) };
}
