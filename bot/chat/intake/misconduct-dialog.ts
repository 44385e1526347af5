import { z } from 'zod';
import type { CardElement } from '../bot-port.ts';
import { cardMessage, paragraph, submitDialog } from '../cards/card-elements.ts';
import { unitChoices } from '../cards/intake-choices.ts';
import { problemNotice } from '../cards/intake-card.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { misconductCase } from '../../../shared/records/misconduct-case.ts';
import { failures } from '../../../shared/errors.ts';
import type { Effects } from '../effects.ts';
import type { CardData } from '../parse-activity.ts';
import { cleanText } from '../plain-text.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { readText } from './read-text.ts';
import { problemTexts } from './record-input.ts';
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
  return [await formDialog(turn, services, services.newId(), unit === undefined ? {} : { unit })];
}

/** Stores the case in the restricted site only; what goes back to the chat carries a reference, no text. */
export async function submitMisconductForm(turn: Turn, services: ChatServices, data: CardData): Promise<Effects> {
  const { say } = turn;
  const caseId = z.uuid().safeParse(data['caseId']);
  if (!caseId.success) return [{ kind: 'closeDialog', text: say('misconduct.closed') }];
  const values = valuesOf(data);
  const problems = problemsOf(turn, values);
  if (problems.length > 0) return [await formDialog(turn, services, caseId.data, values, problems)];

  const fields = await fieldsOf(turn, services, values);
  const outcome = await services.records.create(turn.caller, 'misconductCase', {
    id: caseId.data,
    unitId: values.unit,
    fields,
  });
  if (outcome.kind === 'idTaken') return [{ kind: 'closeDialog', text: say('misconduct.closed') }];
  if (outcome.kind !== 'ok') {
    const code =
      outcome.kind === 'unitClosed' ? 'unitClosed' : outcome.kind === 'notAllowed' ? 'notAllowed' : 'invalidFields';
    const texts = outcome.kind === 'invalid' ? problemTexts(outcome.problems) : [failures[code].text[turn.language]];
    return [await formDialog(turn, services, caseId.data, values, texts)];
  }
  const { ref = '', status, unitId: unit, createdAt, created, masked } = outcome.value;
  if (created) services.log.info('chat.saved', { kind: 'misconductCase', id: caseId.data });
  const receipt = receiptCard(turn, services, {
    recordKind: 'misconductCase',
    id: caseId.data,
    label: misconductCase.label[turn.language],
    ref,
    unit,
    status,
    createdAt,
    masked: masked.personnummer || masked.names,
  });
  return [
    { kind: 'closeDialog', text: say('misconduct.received', { ref }) },
    ...(created ? [{ kind: 'send', message: receipt } as const] : []),
  ];
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
  const occurredAt = when === undefined ? undefined : readText(when, turn.units, services.now()).occurredAt;
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
