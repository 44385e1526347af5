import { z } from 'zod';
import { audiences, reminderSubjects } from '../../../shared/rules/reminders/reminder-rules.ts';
import { defineRoute, failed, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import { noQuery } from '../request-schemas.ts';

const day = z.iso.date();

const choicesBody = z.strictObject({
  pausedUntil: day.exactOptional(),
  muted: z.array(z.enum(reminderSubjects)).max(reminderSubjects.length),
  absentFrom: day.exactOptional(),
  absentTo: day.exactOptional(),
  deputy: z.strictObject({ id: z.string().min(1).max(100), name: z.string().max(255) }).exactOptional(),
  meetingOn: day.exactOptional(),
  meetingEveryWeeks: z.int().min(1).max(26).exactOptional(),
});

const rung = z.strictObject({
  days: z.int().min(-366).max(366),
  working: z.boolean().exactOptional(),
  to: z.array(z.enum(audiences)).min(1),
});

const rulesBody = z
  .strictObject({
    validFrom: day,
    opensAt: z.int().min(0).max(23),
    closesAt: z.int().min(1).max(24),
    digestFrom: z.int().min(2).max(100),
    snoozes: z.int().min(0).max(5),
    silentDays: z.int().min(7).max(366),
    commitmentDays: z.int().min(1).max(366),
    // Two rungs of one day would be one reminder.
    ladders: z.partialRecord(
      z.enum(reminderSubjects),
      z.array(rung).refine((rungs) => new Set(rungs.map(({ days }) => days)).size === rungs.length),
    ),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt);

/** A person's own reminders, and the coordinator's picture of all of them. */
export const reminderRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/reminders/mine',
    query: noQuery,
    handle: async ({ caller }, { reminderPages }) =>
      reminderPages === undefined ? failed('unavailable') : ok(await reminderPages.mine(caller)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/reminders/mine',
    query: noQuery,
    body: choicesBody,
    handle: async ({ caller, body }, { reminderPages }) => {
      const mine = await reminderPages?.saveMine(caller, body);
      return mine === undefined ? failed('unavailable') : ok(mine);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/reminders/overview',
    query: noQuery,
    handle: async ({ caller }, { reminderPages }) => {
      if (reminderPages === undefined) return failed('unavailable');
      const overview = await reminderPages.overview(caller);
      return overview === undefined ? failed('notAllowed') : ok(overview);
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/reminders/rules',
    query: noQuery,
    body: rulesBody,
    handle: async ({ caller, body }, { reminderPages }) => {
      if (reminderPages === undefined) return failed('unavailable');
      const overview = await reminderPages.saveRules(caller, body);
      if (overview === 'notStored') return failed('unavailable');
      return overview === 'notAllowed' ? failed('notAllowed') : ok(overview);
    },
  }),
];
