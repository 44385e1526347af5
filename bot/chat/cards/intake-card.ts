import type { CardElement, OutgoingMessage } from '../bot-port.ts';
import type { IntakeKind, OpenDraft } from '../drafts.ts';
import type { Turn } from '../turn.ts';
import { cardMessage, execute, heading, notice, paragraph } from './card-elements.ts';
import type { Choice } from './card-elements.ts';
import {
  categoriesOf,
  categoryChoices,
  kindChoices,
  notChosen,
  severityChoices,
  unitChoices,
} from './intake-choices.ts';
import { intervalText } from './interval-text.ts';

/** What stands in the fields: the draft, or what was just submitted and could not be saved. */
export interface IntakeValues {
  readonly kind: IntakeKind;
  readonly unit?: string;
  readonly when?: string;
  readonly category?: string;
  readonly severity?: string;
  readonly text: string;
}

export interface IntakeCardOptions {
  readonly problems?: readonly string[];
  /** A file came along, which chat does not take. */
  readonly hasFiles?: boolean;
}

type CardTurn = Pick<Turn, 'language' | 'say' | 'units'>;

/** The card that every report passes: what was read, each field correctable (`design.md` 4). */
export function intakeCard(
  turn: CardTurn,
  draftId: string,
  draft: OpenDraft,
  values: IntakeValues,
  options: IntakeCardOptions = {},
): OutgoingMessage & { readonly kind: 'card' } {
  const { say } = turn;
  return cardMessage(
    say('card.summary'),
    [
      heading(say('card.title')),
      paragraph(say('card.intro'), 'subtle'),
      ...problemNotice(turn, options.problems ?? []),
      ...maskingNotice(turn, draft.masked),
      ...(options.hasFiles === true ? [paragraph(say('card.files'))] : []),
      ...intakeInputs(turn, draft, values),
    ],
    [
      execute(say('card.save'), 'intake.save', { draftId }, 'auto'),
      execute(say('card.cancel'), 'intake.cancel', { draftId }),
      execute(say('card.form'), 'intake.form', { draftId }, 'auto'),
    ],
  );
}

export function problemNotice({ say }: CardTurn, problems: readonly string[]): readonly CardElement[] {
  return problems.length === 0 ? [] : [notice(say('problem.title'), problems, 'attention')];
}

/** Said kindly, with what the person can do: the message itself stays in Teams (`design.md` 1.7). */
function maskingNotice({ say }: CardTurn, masked: OpenDraft['masked']): readonly CardElement[] {
  if (!masked.personnummer && !masked.names) return [];
  const what = masked.personnummer ? (masked.names ? 'masked.both' : 'masked.personnummer') : 'masked.names';
  return [notice(say('masked.title'), [say(what), say('masked.delete')], 'warning')];
}

/** The six fields, the same in the card and in the dialog. */
export function intakeInputs(turn: CardTurn, draft: OpenDraft, values: IntakeValues): readonly CardElement[] {
  const { language, say } = turn;
  const isDeviation = values.kind === 'deviation';
  const fittingCategory =
    values.category !== undefined && Object.hasOwn(categoriesOf(values.kind), values.category)
      ? values.category
      : undefined;
  return [
    choiceSet('kind', say('card.kind'), kindChoices(language), values.kind),
    {
      ...choiceSet('unit', say('card.unit'), unitChoices(turn.units), values.unit),
      style: 'filtered',
      placeholder: say('card.unitPlaceholder'),
    },
    {
      type: 'Input.Text',
      id: 'when',
      label: say('card.when'),
      maxLength: 255,
      placeholder: say('card.whenPlaceholder'),
      ...(values.when === undefined ? {} : { value: values.when }),
    },
    ...understanding(turn, draft, values.when),
    {
      ...choiceSet(
        'category',
        say(isDeviation ? 'card.category' : 'card.topic'),
        categoryChoices(values.kind, language),
        fittingCategory,
      ),
      placeholder: say('card.choose'),
    },
    {
      ...choiceSet(
        'severity',
        say('card.severity'),
        [{ title: say('card.notAssessed'), value: notChosen }, ...severityChoices(language)],
        values.severity ?? notChosen,
      ),
      // Only a deviation has one; the id stays, so that every card answers with the same fields.
      ...(isDeviation ? {} : { isVisible: false }),
    },
    {
      type: 'Input.Text',
      id: 'text',
      label: say(isDeviation ? 'card.text' : 'card.feedbackText'),
      isMultiline: true,
      isRequired: true,
      errorMessage: say('problem.text'),
      maxLength: 10_000,
      placeholder: say('card.textHelp'),
      value: values.text,
    },
  ];
}

/** How the words about time were understood, shown only while they are the words that were read. */
function understanding(turn: CardTurn, draft: OpenDraft, when: string | undefined): readonly CardElement[] {
  if (when === undefined || when !== draft.when) return [];
  const { language, say } = turn;
  return [
    paragraph(
      draft.occurredAt === undefined
        ? say('card.notUnderstood')
        : say('card.understood', { when: intervalText(draft.occurredAt, language, say) }),
      'subtle',
    ),
  ];
}

function choiceSet(id: string, label: string, choices: readonly Choice[], value: string | undefined): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    choices,
    ...(value === undefined ? {} : { value }),
  };
}
