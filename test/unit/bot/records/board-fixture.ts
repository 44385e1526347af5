import { randomUUID } from 'node:crypto';
import { createRecordsService } from '../../../../bot/records/create-records-service.ts';
import type { LocalRecordsService } from '../../../../bot/records/create-records-service.ts';
import type { Caller, Outcome } from '../../../../bot/records/records-service.ts';
import type { Accepted, MaskText } from '../../../../bot/records/service-context.ts';
import type { RecordAnswer, RoleOnUnit } from '../../../../shared/api/contract.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { Role } from '../../../../shared/records/record-kind.ts';
import { createTestDatabase } from '../../../support/database.ts';

export type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>['db'];

/** A small board: two departments with units, one unit of them closed, one contractor. */
export interface TestBoard {
  readonly service: LocalRecordsService;
  readonly db: TestDatabase;
  readonly boardId: string;
  readonly units: Readonly<
    Record<'board' | 'care' | 'ekliden' | 'sjovik' | 'contractor' | 'preschool' | 'blasippan' | 'closed', string>
  >;
  readonly accepted: Accepted[];
  readonly system: Caller;
  /** A caller with one role, made up on the spot. */
  as(role: Role | undefined, unitId?: string, personId?: string): Caller;
  withRoles(roles: readonly RoleOnUnit[], personId?: string): Caller;
  /** Creates as the system and gives the answer; fails loudly. */
  seed(kind: KindName, fields: Record<string, unknown>, more?: Seed): Promise<RecordAnswer>;
  setNow(at: string): void;
  readonly close: () => Promise<void>;
}

interface Seed {
  readonly unitId?: string;
  readonly status?: string;
  readonly by?: Caller;
}

/** Masks what the tests write as NAME and PNR, so that they need not know how names are found. */
const mask: MaskText = (text) => ({
  maskedText: text.replaceAll('NAME', '[namn]').replaceAll('PNR', '[personnummer]'),
  personnummer: text.includes('PNR'),
  names: text.includes('NAME'),
});

export async function createTestBoard(): Promise<TestBoard> {
  const database = await createTestDatabase();
  const { db } = database;
  const boardId = 'sjovik';
  let now = new Date('2026-11-18T09:00:00.000Z');
  const accepted: Accepted[] = [];
  const service = createRecordsService({
    db,
    now: () => now,
    newId: randomUUID,
    mask,
    onAccepted: (one) => void accepted.push(one),
  });
  const withRoles = (roles: readonly RoleOnUnit[], personId: string = randomUUID()): Caller => ({
    boardId,
    actor: { personId, name: `Person ${personId.slice(0, 4)}`, roles },
    via: 'tab',
    language: 'sv',
  });
  const system: Caller = {
    boardId,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };

  async function seed(kind: KindName, fields: Record<string, unknown>, more: Seed = {}): Promise<RecordAnswer> {
    const { by, ...place } = more;
    return must(await service.create(by ?? system, kind, { id: randomUUID(), fields, ...place }));
  }

  async function unit(name: string, unitKind: string, parent?: string, status = 'active'): Promise<string> {
    const fields = { name, unitKind, ...(parent !== undefined && { parent }) };
    return (await seed('organisationalUnit', fields, { status })).id;
  }

  const board = await unit('Sjövik-Talluddens stadsdelsnämnd', 'board');
  const care = await unit('Avdelningen för äldreomsorg', 'department', board);
  const preschool = await unit('Avdelningen för förskola', 'department', board);
  const units = {
    board,
    care,
    preschool,
    ekliden: await unit('Vård- och omsorgsboendet Ekliden', 'unit', care),
    sjovik: await unit('Hemtjänst Sjövik', 'unit', care),
    contractor: await unit('Vård- och omsorgsboendet Björkbacka', 'contractor', care),
    blasippan: await unit('Förskoleenhet Blåsippan', 'unit', preschool),
    closed: await unit('Nedlagda enheten', 'unit', care, 'closed'),
  };
  accepted.length = 0;
  return {
    service,
    db,
    boardId,
    units,
    accepted,
    system,
    withRoles,
    as: (role, unitId, personId) =>
      withRoles(role === undefined ? [] : [{ role, ...(unitId !== undefined && { unitId }) }], personId),
    seed,
    setNow: (at) => {
      now = new Date(at);
    },
    close: async () => await database.close(),
  };
}

/** The value of an outcome that the test takes for granted. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`Expected ok, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}
