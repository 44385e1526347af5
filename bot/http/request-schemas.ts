/** What the tab may send, parsed at the edge. Fields of records are judged by the records service, from their definition. */
import { z } from 'zod';
import { definitionOf, isKindName } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { settleChoices } from '../../shared/api/sync-contract.ts';

/** Any 8-4-4-4-12 hexadecimal id, in lower case as PostgreSQL gives it back. */
const id = z.guid().toLowerCase();
const state = z.string().min(1).max(40);
const day = z.iso.date();
const fields = z.record(z.string().max(100), z.unknown());

/** A kind that a surface may reach. */
const kind = z.string().refine((name): name is KindName => isKindName(name) && definitionOf(name).group !== 'internal');

export const kindParams = z.object({ kind });
export const recordParams = z.object({ kind, id });
export const conflictParams = z.object({ kind, id, conflictId: id });
export const setAsideParams = z.object({ setAsideId: id });
export const commentParams = z.object({ kind, id, commentId: id });

export const createBody = z.strictObject({
  id,
  unitId: id.exactOptional(),
  status: state.exactOptional(),
  fields,
});

const baseRevision = z.int().min(0);

export const changeBody = z.strictObject({ baseRevision, fields });

export const recordSetAsideParams = z.object({ kind, id, setAsideId: id });
export const settleBody = z
  .strictObject({
    choice: z.enum(settleChoices),
    baseRevision,
    fields: fields.exactOptional(),
    reason: z.string().max(10_000).exactOptional(),
  })
  .refine((body) => (body.choice === 'values') === (body.fields !== undefined));
export const settleSetAsideBody = z.strictObject({
  reason: z.string().max(10_000),
  take: z.array(z.string().max(100)).max(200).exactOptional(),
  baseRevision: baseRevision.exactOptional(),
});

export const stepBody = z.strictObject({
  to: state,
  baseRevision,
  reason: z.string().max(10_000).exactOptional(),
  fields: fields.exactOptional(),
});

export const commentBody = z.strictObject({
  id,
  kind: z.enum(['comment', 'suggestion']),
  field: z.string().max(100).exactOptional(),
  text: z.string().max(20_000),
});

export const commentAnswerBody = z.strictObject({ outcome: z.enum(['taken', 'declined']) });

const yesOrNo = z.enum(['true', 'false']).transform((word) => word === 'true');
const count = (smallest: number, largest: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.int().min(smallest).max(largest));

export const listQuery = z.strictObject({
  unit: id.exactOptional(),
  under: id.exactOptional(),
  status: z.string().max(400).exactOptional(),
  open: yesOrNo.exactOptional(),
  mine: yesOrNo.exactOptional(),
  text: z.string().max(200).exactOptional(),
  where: z.record(z.string().max(100), z.string().max(1000)).exactOptional(),
  from: day.exactOptional(),
  to: day.exactOptional(),
  sort: z
    .string()
    .regex(/^-?(createdAt|modifiedAt|ref|status|title|unit)$/u)
    .exactOptional(),
  offset: count(0, 999_999_999).exactOptional(),
  limit: count(1, 200).exactOptional(),
});

export const statisticsQuery = z.strictObject({
  by: z.string().min(1).max(100),
  from: day.exactOptional(),
  to: day.exactOptional(),
});

export const selfCheckParams = z.object({ id });

export const selfCheckAnswerBody = z.strictObject({
  questionId: z.string().min(1).max(64),
  yesNo: z.enum(['yes', 'no']).exactOptional(),
  value: z.number().exactOptional(),
  answerText: z.string().max(10_000).exactOptional(),
  remark: z.string().max(10_000).exactOptional(),
});

export const selfCheckSubmitBody = z.strictObject({
  comment: z.string().max(10_000).exactOptional(),
  sampledUnits: z.string().max(10_000).exactOptional(),
  sampledCount: z.int().min(0).max(10_000).exactOptional(),
});

export const selfCheckReviewBody = z.strictObject({
  baseRevision,
  reviewComment: z.string().max(10_000).exactOptional(),
});

export const selfCheckPreviewBody = z.strictObject({
  frequency: z.enum(['weekly', 'monthly', 'quarterly', 'tertial', 'halfYear', 'year', 'custom']),
  rule: z.string().max(255).exactOptional(),
  startsOn: day,
  endsOn: day.exactOptional(),
  deadlineDays: z.int().min(0).max(180),
  onDayOff: z.enum(['nextWorkingDay', 'previousWorkingDay', 'keep']).exactOptional(),
});

export const yearQuery = z.strictObject({ year: count(2000, 2100).exactOptional() });

export const goalChainQuery = z.strictObject({ year: count(2000, 2100).exactOptional() });

export const noQuery = z.strictObject({});

/** Keys that the tab makes: what the draft is of, and its id. */
export const draftParams = z.object({ key: z.string().regex(/^(commitment|process|report)\.[\w-]{1,80}$/u) });
export const draftBody = z.strictObject({ body: fields });

/** Longer than any field holds, so that a long message is read and judged, not refused as malformed. */
export const intakeReadBody = z.strictObject({ text: z.string().max(20_000) });
