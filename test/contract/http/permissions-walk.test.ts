import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordAnswer, RecordPage } from '../../../shared/api/contract.ts';
import { definitionOf, kindNames } from '../../../shared/records/index.ts';
import type { InternalKind, KindName } from '../../../shared/records/index.ts';
import type { Transition } from '../../../shared/records/record-kind.ts';
import { followsAnother } from '../../../shared/rules/states.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';
import { expectedView } from './expected-permissions.ts';
import type { Situation } from './expected-permissions.ts';
import {
  changeOf,
  createWalkBoard,
  fullFields,
  must,
  newFields,
  somebodyElse,
  systemCaller,
  unitIds,
  walkers,
  within,
} from './walk-board.ts';
import type { Walker } from './walk-board.ts';

type WalkedKind = Exclude<KindName, InternalKind>;
const walked = kindNames.filter((kind): kind is WalkedKind => definitionOf(kind).group !== 'internal');
const units = ['own', 'other'] as const;

let service: RunningService;
const call = createCaller(() => service.origin);

beforeAll(async () => {
  service = await startService();
  await createWalkBoard(service.records);
}, 30_000);
afterAll(() => service.close());

interface Placed {
  readonly id: string;
  readonly revision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a record belongs to for life: its commitment or its process. */
async function ownerOf(
  kind: WalkedKind,
  options: { unit: string; reporter: string; status: string },
): Promise<Readonly<Record<string, string>>> {
  if (kind === 'expectedResult') return { commitment: (await place('commitment', { ...options, fields: {} })).id };
  return kind === 'processActivity' ? { process: (await place('process', { ...options, fields: {} })).id } : {};
}

/** Puts a record there as the app, in the name of the reporter. */
async function place(
  kind: WalkedKind,
  options: { unit: string; reporter: string; status: string; fields?: Readonly<Record<string, unknown>> },
): Promise<Placed> {
  const { unit, reporter, status } = options;
  const system = systemCaller(reporter);
  const owner = await ownerOf(kind, options);
  const fields = { ...fullFields(kind), ...owner, ...options.fields };
  const { id, revision } = await must(
    service.records.create(system, kind, { id: randomUUID(), unitId: unit, status, fields }),
  );
  if (kind === 'commitment') {
    const result = { ...fullFields('expectedResult'), commitment: id };
    await must(service.records.create(system, 'expectedResult', { id: randomUUID(), fields: result }));
  }
  if (kind === 'process') {
    const activity = { ...fullFields('processActivity'), process: id };
    await must(service.records.create(system, 'processActivity', { id: randomUUID(), fields: activity }));
  }
  return { id, revision, fields };
}

/** What permissions.json says of each situation, beside what the service answered. */
class Differences {
  readonly #found: string[] = [];
  #asked = 0;

  compare(situation: string, expected: unknown, actual: unknown): void {
    this.#asked += 1;
    if (expected !== actual) this.#found.push(`${situation}: expected ${String(expected)}, got ${String(actual)}`);
  }

