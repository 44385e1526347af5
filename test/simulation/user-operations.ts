/** What people do through the service. Each answer that says "saved" is noted in the ledger, as a promise to be kept. */
import type { Caller, Outcome } from '../../bot/records/records-service.ts';
import type { StoredAnswer } from '../../shared/api/contract.ts';
import type { AcceptedRecord } from './ledger.ts';
import { fieldOf, freeFields, makeUpValue } from './made-up-values.ts';
import { boardGoalId, callerOf, people, systemCaller, unitOf } from './people.ts';
import { boardIds } from './simulated-graph.ts';
import type { BoardId, SimulatedKind, SimulatedList } from './simulated-graph.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import type { SeededChoice } from './seeded-choice.ts';

type Call<Value> = (process: SimulatedProcess) => Promise<Value>;
/** `lost`: the process died; whether the call was carried out is not known. */
type Answered<Value> = { readonly kind: 'answered'; readonly value: Value } | { readonly kind: 'lost' };

/** Asks one of the processes that work, as a load balancer does. */
export async function ask<Value>(
  world: SimulatedWorld,
  choice: SeededChoice,
  call: Call<Value>,
): Promise<Answered<Value>> {
  const process = choice.one(world.processes.filter((one) => one.life.isAlive && one.isReady));
  if (process === undefined) return { kind: 'lost' };
  const answer = call(process).then((value) => ({ kind: 'answered', value }) as const);
  return Promise.race([answer, process.died.then(() => ({ kind: 'lost' }) as const)]);
}

/** Asks again until it is answered: for calls that may be repeated. */
async function askUntilAnswered<Value>(world: SimulatedWorld, choice: SeededChoice, call: Call<Value>): Promise<Value> {
  for (;;) {
    const answer = await ask(world, choice, call);
    if (answer.kind === 'answered') return answer.value;
    await new Promise<void>((resolve) => world.clock.timersOf(world)(1000, resolve));
  }
}

/** A text that counts as written once its call was answered with "saved". */
interface Texts {
  readonly make: () => string;
  readonly made: string[];
}

export function textsOf(world: SimulatedWorld, boardId: BoardId): Texts {
  const made: string[] = [];
  const make = (): string => {
    const text = world.newText(boardId);
    made.push(text);
    return text;
  };
  return { make, made };
}

export function note(
  world: SimulatedWorld,
  boardId: BoardId,
  { made }: Texts,
  what: string,
  outcome: Outcome<Pick<StoredAnswer, 'id' | 'revision'>> | undefined,
): void {
  world.trace(`${boardId}: ${what} → ${outcome?.kind ?? 'lost'}`);
  if (outcome?.kind !== 'ok') return;
  for (const text of made) world.ledger.texts.set(text, { boardId, by: 'service' });
  const { id, revision } = outcome.value;
  world.ledger.changes.push({ boardId, id, revision, what });
}

const creatable = {
  ekholmen: ['deviation', 'deviation', 'commitment', 'commitment', 'goal'],
  sundby: ['deviation'],
} as const satisfies Readonly<Record<BoardId, readonly SimulatedKind[]>>;

export async function createSomething(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const boardId = choice.one(boardIds) ?? 'ekholmen';
  const kind = choice.one(creatable[boardId]) ?? 'deviation';
  const texts = textsOf(world, boardId);
  const fields = {
    goal: () => ({ level: 'vision', period: 'year', text: texts.make() }),
    deviation: () => ({ whatHappened: texts.make(), place: texts.make() }),
    commitment: () => ({
      ...{ goal: boardGoalId, year: 2026, text: texts.make() },
      resourceUse: [{ id: choice.uuid(), resourceKind: 'competence', plan: texts.make() }],
    }),
  }[kind]();
  const caller = callerOf(
    boardId,
    kind === 'goal' ? 'cilla' : kind === 'commitment' ? 'anna' : (choice.one(people) ?? 'bo'),
  );
  await create(world, choice, kind, caller, fields, texts);
}

export async function grantRole(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const boardId = 'sundby';
  const fields = { person: { id: 'karin', name: 'Karin Ek' }, role: 'employee' };
  await create(world, choice, 'roleAssignment', systemCaller(boardId), fields, textsOf(world, boardId));
}

export async function create(
  world: SimulatedWorld,
  choice: SeededChoice,
  kind: SimulatedList,
  caller: Caller,
  fields: Readonly<Record<string, unknown>>,
  texts: Texts,
): Promise<void> {
  const boardId = caller.boardId as BoardId;
  const input = { id: choice.uuid(), fields, ...(kind === 'goal' ? {} : { unitId: unitOf(boardId) }) };
  const outcome = await askUntilAnswered(world, choice, ({ records }) => records.create(caller, kind, input));
  note(
    world,
    boardId,
    texts,
    `${caller.actor.name} creates ${kind} ${input.id.slice(0, 8)} ${texts.made.join(' ')}`,
    outcome,
  );
  if (outcome.kind !== 'ok') return;
  const { ref } = outcome.value;
  world.ledger.records.set(input.id, { boardId, kind, id: input.id, ref });
  if (ref !== undefined) world.ledger.references[boardId].push(ref);
}

const changeable = ['goal', 'commitment', 'deviation'] as const;

type RecordOf<Kind extends SimulatedList> = AcceptedRecord & { readonly kind: Kind };

