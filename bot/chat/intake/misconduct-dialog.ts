import { z } from 'zod';
import type { CardElement, OutgoingMessage } from '../bot-port.ts';
import { cardMessage, execute, heading, paragraph, submitDialog } from '../cards/card-elements.ts';
import { unitChoices } from '../cards/intake-choices.ts';
import { problemNotice } from '../cards/intake-card.ts';
import { spentCard } from '../cards/notice-cards.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { misconductCase } from '../../../shared/records/misconduct-case.ts';
import type { Effects } from '../effects.ts';
import type { CardData } from '../parse-activity.ts';
import { cleanText } from '../plain-text.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { readTimeWords } from './read-text.ts';
import type { CardAction } from './card-actions.ts';
import { refusalTexts } from './refusal-texts.ts';
import { usualUnit } from './start-intake.ts';

interface Values {
  readonly what?: string;
  readonly when?: string;
  readonly unit?: string;
  readonly immediate?: string;
  readonly implicated?: readonly string[];
}

/** An empty form with an id of its own: closing it leaves nothing behind, sending it twice stores one case. */
export async function openMisconductForm(turn: Turn, services: ChatServices): Promise<Effects> {
  const unit = usualUnit(turn);
  const values = unit === undefined ? {} : { unit };
  const caseId = services.newId();
  return turn.incoming.kind === 'dialogOpened' && turn.incoming.through === 'message'
    ? [{ kind: 'send', message: await formCard(turn, services, caseId, values) }]
    : [await formDialog(turn, services, caseId, values)];
}

/** The dialog's button: what goes back to the chat carries a reference, no text. */
export async function submitMisconductForm(turn: Turn, services: ChatServices, data: CardData): Promise<Effects> {
  const result = await saveCase(turn, services, data);
  switch (result.kind) {
    case 'closed':
      return [{ kind: 'closeDialog', text: turn.say('misconduct.closed') }];
    case 'again':
      return [await formDialog(turn, services, result.caseId, result.values, result.problems)];
    case 'saved':
      return [
        { kind: 'closeDialog', text: turn.say('misconduct.received', { ref: result.ref }) },
        ...(result.created ? [{ kind: 'send', message: result.receipt } as const] : []),
      ];
  }
}

/** The button of the form as a card. What was typed goes back to the presser alone; the chat never holds it. */
export const sendMisconductCard: CardAction = async (turn, services, data) => {
  const result = await saveCase(turn, services, data);
  switch (result.kind) {
    case 'closed':
      return [{ kind: 'replace', message: spentCard(turn.say('gone.title'), turn.say('misconduct.closed')) }];
    case 'again': {
      const message = await formCard(turn, services, result.caseId, result.values, result.problems);
      return [{ kind: 'showAgain', message, because: result.problems.join(' ') }];
    }
    case 'saved':
      return [{ kind: 'replace', message: result.receipt }];
  }
};

type SaveCaseResult =
  | { readonly kind: 'closed' }
  | { readonly kind: 'again'; readonly caseId: string; readonly values: Values; readonly problems: readonly string[] }
  | { readonly kind: 'saved'; readonly ref: string; readonly receipt: OutgoingMessage; readonly created: boolean };

/** Stores the case in the restricted site only. */
async function saveCase(turn: Turn, services: ChatServices, data: CardData): Promise<SaveCaseResult> {
  const parsed = z.uuid().safeParse(data['caseId']);
  if (!parsed.success) return { kind: 'closed' };
  const caseId = parsed.data;
  const values = valuesOf(data);
  const problems = problemsOf(turn, values);
  if (problems.length > 0) return { kind: 'again', caseId, values, problems };

  const fields = await fieldsOf(turn, services, values);
  const input = { id: caseId, unitId: values.unit, fields };
  const outcome = await services.records.create(turn.caller, 'misconductCase', input);
  if (outcome.kind === 'idTaken') return { kind: 'closed' };
  if (outcome.kind !== 'ok') return { kind: 'again', caseId, values, problems: refusalTexts(outcome, turn.language) };
  const { ref = '', status, unitId: unit, createdAt, created, masked } = outcome.value;
  if (created) services.log.info('chat.saved', { kind: 'misconductCase', id: caseId });
  const receipt = receiptCard(turn, services, {
    recordKind: 'misconductCase',
    id: caseId,
    label: misconductCase.label[turn.language],
    ref,
    unit,
    status,
    createdAt,
    masked: masked.personnummer || masked.names,
  });
  return { kind: 'saved', ref, receipt, created };
}

