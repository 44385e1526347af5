/** The presses that `card-actions` measures: what each button needs to be there before, and what it should leave behind. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { demoStaff } from '../../bot/demo/demo-staff.ts';
import { unitId } from '../../bot/demo/organisation-scripts.ts';
import type { Database } from '../../bot/database/schema.ts';
import { createRecordsService } from '../../bot/records/create-records-service.ts';
import type { Caller } from '../../bot/records/records-service.ts';
import { reminderId } from '../../bot/reminders/reminder-rows.ts';
import { createReminderStore } from '../../bot/reminders/reminder-store.ts';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { maskText } from '../../shared/intake/masking.ts';
import { dueAt } from '../../shared/rules/deadlines.ts';
import type { NewReminder } from '../../shared/rules/reminders/reminder-row.ts';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import type { TeamsConnector } from '../support/teams-connector.ts';

type Data = Readonly<Record<string, unknown>>;

export interface Press {
  readonly verb: string;
  readonly person: Manager;
  readonly data: Data;
  /** What has to happen right before the press, and is not measured. */
  readonly before?: () => Promise<void>;
  /** Whether what the press asked for is stored. */
  readonly isDone?: () => Promise<boolean>;
  /** The key of a deviation that should be in SharePoint afterwards. */
  readonly reaches?: string;
}

export interface Presses {
  readonly verbs: readonly string[];
  prepare(verb: string, nth: number): Promise<Press>;
  /** Presses, and tells whether a card came back. */
  send(press: Press): Promise<boolean>;
}

interface Manager {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  /** Somebody else who works in the unit. */
  readonly colleagueId: string;
}

interface PressParts {
  readonly db: Kysely<Database>;
  readonly origin: string;
  readonly connector: TeamsConnector;
}

const boardId = demoBoard.id;
const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};
const sentence = 'fall på Ekliden igår kväll ca 21.30, ingen skada';

/** Managers whose unit has an employee beside them. */
const managers: readonly Manager[] = demoStaff.flatMap(({ id, name, roles }) => {
  const unit = roles.find(({ role }) => role === 'unitManager')?.unit;
  const colleague = demoStaff.find(
    (other) => other.id !== id && other.roles.some((one) => one.role === 'employee' && one.unit === unit),
  );
  return unit === undefined || colleague === undefined
    ? []
    : [{ id, name, unitId: unitId(unit), colleagueId: colleague.id }];
});

