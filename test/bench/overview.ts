/**
 * `npm run bench -- overview [records…]`: four questions that people ask of a board with 300 units, answered by the
 * service over HTTP, beside the best plain Graph query for the same answer through the official SDK.
 */
import { AuthenticationHandler, Client } from '@microsoft/microsoft-graph-client';
import { FetchHandler } from '../../bot/graph/origin-handler.ts';
import { startService } from '../support/start-service.ts';
import { plainQuestions } from './large/plain-questions.ts';
import { openLargeBoard } from './large/large-board.ts';
import type { LargeBoard } from './large/large-board.ts';
import { engineOf, pullBoard } from './large/pull-board.ts';
import { percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const delayMs = 120;
const asked = 200;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const sizes = words.length > 0 ? words.map(Number) : [100_000];
  const rows: BenchResult['rows'][number][] = [];
  for (const records of sizes) rows.push(...(await measure(records)));
  const smallest = Math.min(...rows.map((row) => Number(row['ratio of p95'])));
  return {
    notes: [
      `300 enheter; varje fråga ${String(asked)} gånger över HTTP på samma dator. Graph: ${String(delayMs)} ms för varje anrop, frågan ställd ett fåtal gånger.`,
      `Minsta kvot: ${String(smallest)}.`,
    ],
    rows,
  };
}

async function measure(records: number): Promise<BenchResult['rows']> {
  const now = () => new Date();
  const board = await openLargeBoard({ records, units: 300, delayMs, now });
  await pullBoard(engineOf(board, now));
  const service = await startService({ database: board.database });
  try {
    return await overviewFigures(board, service.origin, records);
  } finally {
    // The service closes the database with itself.
    await service.close();
    await board.close();
  }
}

/** Each question asked of the service and of Graph. */
export async function overviewFigures(
  board: LargeBoard,
  origin: string,
  records: number,
): Promise<BenchResult['rows']> {
  const rows: BenchResult['rows'][number][] = [];
  for (const question of questionsOf(board)) rows.push(await compare(records, board, origin, question));
  return rows;
}

function questionsOf(board: LargeBoard): readonly Question[] {
  const [unit = ''] = board.unitIds;
  return [
    {
      name: 'manager’s overview: cases by status',
      path: '/api/v1/statistics/deviation?by=status',
      as: board.managerId,
      answer: (body) =>
        (body as { cells: { count?: number }[] }).cells.reduce((sum, cell) => sum + (cell.count ?? 0), 0),
      plain: 'overview',
    },
    {
      name: 'list: new cases of the unit, newest first, 50',
      path: `/api/v1/records/deviation?unit=${unit}&status=reported&sort=-createdAt&limit=50`,
      as: board.managerId,
      answer: (body) => (body as { total: number }).total,
      plain: 'list',
    },
    {
      name: 'search: a word in the unit’s cases',
      path: `/api/v1/records/deviation?unit=${unit}&text=matsalen&limit=50`,
      as: board.managerId,
      answer: (body) => (body as { total: number }).total,
      plain: 'search',
    },
    {
      name: 'board roll-up: cases by unit',
      path: '/api/v1/statistics/deviation?by=unit',
      as: board.officeId,
      answer: (body) => (body as { cells: unknown[] }).cells.length,
      plain: 'rollUp',
    },
  ];
}

interface Question {
  readonly name: string;
  readonly path: string;
  readonly as: string;
  /** A number that both sides must agree on. */
  readonly answer: (body: unknown) => number;
  readonly plain: keyof typeof plainQuestions;
}

async function compare(
  records: number,
  board: LargeBoard,
  origin: string,
  question: Question,
): Promise<BenchResult['rows'][number]> {
  const ask = async (): Promise<number> => {
    const answer = await fetch(origin + question.path, { headers: { authorization: `Bearer local:${question.as}` } });
    if (!answer.ok) throw new Error(`${question.path}: ${String(answer.status)} ${await answer.text()}`);
    return question.answer(await answer.json());
  };
  const before = board.requests();
  const ours = await sampled(asked, ask);
  const ourRequests = board.requests() - before;

  const client = Client.initWithMiddleware({ middleware: sdkChain(board) });
  const plain = plainQuestions[question.plain];
  // All pages of a large board take minutes.
  const times = question.plain !== 'rollUp' ? 20 : records > 200_000 ? 1 : 3;
  const beforePlain = board.requests();
  const theirs = await sampled(times, () => plain(client, board.deviations, board.unitIds[0] ?? ''));
  const theirRequests = (board.requests() - beforePlain) / (times + 1);
  if (theirs.answer !== ours.answer)
    throw new Error(`${question.name}: ${String(ours.answer)} here, ${String(theirs.answer)} through Graph`);
  return {
    records,
    question: question.name,
    answer: ours.answer,
    'p50, ms': rounded(percentile(ours.samples, 0.5)),
    'p95, ms': rounded(percentile(ours.samples, 0.95)),
    'Graph requests': ourRequests,
    'plain p50, ms': rounded(percentile(theirs.samples, 0.5)),
    'plain p95, ms': rounded(percentile(theirs.samples, 0.95)),
    'plain requests': theirRequests,
    'ratio of p95': rounded(percentile(theirs.samples, 0.95) / percentile(ours.samples, 0.95)),
  };
}

async function sampled(times: number, ask: () => Promise<number>) {
  let answer = await ask();
  const samples: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const startedAt = performance.now();
    answer = await ask();
    samples.push(performance.now() - startedAt);
  }
  return { answer, samples };
}

function sdkChain(board: LargeBoard): AuthenticationHandler {
  const authentication = new AuthenticationHandler({ getAccessToken: () => Promise.resolve('app') });
  authentication.setNext(new FetchHandler(board.fetch, 60_000));
  return authentication;
}
