import type { Reading } from '../../../shared/intake/read-report.ts';
import type { OutgoingMessage } from '../bot-port.ts';
import { largestCard, sizeOf } from '../cards/card-elements.ts';
import { emergencyCard, formCard, misconductCard, offerCard } from '../cards/notice-cards.ts';
import { intakeCard } from '../cards/intake-card.ts';
import type { IntakeCardOptions, IntakeValues } from '../cards/intake-card.ts';
import { draftsOf } from '../drafts.ts';
import type { IntakeKind, OpenDraft } from '../drafts.ts';
import type { Effects } from '../effects.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { readAs } from './read-text.ts';
import type { ReadDetails } from './read-text.ts';
import { formBody } from './record-input.ts';

interface StartOptions extends IntakeCardOptions {
  /** What the person said it is, which goes before what the sentence seems to be. */
  readonly kind?: IntakeKind;
  /** The masked text to keep, where it is not the whole message. */
  readonly text?: string;
}

/** A report begins: the draft is kept, masked, and the card shows it. */
export async function startIntake(
  turn: Turn,
  services: ChatServices,
  reading: Reading,
  options: StartOptions & { readonly kind: IntakeKind },
): Promise<Effects> {
  const text = options.text ?? reading.maskedText;
  const now = services.now();
  const details: ReadDetails =
    options.kind === reading.kind
      ? { ...detailsOf(reading), suspectedMisconduct: reading.suspectedMisconduct === true }
      : readAs(options.kind, text, turn.units, now);
  if (details.suspectedMisconduct) return suspectMisconduct(turn, services);

  const draftId = services.newId();
  const draft = withDetails(turn, { ...emptyDraft(turn, services, reading, text), kind: options.kind }, details);
  await draftsOf(services, turn.caller.actor.personId).write(draftId, draft);
  const message = await draftMessage(turn, services, draftId, draft, options);
  return [{ kind: 'send', message, opensDraft: draftId }];
}

/** Not surely a report: the draft waits while the person says what it is. */
export async function offerIntake(
  turn: Turn,
  services: ChatServices,
  reading: Reading,
  card: 'offer' | 'emergency',
): Promise<Effects> {
  const { suspectedMisconduct } = readAs('deviation', reading.maskedText, turn.units, services.now());
  if (suspectedMisconduct) return suspectMisconduct(turn, services, { emergency: card === 'emergency' });
  const draftId = services.newId();
  const draft = emptyDraft(turn, services, reading, reading.maskedText);
  await draftsOf(services, turn.caller.actor.personId).write(draftId, draft);
  const message = card === 'emergency' ? emergencyCard(turn, draftId) : offerCard(turn, draftId);
  return [{ kind: 'send', message, opensDraft: draftId }];
}

/** Nothing of the text is kept, not even as a draft (`design.md` 1.6). */
function suspectMisconduct(turn: Turn, services: ChatServices, options = {}): Effects {
  return [{ kind: 'send', message: misconductCard(turn, services, options) }];
}

export function reportKind(reading: Reading): IntakeKind | undefined {
  switch (reading.kind) {
    case 'deviation':
    case 'complaint':
    case 'viewpoint':
    case 'praise':
    case 'suggestion':
      return reading.kind;
    default:
      return undefined;
  }
}

function emptyDraft(turn: Turn, services: ChatServices, reading: Reading, text: string): OpenDraft {
  return {
    state: 'open',
    language: turn.language,
    writtenAt: services.now().toISOString(),
    text,
    masked: { personnummer: reading.containsPersonnummer, names: reading.mentionsPerson === true },
  };
}

function detailsOf({ unit, when, occurredAt, category, severity }: Reading): Omit<ReadDetails, 'suspectedMisconduct'> {
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(when === undefined ? {} : { when }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(category === undefined ? {} : { category }),
    ...(severity === undefined ? {} : { severity }),
  };
}

/** A draft with what its text says, and the usual unit where the text names none. */
export function withDetails(turn: Turn, draft: OpenDraft, details: ReadDetails): OpenDraft {
  const { suspectedMisconduct: _, ...read } = details;
  const unit = draft.unit ?? usualUnit(turn);
  return { ...draft, ...(unit === undefined ? {} : { unit }), ...read };
}

/** What the person chose with `min enhet`, else the unit where the person works. */
export function usualUnit({ conversation, caller, units }: Turn): string | undefined {
  const active = (id: string | undefined) => units.some((unit) => unit.id === id && unit.active);
  if (active(conversation?.chosenUnit)) return conversation?.chosenUnit;
  const roles = [...caller.actor.roles].sort((one) => (one.role === 'employee' ? -1 : 0));
  return roles.find(({ unitId }) => active(unitId) && isWorkplace(units, unitId))?.unitId;
}

function isWorkplace(units: Turn['units'], unitId: string | undefined): boolean {
  const kind = units.find(({ id }) => id === unitId)?.unitKind;
  return kind === 'unit' || kind === 'contractor' || kind === 'department';
}

/** The card of an open draft; the form instead where the text would make the card too large to be shown everywhere. */
export async function draftMessage(
  turn: Turn,
  services: ChatServices,
  draftId: string,
  draft: OpenDraft,
  options: IntakeCardOptions & { readonly values?: IntakeValues } = {},
): Promise<OutgoingMessage> {
  if (draft.kind === undefined && options.values === undefined) return offerCard(turn, draftId);
  const card = intakeCard(turn, draftId, draft, options.values ?? valuesOf(draft), options);
  if (sizeOf(card) <= largestCard) return card;
  await draftsOf(services, turn.caller.actor.personId).handToForm(draftId, formBody(draftId, draft));
  return formCard(turn, services, draftId, { tooLong: true });
}

export function valuesOf(draft: OpenDraft): IntakeValues {
  return {
    kind: draft.kind ?? 'deviation',
    text: draft.text,
    ...(draft.unit === undefined ? {} : { unit: draft.unit }),
    ...(draft.when === undefined ? {} : { when: draft.when }),
    ...(draft.category === undefined ? {} : { category: draft.category }),
    ...(draft.severity === undefined ? {} : { severity: String(draft.severity) }),
  };
}