export async function createPresses({ db, origin, connector }: PressParts): Promise<Presses> {
  const now = () => new Date();
  const records = createRecordsService({ db, now, newId: randomUUID, mask: maskText, onAccepted: () => undefined });
  const store = createReminderStore(db, boardId);

  const made = <Value>(outcome: { kind: string; value?: Value }): Value => {
    if (outcome.kind !== 'ok' || outcome.value === undefined) throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  const statusOf = async (id: string) =>
    (await db.selectFrom('records').select('status').where('id', '=', id).executeTakeFirst())?.status;
  const fieldsOf = async (id: string): Promise<Data> => {
    const row = await db.selectFrom('records').select('fields').where('id', '=', id).executeTakeFirst();
    return row?.fields ?? {};
  };
  const stateOf = async (id: string) =>
    (await db.selectFrom('reminders').select('state').where('id', '=', id).executeTakeFirst())?.state;

  async function deviation(person: Manager): Promise<RecordAnswer> {
    const fields = { whatHappened: 'En dosett var tom vid kvällsronden.', category: 'medication' };
    return made(await records.create(system, 'deviation', { id: randomUUID(), unitId: person.unitId, fields }));
  }

  async function selfCheck(person: Manager, answered = false): Promise<RecordAnswer> {
    const given = answered ? { yesNo: 'no', failed: true } : {};
    const today = dayInStockholm(now());
    const { id, revision } = made(
      await records.create(system, 'selfCheckOccurrence', {
        id: randomUUID(),
        unitId: person.unitId,
        fields: {
          ...{ name: 'Basal hygien', area: 'hygiene', period: today, opensOn: today, dueOn: today },
          performer: { id: person.id, name: person.name },
        },
      }),
    );
    const answers = [
      { id: 'q1', text: 'Finns handsprit?', answerKind: 'yesNo', failsOn: 'no', required: true, ...given },
      { id: 'q2', text: 'Vad såg ni?', answerKind: 'text' },
    ];
    const step = { to: 'open', baseRevision: revision, fields: { answers } };
    return made(await records.takeStep(system, 'selfCheckOccurrence', id, step));
  }

  /** A reminder that the person has had, as the engine would know it. */
  async function reminder(person: Manager, part: Pick<NewReminder, 'subject' | 'matterId' | 'stage' | 'deadline'>) {
    const row: NewReminder = {
      ...{ personId: person.id, unitId: person.unitId, step: randomUUID().slice(0, 8), dueAt: now().toISOString() },
      ...{ part: 'act', acute: false, snoozes: 0, state: 'sent', ...part },
    };
    return { id: reminderId(boardId, row), add: () => store.add(row, now()) };
  }

  async function aboutDeviation(person: Manager) {
    const { id: matterId, status, createdAt } = await deviation(person);
    const due = dueAt({ kind: 'deviation', status, createdAt, stateChangedAt: createdAt }) ?? createdAt;
    const row = { subject: 'deviation', matterId, stage: status, deadline: dayInStockholm(due) } as const;
    return { matterId, ...(await reminder(person, row)) };
  }

  const becomes =
    (state: string, data: Data = {}): Prepare =>
    async (person) => {
      const { id, add } = await aboutDeviation(person);
      return {
        data: { reminderId: id, ...data },
        before: add,
        isDone: async () => (await stateOf(id)) === state,
      };
    };
  const answersQuestion: Prepare = async (person) => {
    const deadline = dayInStockholm(now());
    const { id, add } = await reminder(person, {
      ...{ subject: 'silentUnit', matterId: person.unitId, stage: 'silent', deadline },
    });
    return { data: { reminderId: id }, before: add, isDone: async () => (await stateOf(id)) === 'answered' };
  };
  const looks =
    (answered: boolean, data: Data = {}): Prepare =>
    async (person) => ({ data: { id: (await selfCheck(person, answered)).id, ...data } });

  /** Writes the sentence, and answers with the draft and the fields of the card that came. */
  async function draft(person: Manager): Promise<Data> {
    await post(person, { type: 'message', text: sentence, textFormat: 'plain' });
    const [message] = (connector.shown.get(conversationOf(person)) ?? []).slice(-1);
    const [attachment] = (message?.activity['attachments'] ?? []) as { content?: Card }[];
    const { body = [], actions = [] } = attachment?.content ?? {};
    const draftId = actions.flatMap(({ data }) => data?.['draftId'] ?? [])[0];
    if (draftId === undefined) throw new Error('no draft on the card');
    const fields = body.flatMap(({ id, value }): [string, string][] => (id === undefined ? [] : [[id, value ?? '']]));
    return { draftId, ...Object.fromEntries(fields) };
  }
  const onDraft =
    (stores: boolean): Prepare =>
    async (person) => {
      const data = await draft(person);
      const id = String(data['draftId']);
      return { data, ...(stores && { reaches: id, isDone: async () => (await statusOf(id)) === 'reported' }) };
    };

  const prepares: Readonly<Record<string, Prepare>> = {
    // Before anything is reported in the run: the engine asks the same question of silent units, and settles it when not.
    'reminder.confirm': answersQuestion,
    'reminder.atMeeting': answersQuestion,
    'reminder.show': becomes('sent'),
    'reminder.delegate': becomes('sent'),
    'reminder.snooze': becomes('snoozed', { days: '3' }),
    'reminder.step': async (person) => {
      const { id, matterId, add } = await aboutDeviation(person);
      const isDone = async () => (await stateOf(id)) === 'answered' && (await statusOf(matterId)) === 'acknowledged';
      return { data: { reminderId: id }, before: add, isDone, reaches: matterId };
    },
    'reminder.delegateTo': async (person) => {
      const { id: matterId } = await selfCheck(person);
      const deadline = dayInStockholm(now());
      const { id, add } = await reminder(person, { subject: 'selfCheck', matterId, stage: 'open', deadline });
      const performer = async () => ((await fieldsOf(matterId))['performer'] as { id?: string } | undefined)?.id;
      return {
        data: { reminderId: id, to: person.colleagueId },
        before: add,
        isDone: async () => (await stateOf(id)) === 'delegated' && (await performer()) === person.colleagueId,
      };
    },
    'selfCheck.open': looks(false),
    'selfCheck.question': looks(false, { questionId: 'q2' }),
    'selfCheck.skip': looks(false, { questionId: 'q2' }),
    'selfCheck.refresh': looks(true),
    'selfCheck.answer': async (person) => {
      const { id } = await selfCheck(person);
      const isDone = async () => JSON.stringify((await fieldsOf(id))['answers']).includes('"yesNo":"yes"');
      return { data: { id, questionId: 'q1', answer: 'yes', remark: '' }, isDone };
    },
    'selfCheck.submit': async (person) => {
      const { id } = await selfCheck(person, true);
      const deviations = async () => ((await fieldsOf(id))['deviations'] as string[] | undefined)?.length;
      return { data: { id }, isDone: async () => (await statusOf(id)) === 'submitted' && (await deviations()) === 1 };
    },
    'intake.start': onDraft(false),
    'intake.form': onDraft(false),
    'intake.cancel': onDraft(false),
    'intake.save': onDraft(true),
    'misconduct.send': (person) => {
      const caseId = randomUUID();
      const data = { caseId, what: 'Dörren var låst utifrån hela natten.', unit: person.unitId };
      return Promise.resolve({ data, isDone: async () => (await statusOf(caseId)) === 'received' });
    },
    'unit.choose': (person) => Promise.resolve({ data: { unit: person.unitId } }),
    'reminders.pause': () => Promise.resolve({ data: {} }),
    'reminders.resume': () => Promise.resolve({ data: {} }),
  };

  async function post(person: Manager, activity: Data): Promise<Response> {
    const answer = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ id: randomUUID(), channelId: 'msteams', serviceUrl: connector.origin, locale: 'sv-SE' },
        from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
        recipient: { id: '28:bot', name: 'Kvalitetsnavet' },
        conversation: { id: conversationOf(person), conversationType: 'personal', tenantId: 'bench' },
        ...activity,
      }),
    });
    if (!answer.ok) throw new Error(`The turn was answered with ${String(answer.status)}`);
    return answer;
  }

  return {
    verbs: Object.keys(prepares),
    prepare: async (verb, nth) => {
      const person = managers[nth % managers.length];
      const prepare = prepares[verb];
      if (person === undefined || prepare === undefined) throw new Error(`no presses of ${verb}`);
      return { verb, person, ...(await prepare(person)) };
    },
    send: async ({ verb, person, data }) => {
      const action = { type: 'Action.Execute', verb, data };
      const activity = { type: 'invoke', name: 'adaptiveCard/action', replyToId: 'm1', value: { action } };
      const body = (await (await post(person, activity)).json()) as { readonly value?: unknown };
      return typeof body.value === 'object' && body.value !== null && 'body' in body.value;
    },
  };
}

type Prepare = (person: Manager) => Promise<Omit<Press, 'verb' | 'person'>>;

interface Card {
  readonly body?: readonly { readonly id?: string; readonly value?: string }[];
  readonly actions?: readonly { readonly data?: Data }[];
}

const conversationOf = ({ id }: Manager): string => `a:${id}`;
