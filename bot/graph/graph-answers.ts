import { z } from 'zod';

/** Shapes of what Graph answers, parsed at the edge. Unknown keys are let through unread. */

export const errorAnswer = z.object({
  error: z.object({
    code: z.string().nullish(),
    message: z.string().nullish(),
    innerError: z.object({ code: z.string().nullish() }).nullish(),
  }),
});

const identity = z.object({ id: z.string().nullish(), displayName: z.string().nullish() });
const identitySet = z.object({ application: identity.nullish(), user: identity.nullish() });
const fields = z.record(z.string(), z.unknown());

/** An item; `fields` is absent when `$expand` was lost on the way (`graph.md` 3). */
export const itemAnswer = z.object({
  id: z.coerce.string().min(1),
  '@odata.etag': z.string().optional(),
  eTag: z.string().optional(),
  lastModifiedDateTime: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  lastModifiedBy: identitySet.nullish(),
  createdBy: identitySet.nullish(),
  fields: fields.optional(),
});
export type ItemAnswer = z.infer<typeof itemAnswer>;

/** What a changed item answers: its fields alone, with the new etag among them (`graph.md` 2.1). */
export const fieldsAnswer = z.looseObject({ '@odata.etag': z.string() });

export const itemPageAnswer = z.object({ value: z.array(itemAnswer), '@odata.nextLink': z.string().optional() });

/** Tombstones have `deleted` (seen also: `@removed`) and no fields. An element without `id` spoils the page. */
const deltaElement = itemAnswer.extend({ deleted: z.unknown().optional(), '@removed': z.unknown().optional() });
export const deltaPageAnswer = z
  .object({
    value: z.array(deltaElement),
    '@odata.nextLink': z.string().optional(),
    '@odata.deltaLink': z.string().optional(),
  })
  .refine((page) => (page['@odata.nextLink'] === undefined) !== (page['@odata.deltaLink'] === undefined));

export const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.coerce.string()).nullish(),
      body: z.unknown(),
    }),
  ),
});

export const idAnswer = z.object({ id: z.string().min(1) });
export const listPageAnswer = z.object({
  value: z.array(z.object({ id: z.string(), displayName: z.string().nullish() })),
});

const column = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  text: z.object({ allowMultipleLines: z.boolean().nullish() }).nullish(),
  choice: z.object({ choices: z.array(z.string()).nullish(), displayAs: z.string().nullish() }).nullish(),
  number: z.unknown().optional(),
  boolean: z.unknown().optional(),
  dateTime: z.unknown().optional(),
  personOrGroup: z.unknown().optional(),
  lookup: z.unknown().optional(),
  calculated: z.unknown().optional(),
  currency: z.unknown().optional(),
});
export type ColumnAnswer = z.infer<typeof column>;
export const columnAnswer = column;
export const columnPageAnswer = z.object({ value: z.array(column), '@odata.nextLink': z.string().optional() });

const grantee = z.object({ application: identity.nullish(), user: identity.nullish(), group: identity.nullish() });
export const permissionPageAnswer = z.object({
  value: z.array(
    z.object({
      roles: z.array(z.string()).nullish(),
      grantedToIdentitiesV2: z.array(grantee).nullish(),
      grantedToIdentities: z.array(grantee).nullish(),
      grantedToV2: grantee.nullish(),
      grantedTo: grantee.nullish(),
    }),
  ),
});

export const subscriptionAnswer = z.object({ id: z.string().min(1), expirationDateTime: z.string().min(1) });

export const fileAnswer = z.object({
  id: z.string().min(1),
  name: z.string(),
  size: z.number().nullish(),
  eTag: z.string().nullish(),
  cTag: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  lastModifiedBy: identitySet.nullish(),
  parentReference: z.object({ id: z.string().nullish() }).nullish(),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

/** Tombstones have no name, folders no `file`; an element without id spoils the page (`graph.md` 3). */
export const fileDeltaAnswer = z
  .object({
    value: z.array(
      fileAnswer.partial({ name: true }).extend({
        file: z.unknown().optional(),
        root: z.unknown().optional(),
        deleted: z.unknown().optional(),
        '@removed': z.unknown().optional(),
      }),
    ),
    '@odata.nextLink': z.string().optional(),
    '@odata.deltaLink': z.string().optional(),
  })
  .refine((page) => (page['@odata.nextLink'] === undefined) !== (page['@odata.deltaLink'] === undefined));
export const filePageAnswer = z.object({
  /** Folders have no `file`; people may make some, and they are not ours. */
  value: z.array(fileAnswer.extend({ file: z.unknown() })),
  '@odata.nextLink': z.string().optional(),
});
export const fileVersionsAnswer = z.object({
  value: z.array(z.object({ id: z.string().min(1), lastModifiedDateTime: z.string() })),
});
export const uploadSessionAnswer = z.object({ uploadUrl: z.url(), nextExpectedRanges: z.array(z.string()).nullish() });
export const uploadRangesAnswer = z.object({ nextExpectedRanges: z.array(z.string()) });
