import type { drawing } from '../../../../shared/text/sv/drawing.ts';

type ToolTexts = (typeof drawing)['bpmn'];

/** The words of bpmn-js that its cut tools show, and ours for them. */
export const toolWords: Readonly<Record<string, keyof ToolTexts>> = {
  'Activate hand tool': 'hand',
  'Activate lasso tool': 'lasso',
  'Activate global connect tool': 'connectAny',
  'Create task': 'task',
  'Create gateway': 'decision',
  'Create data object reference': 'object',
  'Create start event': 'start',
  'Create end event': 'end',
  'Append task': 'appendTask',
  'Append gateway': 'appendDecision',
  'Connect to other element': 'connect',
  'Connect using association': 'connect',
  'Connect using data input association': 'connectObject',
  'Change element': 'change',
  Delete: 'remove',
  'Add lane above': 'roleAbove',
  'Add lane below': 'roleBelow',
  'Divide into two lanes': 'divide',
  Task: 'asTask',
  'Sub-process (collapsed)': 'asSubProcess',
  'Exclusive gateway': 'asDecision',
  'Parallel gateway': 'asParallel',
  'flow elements must be children of pools/participants': 'outside',
};

/** bpmn-js's own translate service; what has no word of ours stays as bpmn-js says it. */
export function translateTools(textOf: (word: keyof ToolTexts) => string): {
  readonly translate: readonly ['value', (text: string, values?: Readonly<Record<string, string>>) => string];
} {
  const translate = (text: string, values: Readonly<Record<string, string>> = {}): string => {
    const word = toolWords[text];
    const said = word === undefined ? text : textOf(word);
    return said.replaceAll(/\{([^}]+)\}/gu, (whole, name: string) => values[name] ?? whole);
  };
  return { translate: ['value', translate] };
}
