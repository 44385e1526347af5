import { cleanText } from '../plain-text.ts';
import { categoriesOf, kindLabel, notChosen } from '../cards/intake-choices.ts';
import type { IntakeValues } from '../cards/intake-card.ts';
import { intakeKinds } from '../drafts.ts';
import type { IntakeKind, OpenDraft } from '../drafts.ts';
import type { CardData } from '../parse-activity.ts';
import type { Turn } from '../turn.ts';
import { maskText } from '../../../shared/intake/masking.ts';
import { readAs, readTimeWords } from './read-text.ts';
import type { IntakeFields } from './record-input.ts';
import { valuesOf } from './start-intake.ts';

/** What was submitted: the fields if they can be saved, else what to say; and what to show again, masked. */
export interface ReadInputs {
  readonly fields?: IntakeFields;
  readonly problems: readonly string[];
  readonly values: IntakeValues;
  readonly draft: OpenDraft;
  /** The edited text tells of misconduct: nothing of it may be kept here. */
  readonly suspected: boolean;
}

/** The submitted fields, checked again here: a client can send anything (`teams.md` 2). */
export function readInputs(turn: Turn, data: CardData, before: OpenDraft, now: Date): ReadInputs {
  const submitted = submittedValues(data, before);
  const edited = submitted.text !== before.text;
  const details = readAs(submitted.kind, submitted.text, turn.units, now);
  const time = readTime(submitted.when, before, now);
  const draft = draftWith(before, submitted, time, edited ? maskText(submitted.text) : undefined, turn.units);
  const problems = problemsOf(turn, data, submitted);

  const fits = submitted.category === undefined || Object.hasOwn(categoriesOf(submitted.kind), submitted.category);
  const category = fits ? submitted.category : details.category;
  const after = { ...draft, ...(category === undefined ? {} : { category }) };
  return {
    ...(problems.length === 0 ? { fields: fieldsOf(submitted, time) } : {}),
    problems,
    values: valuesOf(after),
    draft: after,
    suspected: details.suspectedMisconduct,
  };
}

function submittedValues(data: CardData, draft: OpenDraft): IntakeValues {
  const kept = valuesOf(draft);
  const text = (name: keyof IntakeValues): string | undefined => {
    const value = data[name];
    // A client that leaves a field out has not emptied it.
    if (typeof value !== 'string') return kept[name];
    const clean = cleanText(value);
    return clean === '' || clean === notChosen ? undefined : clean;
  };
  const chosen = text('kind');
  const [unit, when, category, severity] = [text('unit'), text('when'), text('category'), text('severity')];
  return {
    kind: isIntakeKind(chosen) ? chosen : kept.kind,
    text: text('text') ?? '',
    ...(unit === undefined ? {} : { unit }),
    ...(when === undefined ? {} : { when }),
    ...(category === undefined ? {} : { category }),
    ...(severity === undefined ? {} : { severity }),
  };
}

function problemsOf(turn: Turn, data: CardData, { kind, unit, when, category, severity, text }: IntakeValues) {
  const { say, units, language } = turn;
  const known = units.find(({ id }) => id === unit);
  const problems: string[] = [];
  if (typeof data['kind'] === 'string' && !isIntakeKind(data['kind'])) problems.push(say('problem.kind'));
  if (unit === undefined) problems.push(say('problem.unit'));
  else if (known === undefined) problems.push(say('problem.unitUnknown'));
  else if (!known.active) problems.push(say('problem.unitClosed'));
  if (when !== undefined && when.length > 255) problems.push(say('problem.whenTooLong'));
  if (category !== undefined && !Object.hasOwn(categoriesOf(kind), category))
    problems.push(say('problem.category', { kind: kindLabel(kind, language).toLowerCase() }));
  if (severity !== undefined && !['1', '2', '3', '4'].includes(severity)) problems.push(say('problem.severity'));
  if (text === '') problems.push(say('problem.text'));
  if (text.length > 10_000) problems.push(say('problem.textTooLong'));
  return problems;
}

function isIntakeKind(kind: unknown): kind is IntakeKind {
  return intakeKinds.some((known) => known === kind);
}

type Time = Pick<OpenDraft, 'when' | 'occurredAt'>;

/** The words as read before; new words are read against the moment they are written. */
function readTime(when: string | undefined, draft: OpenDraft, now: Date): Time {
  if (when === undefined) return {};
  if (when === draft.when) return { when, ...(draft.occurredAt === undefined ? {} : { occurredAt: draft.occurredAt }) };
  return readTimeWords(when, now);
}

function fieldsOf(values: IntakeValues, time: Time): IntakeFields {
  return {
    kind: values.kind,
    unit: values.unit ?? '',
    ...(time.when === undefined ? {} : { when: time.when }),
    ...(time.occurredAt === undefined ? {} : { occurredAt: time.occurredAt }),
    ...(values.category === undefined ? {} : { category: values.category }),
    ...(values.severity === undefined || values.kind !== 'deviation' ? {} : { severity: Number(values.severity) }),
    text: values.text,
  };
}

function draftWith(
  before: OpenDraft,
  values: IntakeValues,
  time: Time,
  masked: ReturnType<typeof maskText> | undefined,
  units: Turn['units'],
): OpenDraft {
  const {
    when: _when,
    occurredAt: _occurredAt,
    unit: _unit,
    category: _category,
    severity: _severity,
    ...kept
  } = before;
  const severity = Number(values.severity);
  return {
    ...kept,
    kind: values.kind,
    text: masked?.maskedText ?? before.text,
    ...time,
    ...(values.unit === undefined || !units.some(({ id }) => id === values.unit) ? {} : { unit: values.unit }),
    ...(severity >= 1 && severity <= 4 ? { severity } : {}),
    masked: {
      personnummer: before.masked.personnummer || masked?.personnummer === true,
      names: before.masked.names || masked?.names === true,
    },
  };
}
