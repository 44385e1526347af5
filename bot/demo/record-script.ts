import type { ProcessModel } from '../../shared/process/process-model.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { CommentInput, CreateInput } from '../records/records-service.ts';

/**
 * Who acts: somebody of the demo board by key, or the app itself. `throughApp`: what only the app may set, on behalf of
 * that person.
 */
export type Performer = { readonly staff: string; readonly throughApp?: boolean } | 'system';

/** One call to the records service, and when the demo says that it was made. */
export type ScriptedAct = { readonly at: Date; readonly by: Performer } & (
  | { readonly kind: 'create'; readonly input: Omit<CreateInput, 'id'> }
  | {
      readonly kind: 'step';
      readonly to: string;
      readonly reason?: string;
      readonly fields?: Readonly<Record<string, unknown>>;
    }
  /** Sets fields; never the last act of a record. */
  | { readonly kind: 'change'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'comment'; readonly input: CommentInput }
  /** Saves what a process consists of, drawing and activities as one, as its first version. */
  | { readonly kind: 'map'; readonly model: ProcessModel }
);

/** The life of one record, its creation first. */
export interface RecordScript {
  readonly kind: KindName;
  readonly id: string;
  readonly acts: readonly ScriptedAct[];
}
