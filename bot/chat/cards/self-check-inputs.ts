import { yesOrNo } from '../../../shared/records/self-check-choices.ts';
import { scaleSteps } from '../../../shared/rules/self-check-answers.ts';
import type { SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';
import type { CardElement } from '../bot-port.ts';
import type { Turn } from '../turn.ts';
import { paragraph } from './card-elements.ts';

/** The question with its input, as large as a thumb, and the place for a remark. */
export function answerInputs(
  { say, language }: Pick<Turn, 'say' | 'language'>,
  row: SelfCheckAnswer,
): readonly CardElement[] {
  const label = row.text ?? '';
  const requirement = row.requirement === undefined ? [] : [paragraph(row.requirement, 'subtle')];
  return [answerInput(), ...requirement, remarkInput()];

  function answerInput(): CardElement {
    switch (row.answerKind) {
      case 'yesNo':
        return {
          ...choiceSet(label),
          choices: Object.entries(yesOrNo).map(([value, text]) => ({ value, title: text[language] })),
          ...(row.yesNo !== undefined && { value: row.yesNo }),
        };
      case 'scale':
        return {
          ...choiceSet(label),
          choices: scaleSteps.map((step) => ({ value: String(step), title: say('selfCheck.step', { step }) })),
          ...(row.value !== undefined && { value: String(row.value) }),
        };
      case 'number':
        return { type: 'Input.Number', id: 'answer', label, ...(row.value !== undefined && { value: row.value }) };
      default:
        return {
          type: 'Input.Text',
          id: 'answer',
          label,
          isMultiline: true,
          maxLength: 4000,
          placeholder: say('card.textHelp'),
        };
    }
  }

  function remarkInput(): CardElement {
    return {
      type: 'Input.Text',
      id: 'remark',
      label: say('selfCheck.remark'),
      isMultiline: true,
      maxLength: 2000,
      placeholder: say('card.textHelp'),
    };
  }
}

function choiceSet(label: string): CardElement {
  return { type: 'Input.ChoiceSet', id: 'answer', label, style: 'expanded' };
}
