import type { z } from 'zod';
import type { FileOutcome } from './graph-port.ts';
import type { GraphAnswer, GraphRequest, SendToGraph } from './graph-request.ts';
import { readFailure } from './read-outcome.ts';

/** What a request about files comes to. */
export async function askForFile<Shape extends z.ZodType>(
  send: SendToGraph,
  request: GraphRequest,
  shape: Shape,
): Promise<FileOutcome<z.infer<Shape>>> {
  const answer = await send(request);
  if (answer.kind === 'noAnswer') return { kind: 'tryLater', status: 0 };
  if (answer.status < 200 || answer.status >= 300) return fileFailure(answer);
  const parsed = shape.safeParse(answer.body);
  return parsed.success ? { kind: 'done', value: parsed.data } : { kind: 'tryLater', status: answer.status };
}

type Answered = Extract<GraphAnswer, { readonly kind: 'answer' }>;
type Failed = Exclude<FileOutcome<never>, { readonly kind: 'done' }>;

export function fileFailure(answer: Answered): Failed {
  // Full: no later attempt helps before somebody makes room (507).
  if (answer.status === 507) return { kind: 'refused', status: 507, code: 'quotaLimitReached', message: '' };
  const failure = readFailure(answer);
  switch (failure.kind) {
    case 'refused':
      return failure;
    case 'tryLater': {
      const { status, retryAfterMs } = failure;
      return { kind: 'tryLater', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    }
    default:
      // 409 and 412 while SharePoint itself works on the file (`graph.md` 2.1).
      return { kind: 'tryLater', status: answer.status };
  }
}