/** Reads a record as somebody, then does something to it. */
async function withRecord<Kind extends SimulatedList>(
  world: SimulatedWorld,
  choice: SeededChoice,
  kinds: readonly Kind[],
  act: (record: RecordOf<Kind>, caller: Caller, current: StoredAnswer) => Promise<void>,
): Promise<void> {
  const isAsked = (one: AcceptedRecord): one is RecordOf<Kind> => kinds.some((kind) => kind === one.kind);
  const record = choice.one([...world.ledger.records.values()].filter(isAsked));
  if (record === undefined) return;
  const caller = callerOf(record.boardId, choice.one(['anna', 'anna', 'cilla', 'cilla', 'bo'] as const) ?? 'anna');
  const read = await ask(world, choice, ({ records }) => records.get(caller, record.kind, record.id));
  if (read.kind === 'lost' || read.value.kind !== 'ok') return;
  await act(record, caller, read.value.value as StoredAnswer);
}

export async function changeSomething(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withRecord(world, choice, changeable, async (record, caller, current) => {
    if (!current.allowed.edit) return;
    const texts = textsOf(world, record.boardId);
    const names = freeFields[record.kind].filter(() => choice.chance(0.3)).slice(0, 2);
    const fields = Object.fromEntries(
      (names.length === 0 ? freeFields[record.kind].slice(0, 1) : names).flatMap((name) => {
        const field = fieldOf(record.kind, name);
        return field === undefined ? [] : [[name, makeUpValue(field, choice, texts.make, current.fields[name])]];
      }),
    );
    const input = { baseRevision: current.revision, fields };
    const answer = await ask(world, choice, ({ records }) => records.change(caller, record.kind, record.id, input));
    const what = `${caller.actor.name} changes ${record.kind} ${record.id.slice(0, 8)} ${JSON.stringify(fields)}`;
    note(world, record.boardId, texts, what, answer.kind === 'lost' ? undefined : answer.value);
  });
}

export async function takeSomeStep(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await takeStepOf(world, choice, changeable);
}

/** A process is sent for review, published, taken up again; replaced by none, since there it would end. */
export async function takeProcessOn(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await takeStepOf(world, choice, ['process']);
}

async function takeStepOf(world: SimulatedWorld, choice: SeededChoice, kinds: readonly SimulatedList[]): Promise<void> {
  await withRecord(world, choice, kinds, async (record, caller, current) => {
    const step = choice.one(current.allowed.steps.filter(({ to }) => to !== 'superseded'));
    if (step === undefined) return;
    const texts = textsOf(world, record.boardId);
    const fields = Object.fromEntries(
      step.fields.flatMap((name) => {
        const field = fieldOf(record.kind, name);
        const value = field === undefined ? undefined : makeUpValue(field, choice, texts.make);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const input = {
      to: step.to,
      baseRevision: current.revision,
      fields,
      ...(step.needsReason && { reason: texts.make() }),
    };
    const answer = await ask(world, choice, ({ records }) => records.takeStep(caller, record.kind, record.id, input));
    const what = `${caller.actor.name} takes ${record.kind} ${record.id.slice(0, 8)} to ${step.to} ${texts.made.join(' ')}`;
    note(world, record.boardId, texts, what, answer.kind === 'lost' ? undefined : answer.value);
  });
}

export async function commentOnSomething(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  await withRecord(world, choice, ['goal', 'commitment'], async (record, caller, current) => {
    const open = current.comments?.find((comment) => comment.kind === 'suggestion' && comment.answer === undefined);
    if (open !== undefined && choice.chance(0.3)) {
      const outcome = choice.one(['taken', 'declined'] as const) ?? 'taken';
      const answer = await ask(world, choice, ({ records }) =>
        records.answerComment(caller, record.kind, record.id, open.id, outcome),
      );
      const what = `${caller.actor.name} answers comment ${open.id.slice(0, 8)} of ${record.id.slice(0, 8)} ${outcome}`;
      note(
        world,
        record.boardId,
        { make: () => '', made: [] },
        what,
        answer.kind === 'lost' ? undefined : answer.value,
      );
      return;
    }
    const texts = textsOf(world, record.boardId);
    const input = {
      id: choice.uuid(),
      kind: choice.one(['comment', 'suggestion'] as const) ?? 'comment',
      text: texts.make(),
    };
    const answer = await ask(world, choice, ({ records }) => records.comment(caller, record.kind, record.id, input));
    const what = `${caller.actor.name} comments on ${record.kind} ${record.id.slice(0, 8)} ${input.text}`;
    note(world, record.boardId, texts, what, answer.kind === 'lost' ? undefined : answer.value);
  });
}

export async function writeDraft(world: SimulatedWorld, choice: SeededChoice): Promise<void> {
  const boardId = choice.one(boardIds) ?? 'ekholmen';
  const personId = callerOf(boardId, choice.one(people) ?? 'bo').actor.personId;
  const [key, text] = [`draft.${choice.uuid()}`, world.newText(boardId)];
  const writtenAt = world.clock.now();
  await askUntilAnswered(world, choice, ({ drafts }) => drafts.write(boardId, personId, key, { text }));
  world.trace(`${boardId}: ${personId} keeps a draft ${text}`);
  world.ledger.drafts.push({ boardId, personId, key, text, writtenAt });
}
