import { z } from 'zod';
import { kindNames } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { intervalPrecisions } from '../../shared/records/record-kind.ts';
import type { ChatServices } from './turn.ts';

/** What a person can report in chat. All but the first are kinds of feedback. */
export const intakeKinds = ['deviation', 'complaint', 'viewpoint', 'praise', 'suggestion'] as const;
export type IntakeKind = (typeof intakeKinds)[number];

const language = z.enum(['sv', 'en']);

const openDraft = z.object({
  state: z.literal('open'),
  language,
  /** When the message was written: "igår" is counted from here. */
  writtenAt: z.string(),
  /** Absent until the person said what it is. */
  kind: z.enum(intakeKinds).optional(),
  unit: z.string().optional(),
  when: z.string().optional(),
  occurredAt: z.object({ from: z.string(), to: z.string(), precision: z.enum(intervalPrecisions) }).optional(),
  category: z.string().optional(),
  severity: z.number().optional(),
  /** Masked before it comes here. */
  text: z.string(),
  masked: z.object({ personnummer: z.boolean(), names: z.boolean() }),
});

const savedDraft = z.object({
  state: z.literal('saved'),
  language,
  recordKind: z.enum(kindNames as [KindName, ...KindName[]]),
  label: z.string(),
  ref: z.string().optional(),
  unit: z.string().optional(),
  status: z.string(),
  createdAt: z.string(),
  masked: z.boolean(),
});

const cancelledDraft = z.object({ state: z.literal('cancelled'), language });

/** The card is the view of a draft, and a draft outlives its card: a late press learns what became of it. */
const draftSchema = z.discriminatedUnion('state', [openDraft, savedDraft, cancelledDraft]);
export type OpenDraft = z.infer<typeof openDraft>;
export type SavedDraft = z.infer<typeof savedDraft>;
export type ChatDraft = z.infer<typeof draftSchema>;

/** What a person is in the middle of: asked for a sentence, or looking at a card. One row a person. */
const positionSchema = z.object({
  awaiting: z.object({ kind: z.enum(intakeKinds), language }).optional(),
  draftId: z.string().optional(),
  activityId: z.string().optional(),
});
export type Position = z.infer<typeof positionSchema>;

const positionKey = 'chat.position';

/** The person's drafts by id. A draft of somebody else is not found: the store looks among the caller's only. */
export function draftsOf(services: ChatServices, personId: string) {
  const { drafts, boardId } = services;
  return {
    read: async (id: string): Promise<ChatDraft | undefined> => {
      const row = await drafts.read(boardId, personId, `chat.${id}`);
      return row === undefined ? undefined : draftSchema.safeParse(row.body).data;
    },
    write: async (id: string, draft: ChatDraft): Promise<void> => {
      await drafts.write(boardId, personId, `chat.${id}`, draft);
    },
    position: async (): Promise<Position> => {
      const row = await drafts.read(boardId, personId, positionKey);
      return positionSchema.safeParse(row?.body).data ?? {};
    },
    setPosition: async (position: Position): Promise<void> => {
      await drafts.write(boardId, personId, positionKey, position);
    },
    /** What the tab's report form opens: the fields of the record to be. */
    handToForm: async (id: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
      await drafts.write(boardId, personId, `report.${id}`, body);
    },
  };
}