/** For clients without dialogs. */
async function formCard(
  turn: Turn,
  services: ChatServices,
  caseId: string,
  values: Values,
  problems: readonly string[] = [],
): Promise<OutgoingMessage> {
  const { say } = turn;
  return cardMessage(
    say('misconduct.summary'),
    [
      heading(say('misconduct.formTitle')),
      paragraph(say('misconduct.formIntro')),
      ...problemNotice(turn, problems),
      ...(await inputs(turn, services, values)),
    ],
    [execute(say('misconduct.send'), 'misconduct.send', { caseId }, 'auto')],
  );
}

async function formDialog(
  turn: Turn,
  services: ChatServices,
  caseId: string,
  values: Values,
  problems: readonly string[] = [],
): Promise<Effects[number]> {
  const { say } = turn;
  const { card } = cardMessage(
    say('misconduct.summary'),
    [
      paragraph(say('misconduct.formIntro')),
      ...problemNotice(turn, problems),
      ...(await inputs(turn, services, values)),
    ],
    [submitDialog(say('misconduct.send'), { dialog: 'misconduct', caseId })],
  );
  return { kind: 'dialog', dialog: { title: say('misconduct.formTitle'), card } };
}

async function inputs(turn: Turn, services: ChatServices, values: Values): Promise<readonly CardElement[]> {
  const { say, caller } = turn;
  const persons = await services.records.persons(caller.boardId);
  const others = persons.map(({ person }) => person).filter(({ id }) => id !== caller.actor.personId);
  return [
    {
      ...longText('what', say('misconduct.what'), values.what),
      isRequired: true,
      errorMessage: say('problem.text'),
      placeholder: say('misconduct.whatPlaceholder'),
    },
    { type: 'Input.Text', id: 'when', label: say('card.when'), maxLength: 255, ...given(values.when) },
    {
      type: 'Input.ChoiceSet',
      id: 'unit',
      label: say('misconduct.unit'),
      style: 'filtered',
      placeholder: say('card.unitPlaceholder'),
      choices: unitChoices(turn.units),
      ...given(values.unit),
    },
    longText('immediate', say('misconduct.immediate'), values.immediate),
    ...(others.length === 0
      ? []
      : [
          {
            type: 'Input.ChoiceSet',
            id: 'implicated',
            label: say('misconduct.implicated'),
            isMultiSelect: true,
            style: 'compact',
            choices: others.map(({ id, name }) => ({ title: name, value: id })),
            ...given(values.implicated?.join(',')),
          },
          paragraph(say('misconduct.implicatedHelp'), 'subtle'),
        ]),
  ];
}

function longText(id: string, label: string, value: string | undefined): CardElement {
  return { type: 'Input.Text', id, label, isMultiline: true, maxLength: 10_000, ...given(value) };
}

const given = (value: string | undefined) => (value === undefined || value === '' ? {} : { value });

function valuesOf(data: CardData): Values {
  const text = (name: string) => {
    const value = data[name];
    const clean = typeof value === 'string' ? cleanText(value) : '';
    return clean === '' ? undefined : clean;
  };
  const [what, when, unit, immediate] = [text('what'), text('when'), text('unit'), text('immediate')];
  const implicated = text('implicated')?.split(',');
  return {
    ...(what === undefined ? {} : { what }),
    ...(when === undefined ? {} : { when }),
    ...(unit === undefined ? {} : { unit }),
    ...(immediate === undefined ? {} : { immediate }),
    ...(implicated === undefined ? {} : { implicated }),
  };
}

function problemsOf({ say, units }: Turn, { what, when, unit }: Values): readonly string[] {
  const known = units.find(({ id }) => id === unit);
  return [
    ...(what === undefined ? [say('problem.text')] : []),
    ...((what?.length ?? 0) > 10_000 ? [say('problem.textTooLong')] : []),
    ...((when?.length ?? 0) > 255 ? [say('problem.whenTooLong')] : []),
    ...(unit === undefined ? [say('problem.unit')] : []),
    ...(unit !== undefined && known === undefined ? [say('problem.unitUnknown')] : []),
    ...(known?.active === false ? [say('problem.unitClosed')] : []),
  ];
}

async function fieldsOf(
  turn: Turn,
  services: ChatServices,
  values: Values,
): Promise<Readonly<Record<string, unknown>>> {
  const { what, when, immediate, implicated = [] } = values;
  const occurredAt = when === undefined ? undefined : readTimeWords(when, services.now()).occurredAt;
  const persons = implicated.length === 0 ? [] : await services.records.persons(turn.caller.boardId);
  const implicatedPersons = persons.map(({ person }) => person).filter(({ id }) => implicated.includes(id));
  return {
    whatHappened: what,
    ...(when === undefined ? {} : { whenText: when }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(immediate === undefined ? {} : { immediateAction: immediate }),
    ...(implicatedPersons.length === 0 ? {} : { implicatedPersons }),
  };
}
