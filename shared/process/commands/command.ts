/**
 * Everything that can be done to a process, as data. A command names the ids of what it makes, so that the same command
 * on the same model gives the same result on both sides and at every redo. `execute-command.ts` carries it out;
 * undoing is going back to the model before (`command-stack.ts`).
 */
import type { ActivityDetails, Bounds, Point, ProcessModel, StepKind } from '../process-model.ts';

/**
 * Where a step goes: at the end of the list, after a step, before one (where everything that led to it meets), or on a
 * flow, which it then divides.
 */
export type Place =
  | { readonly kind: 'last' }
  | { readonly kind: 'after'; readonly stepId: string }
  | { readonly kind: 'before'; readonly stepId: string }
  | { readonly kind: 'onFlow'; readonly flowId: string };

export type ProcessCommand =
  /** Without `roleId` the step gets its neighbour's role. `flowId` is that of the flow that may be needed beside it. */
  | {
      readonly kind: 'addStep';
      readonly id: string;
      readonly stepKind: StepKind;
      readonly name: string;
      readonly activityId?: string;
      readonly roleId?: string;
      readonly place: Place;
      readonly flowId: string;
    }
  /** A decision with its branches; all but those that are moved later lead on to what came next. */
  | {
      readonly kind: 'addDecision';
      readonly id: string;
      readonly name: string;
      readonly roleId?: string;
      readonly place: Place;
      readonly flowId: string;
      readonly branches: readonly { readonly flowId: string; readonly label: string }[];
    }
  | {
      readonly kind: 'addBranch';
      readonly decisionId: string;
      readonly flowId: string;
      readonly label: string;
      readonly to: string;
    }
  /** Closes the gap: what led to the step leads to what it led to. */
  | { readonly kind: 'deleteStep'; readonly id: string }
  /** Takes the step out, closes the gap, and puts it in again. */
  | {
      readonly kind: 'moveStep';
      readonly id: string;
      readonly place: Place;
      readonly flowId: string;
    }
  /** One place up or down in the list. */
  | { readonly kind: 'moveStepBy'; readonly id: string; readonly by: 1 | -1 }
  /** The step keeps its id and what goes in; the new one after it takes over what goes out. `objectId` joins the two. */
  | {
      readonly kind: 'splitStep';
      readonly id: string;
      readonly newId: string;
      readonly newActivityId?: string;
      readonly names: readonly [string, string];
      readonly flowId: string;
      readonly object?: { readonly id: string; readonly name: string };
    }
  | { readonly kind: 'renameStep'; readonly id: string; readonly name: string }
  | { readonly kind: 'setStepKind'; readonly id: string; readonly stepKind: StepKind }
  | { readonly kind: 'setRole'; readonly id: string; readonly roleId: string }
  /** Objects in or out by name; unknown names become objects with the ids of `newIds`, in order. */
  | {
      readonly kind: 'setObjects';
      readonly id: string;
      readonly side: 'in' | 'out';
      readonly names: readonly string[];
      readonly newIds: readonly string[];
    }
  /** `null` empties a detail. */
  | {
      readonly kind: 'setDetails';
      readonly id: string;
      readonly details: { readonly [Name in keyof ActivityDetails]?: ActivityDetails[Name] | null };
    }
  | { readonly kind: 'addRole'; readonly id: string; readonly name: string; readonly index?: number }
  | { readonly kind: 'renameRole'; readonly id: string; readonly name: string }
  | { readonly kind: 'moveRole'; readonly id: string; readonly by: 1 | -1 }
  /** Its steps go to the role `to`. */
  | { readonly kind: 'deleteRole'; readonly id: string; readonly to?: string }
  | {
      readonly kind: 'connect';
      readonly flowId: string;
      readonly from: string;
      readonly to: string;
      readonly label?: string;
    }
  | { readonly kind: 'disconnect'; readonly flowId: string }
  /** A flow keeps its id and label and leads elsewhere. */
  | { readonly kind: 'leadFlow'; readonly flowId: string; readonly to: string }
  | { readonly kind: 'labelFlow'; readonly flowId: string; readonly label: string }
  | { readonly kind: 'renameObject'; readonly id: string; readonly name: string }
  | { readonly kind: 'renameProcess'; readonly name: string }
  /** Places of elements as the drawing has them now; counts as arranged by hand. */
  | {
      readonly kind: 'arrange';
      readonly bounds: Readonly<Record<string, Bounds>>;
      readonly waypoints: Readonly<Record<string, readonly Point[]>>;
    }
  /** Lays everything out anew. */
  | { readonly kind: 'tidy' }
  /** What the drawing made of the process, as a whole. */
  | {
      readonly kind: 'replace';
      readonly model: ProcessModel;
      readonly what: 'drawing' | 'merge' | 'restore' | 'import';
    }
  /** What belongs together: carried out in order as one thing to undo, or not at all. */
  | { readonly kind: 'several'; readonly commands: readonly ProcessCommand[] };

export type CommandKind = ProcessCommand['kind'];

/** A command that cannot be carried out says why, and nothing changes. */
export type CommandRefusal =
  | 'noSuchStep'
  | 'noSuchRole'
  | 'noSuchFlow'
  | 'noSuchObject'
  | 'idTaken'
  | 'alreadyConnected'
  | 'toItself'
  /** Nothing leads into a start, nothing out of an end. */
  | 'wrongDirection'
  | 'notADecision'
  | 'notAnActivity'
  | 'atTheEdge';

export type Executed =
  { readonly kind: 'done'; readonly model: ProcessModel } | { readonly kind: 'refused'; readonly why: CommandRefusal };