  check(atLeast: number): void {
    expect(this.#found).toEqual([]);
    expect(this.#asked).toBeGreaterThanOrEqual(atLeast);
  }
}

const nameOf = ({ held }: Walker): string =>
  `${held.role}${held.unit === unitIds.department ? ' of the department' : ''}`;

function situationOf(
  kind: WalkedKind,
  operation: Situation['operation'],
  actor: Walker,
  record: Situation['record'],
  step: Pick<Situation, 'action' | 'by'> = {},
): Situation {
  return { kind, operation, actor, record, ...step };
}

describe.each(walkers.map((walker) => [nameOf(walker), walker] as const))('%s', (_name, walker) => {
  test('reads and changes what permissions.json allows, and nothing more', async () => {
    const differences = new Differences();

    for (const kind of walked) {
      for (const unit of units) {
        for (const reporter of [walker.id, somebodyElse.id]) {
          const status = definitionOf(kind).initialStates[0] ?? '';
          const placed = await place(kind, { unit: unitIds[unit], reporter, status });
          const record = { unit: unitIds[unit], reporter, status, fields: placed.fields };
          const view = expectedView(situationOf(kind, 'read', walker, record), within);
          const maySee = view !== undefined;
          const mayWrite = expectedView(situationOf(kind, 'write', walker, record), within) !== undefined;
          const label = `${kind}, ${unit} unit, reported by ${reporter === walker.id ? 'oneself' : 'somebody else'}`;
          const path = `/api/v1/records/${kind}/${placed.id}`;

          const read = await call<RecordAnswer>('GET', path, { as: walker.id });
          const listed = await call<RecordPage>('GET', `/api/v1/records/${kind}?limit=200`, { as: walker.id });
          const changed = await call('PATCH', path, {
            as: walker.id,
            body: { baseRevision: placed.revision, fields: changeOf[kind] },
          });
          const history = await call('GET', `${path}/history`, { as: walker.id });

          differences.compare(`read ${label}`, view ?? 404, read.status === 200 ? read.body.view : read.status);
          differences.compare(
            `list ${label}`,
            maySee,
            listed.status === 200 && listed.body.rows.some(({ id }) => id === placed.id),
          );
          differences.compare(`write ${label}`, mayWrite ? 200 : maySee ? 403 : 404, changed.status);
          differences.compare(`history of ${label}`, view === 'full', history.status === 200);
        }
      }
    }

    differences.check(walked.length * 16);
  }, 60_000);

  test('creates what permissions.json allows, and nothing more', async () => {
    const differences = new Differences();

    for (const kind of walked) {
      for (const unit of units) {
        const unitId = unitIds[unit];
        const owner = await ownerOf(kind, { unit: unitId, reporter: somebodyElse.id, status: 'draft' });
        const record = { unit: unitId, reporter: walker.id, status: 'draft', fields: {} };
        const expected = expectedView(situationOf(kind, 'create', walker, record), within) !== undefined;

        const created = await call('POST', `/api/v1/records/${kind}`, {
          as: walker.id,
          body: { id: randomUUID(), unitId, fields: { ...newFields(kind), ...owner } },
        });

        differences.compare(`create ${kind}, ${unit} unit`, expected, created.status === 201);
        if (!expected) differences.compare(`refusal of ${kind}`, true, [403, 404, 422].includes(created.status));
      }
    }

    differences.check(walked.length * 2);
  }, 60_000);

  test('takes the steps that permissions.json and the definitions allow, and no others', async () => {
    const differences = new Differences();

    for (const kind of walked.filter((one) => !followsAnother(one))) {
      for (const [from, to, ways] of stepsOf(kind)) {
        for (const unit of units) {
          for (const severity of kind === 'deviation' ? [2, 3] : [undefined]) {
            const fields = severity === undefined ? {} : { severity };
            const fitting = ways.filter((way) => fits(way, severity));
            if (fitting.length === 0) continue;
            const praise = to === 'shared' ? { feedbackKind: 'praise' } : {};
            const placed = await place(kind, {
              unit: unitIds[unit],
              reporter: somebodyElse.id,
              status: from,
              fields: { ...fields, ...praise },
            });
            const record = { unit: unitIds[unit], reporter: somebodyElse.id, status: from, fields: placed.fields };
            const maySee = expectedView(situationOf(kind, 'read', walker, record), within) !== undefined;
            const mayTake = fitting.some(
              ({ operation, action, by }) =>
                expectedView(situationOf(kind, operation, walker, record, { action, by }), within) !== undefined,
            );

            const taken = await call('POST', `/api/v1/records/${kind}/${placed.id}/steps`, {
              as: walker.id,
              body: { to, baseRevision: placed.revision, reason: 'Ett skäl' },
            });

            const label = `${kind} ${from} → ${to}, ${unit} unit, severity ${String(severity)}`;
            differences.compare(label, mayTake ? 200 : maySee ? 403 : 404, taken.status);
          }
        }
      }
    }

    differences.check(80);
  }, 120_000);
});

/** The steps of a kind: where from, where to, and the ways in which the definition lets them be taken. */
function stepsOf(kind: KindName): readonly (readonly [from: string, to: string, ways: readonly Transition[]])[] {
  const grouped = Map.groupBy(definitionOf(kind).transitions, ({ from, to }) => `${from} ${to}`);
  return [...grouped.values()].map((ways) => [ways[0]?.from ?? '', ways[0]?.to ?? '', ways] as const);
}

function fits({ when }: Transition, severity = 0): boolean {
  return severity >= (when?.atLeast ?? -Infinity) && severity < (when?.below ?? Infinity);
}

describe('the restricted case', () => {
  test('lets in who was appointed, keeps out who may be involved, and shows a reporter the status only', async () => {
    const differences = new Differences();
    for (const walker of walkers) {
      for (const [label, fields, reporter] of [
        ['appointed', { appointedPersons: [{ id: walker.id, name: 'A' }] }, somebodyElse.id],
        ['implicated', { implicatedPersons: [{ id: walker.id, name: 'A' }] }, somebodyElse.id],
        ['implicated and reporter', { implicatedPersons: [{ id: walker.id, name: 'A' }] }, walker.id],
        [
          'appointed but implicated',
          { appointedPersons: [{ id: walker.id, name: 'A' }], implicatedPersons: [{ id: walker.id, name: 'A' }] },
          somebodyElse.id,
        ],
      ] as const) {
        const status = 'decisionProposed';
        const placed = await place('misconductCase', { unit: unitIds.own, reporter, status, fields });
        const record = { unit: unitIds.own, reporter, status, fields: placed.fields };
        const view = expectedView(situationOf('misconductCase', 'read', walker, record), within);
        const mayDecide =
          expectedView(situationOf('misconductCase', 'approve', walker, record, { by: ['boardOffice'] }), within) !==
          undefined;
        const path = `/api/v1/records/misconductCase/${placed.id}`;

        const read = await call<RecordAnswer>('GET', path, { as: walker.id });
        const decided = await call('POST', `${path}/steps`, {
          as: walker.id,
          body: { to: 'decided', baseRevision: placed.revision },
        });

        differences.compare(
          `${nameOf(walker)} ${label} reads`,
          view ?? 404,
          read.status === 200 ? read.body.view : read.status,
        );
        differences.compare(
          `${nameOf(walker)} ${label} decides`,
          mayDecide ? 200 : view === undefined ? 404 : 403,
          decided.status,
        );
      }
    }

    differences.check(walkers.length * 8);
  }, 60_000);

  test('shows fields of its view only', async () => {
    const [employee] = walkers;
    const placed = await place('misconductCase', {
      unit: unitIds.own,
      reporter: employee?.id ?? '',
      status: 'received',
    });

    const read = await call<RecordAnswer>('GET', `/api/v1/records/misconductCase/${placed.id}`, {
      as: employee?.id ?? '',
    });

    expect(read.body.view).toBe('status');
    expect(JSON.stringify(read.body)).not.toContain('Något hände');
  });
});

test('what the app keeps for itself cannot be reached', async () => {
  for (const { id } of walkers) {
    const answer = await call('GET', '/api/v1/records/conversationReference', { as: id });

    expect(answer.status).toBe(404);
  }
});
