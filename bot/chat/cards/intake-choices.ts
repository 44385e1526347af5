import type { Language, UnitAnswer } from '../../../shared/api/contract.ts';
import { deviationCategories, feedbackTopics, severities } from '../../../shared/records/choices.ts';
import { feedback } from '../../../shared/records/feedback.ts';
import { deviation } from '../../../shared/records/deviation.ts';
import type { Choices, Label } from '../../../shared/records/record-kind.ts';
import { intakeKinds } from '../drafts.ts';
import type { IntakeKind } from '../drafts.ts';
import type { Choice } from './card-elements.ts';

/** What a list says when nothing is chosen: Teams cannot empty a list once something was picked. */
export const notChosen = 'none';

const kindLabels: Readonly<Record<IntakeKind, Label>> = {
  deviation: deviation.label,
  ...feedback.fields.feedbackKind.choices,
};

export function kindLabel(kind: IntakeKind, language: Language): string {
  return kindLabels[kind][language];
}

export function kindChoices(language: Language): readonly Choice[] {
  return intakeKinds.map((kind) => ({ title: kindLabel(kind, language), value: kind }));
}

/** Category of a deviation, topic of a synpunkt. */
export function categoriesOf(kind: IntakeKind): Choices {
  return kind === 'deviation' ? deviationCategories : feedbackTopics;
}

export function categoryChoices(kind: IntakeKind, language: Language): readonly Choice[] {
  return Object.entries(categoriesOf(kind)).map(([value, label]) => ({ title: label[language], value }));
}

export function severityChoices(language: Language): readonly Choice[] {
  return Object.entries(severities).map(([value, label]) => ({ title: label[language], value }));
}

/** Open units that somebody works in, by name. The board as a whole is not a place where things happen. */
export function unitChoices(units: readonly UnitAnswer[]): readonly Choice[] {
  return units
    .filter(({ active, unitKind }) => active && unitKind !== 'board' && unitKind !== 'administration')
    .map(({ id, name }) => ({ title: name, value: id }))
    .sort((one, other) => one.title.localeCompare(other.title, 'sv'));
}
