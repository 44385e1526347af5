/**
 * A process as the list, the drawing, the BPMN file and the records all see it. Immutable plain data: `commands.ts`
 * changes it, `bpmn/` reads it from and writes it to a BPMN 2.0 file, `layout/` places it.
 *
 * Ids are those of the elements in the BPMN file, so that bpmn-js and the list speak of the same thing. What a file
 * holds beyond the model (other pools, message flows, annotations) stays in the file and is listed as `NotShown`.
 */

/** Position and size in the drawing, in pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A role that performs activities: a lane. The order is that of the drawing, from the top. */
export interface ProcessRole {
  readonly id: string;
  readonly name: string;
  readonly bounds?: Bounds;
}

/** `decision` is any gateway that chooses, `parallel` one that does not; `event` whatever happens on the way. */
export const stepKinds = ['start', 'activity', 'subProcess', 'decision', 'parallel', 'event', 'end'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Kinds of steps that are records of kind `processActivity`. */
export const activityKinds: ReadonlySet<StepKind> = new Set<StepKind>(['activity', 'subProcess']);

/** What an activity holds beside its place in the flow; the fields of its record (`processActivity`). */
export interface ActivityDetails {
  /** Who answers for it. Who performs it is its role, i.e. its lane. */
  readonly responsible?: string;
  readonly consulted?: readonly string[];
  readonly informed?: readonly string[];
  readonly description?: string;
  /** Ids of records: a governing document, and a process. */
  readonly routine?: string;
  readonly routineNotNeeded?: boolean;
  readonly documents?: readonly string[];
  readonly subProcess?: string;
}

export interface ProcessStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly name: string;
  /** The type in the file, such as `bpmn:UserTask`; absent: the plain one of the kind. */
  readonly bpmnType?: string;
  readonly roleId?: string;
  /** Id of the record; every step of `activityKinds` has one as soon as it is saved. */
  readonly activityId?: string;
  readonly details?: ActivityDetails;
  /** Data objects that the step takes and gives, by id. */
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  /** The activity that an event is attached to. */
  readonly attachedTo?: string;
  readonly bounds?: Bounds;
}

export interface ProcessFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The answer that a branch of a decision stands for. */
  readonly label?: string;
  readonly waypoints?: readonly Point[];
}

/** Objekt in or ut: what one activity gives and the next takes (R61). */
export interface DataObject {
  readonly id: string;
  readonly name: string;
  readonly bounds?: Bounds;
}

/** Something in the drawing that the model does not know: only where it is. */
export interface DrawnElement {
  readonly bounds?: Bounds;
  readonly waypoints?: readonly Point[];
}

export interface ProcessModel {
  /** Id of the process element in the file. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly ProcessRole[];
  /** In the order of the list. */
  readonly steps: readonly ProcessStep[];
  readonly flows: readonly ProcessFlow[];
  readonly objects: readonly DataObject[];
  /** The frame around the lanes. */
  readonly bounds?: Bounds;
  /** Whether somebody has arranged the drawing by hand: then new steps are fitted in instead of all being laid out. */
  readonly arranged?: boolean;
  /** Where the rest of the drawing is, by element. What is not named here stays as the file has it. */
  readonly others?: Readonly<Record<string, DrawnElement>>;
  /** Elements outside the model that somebody has taken out of the drawing. */
  readonly removed?: readonly string[];
}

/** Something in an imported file that the list does not show. It stays in the file. */
export interface NotShown {
  readonly id: string;
  /** Type in the file, such as `bpmn:TextAnnotation`. */
  readonly bpmnType: string;
  readonly name?: string;
  readonly why:
    'otherProcess' | 'insideSubProcess' | 'messageFlow' | 'annotation' | 'dataStore' | 'choreography' | 'other';
}

export function stepOf(model: ProcessModel, id: string): ProcessStep | undefined {
  return model.steps.find((step) => step.id === id);
}

export function flowsFrom(model: ProcessModel, stepId: string): readonly ProcessFlow[] {
  return model.flows.filter(({ from }) => from === stepId);
}

export function flowsTo(model: ProcessModel, stepId: string): readonly ProcessFlow[] {
  return model.flows.filter(({ to }) => to === stepId);
}

/** Names of what a step takes (`in`) or gives (`out`), as a cell of the list shows them. */
export function objectNames(model: ProcessModel, step: ProcessStep, side: 'in' | 'out'): readonly string[] {
  const names = new Map(model.objects.map(({ id, name }) => [id, name]));
  return (side === 'in' ? step.takes : step.gives).flatMap((id) => names.get(id) ?? []);
}
