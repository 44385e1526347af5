import type { DemoQuestion } from '../demo-types.ts';

/** One that a no fails. */
export function yesNo(question: string, requirement?: string): DemoQuestion {
  return {
    text: question,
    answerKind: 'yesNo',
    failsOn: 'no',
    required: true,
    ...(requirement !== undefined && { requirement }),
  };
}

export function number(
  question: string,
  bounds: { readonly minimum?: number; readonly maximum?: number },
  requirement?: string,
): DemoQuestion {
  return {
    text: question,
    answerKind: 'number',
    required: true,
    ...bounds,
    ...(requirement !== undefined && { requirement }),
  };
}

export function scale(question: string, bounds: { readonly minimum: number }): DemoQuestion {
  return { text: question, answerKind: 'scale', required: true, ...bounds };
}

export function text(question: string): DemoQuestion {
  return { text: question, answerKind: 'text' };
}
