/** What the embedded Graph is told to do wrong: by a file, by a request, or in code. */
import { z } from 'zod';

/**
 * `throttled` 429 with Retry-After · `throttledWithoutRetryAfter` 429 · `serverError` 5xx, at times with an empty body ·
 * `cutBeforeCommit` the connection ends and nothing happened · `cutAfterCommit` it ends and the change is stored ·
 * `slow` the answer waits · `expiredToken` 401 · `conflict` 409 resourceModified on a change without cause ·
 * `emptyQuery` a filtered query finds nothing · `brokenDelta` a 200 with an error inside and cut-off JSON
 */
export const faultKinds = [
  'throttled',
  'throttledWithoutRetryAfter',
  'serverError',
  'cutBeforeCommit',
  'cutAfterCommit',
  'slow',
  'expiredToken',
  'conflict',
  'emptyQuery',
  'brokenDelta',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const planSchema = z
  .strictObject({
    /** The same seed gives the same faults for the same requests. */
    seed: z.int().default(1),
    /** Share of requests, 0–1, that meet each fault; together at most 1. */
    rates: z.partialRecord(z.enum(faultKinds), z.number().min(0).max(1)).default({}),
    /** Faults for the very next matching requests, one each, before any rate is asked. `none` lets one pass. */
    next: z.array(z.enum([...faultKinds, 'none'])).default([]),
    /** Only these requests meet faults. */
    match: z.strictObject({ methods: z.array(z.string()).optional(), pathContains: z.string().optional() }).default({}),
    retryAfterSeconds: z.number().min(0).default(1),
    slowMs: z.tuple([z.number().min(0), z.number().min(0)]).default([200, 2000]),
    serverErrorStatuses: z.array(z.int().min(500).max(599)).min(1).default([500, 502, 503, 504]),
    /** Budget of resource units a minute; absent: no limit. */
    resourceUnitsPerMinute: z.number().positive().optional(),
  })
  .refine((plan) => Object.values(plan.rates).reduce((sum, rate) => sum + rate, 0) <= 1, {
    message: 'the rates add up to more than 1',
    path: ['rates'],
  });

export type FaultPlan = z.output<typeof planSchema>;
export type FaultPlanInput = z.input<typeof planSchema>;

export const noFaults: FaultPlan = planSchema.parse({});

export type ParsedFaultPlan =
  | { readonly kind: 'plan'; readonly plan: FaultPlan }
  /** One sentence on what is wrong. */
  | { readonly kind: 'problem'; readonly problem: string };

export function parseFaultPlan(input: unknown): ParsedFaultPlan {
  const parsed = planSchema.safeParse(input);
  if (parsed.success) return { kind: 'plan', plan: parsed.data };
  const [issue] = parsed.error.issues;
  return { kind: 'problem', problem: `${issue?.path.join('.') || 'The fault plan'}: ${issue?.message ?? 'not valid'}` };
}
