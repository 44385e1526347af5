import type { drawing as swedish } from '../sv/drawing.ts';

/** The drawing of a process. */
export const drawing: typeof swedish = {
  heading: 'Drawing',
  twin: 'The drawing shows what the list Activities says. Click an activity to go to its row.',
  label:
    'Drawing of {{name}}. The list Activities has the same content. The arrow keys move it, plus and minus zoom, zero shows all.',
  editTwin:
    'What you change in the drawing changes in the list too, and the other way round. All that can be done here can be done in the list by keyboard.',
  editLabel: 'Drawing of {{name}}, to be changed with a pointer. All of it can be done in the list Activities.',
  tidy: 'Tidy the drawing',
  tools: 'Tools of the drawing',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Show all',
  png: 'Save PNG',
  svg: 'Save SVG',
  badge: {
    deviations_one: '{{count}} deviation',
    deviations_other: '{{count}} deviations',
    checks_one: '{{count}} late check',
    checks_other: '{{count}} late checks',
  },
  failed: {
    drawing: 'The drawing could not be shown. The list Activities has its content.',
    picture: 'The picture could not be made. Try again, or save in the other format.',
  },
  bpmn: {
    hand: 'Move the drawing',
    lasso: 'Select several',
    connectAny: 'Draw an arrow',
    task: 'New activity',
    decision: 'New decision',
    object: 'New object',
    start: 'New start',
    end: 'New end',
    appendTask: 'Add an activity after',
    appendDecision: 'Add a decision after',
    connect: 'Connect to',
    connectObject: 'Connect as object in',
    change: 'Change to',
    remove: 'Remove',
    roleAbove: 'New role above',
    roleBelow: 'New role below',
    divide: 'Divide the role in two',
    asTask: 'Activity',
    asSubProcess: 'Sub-process',
    asDecision: 'Decision',
    asParallel: 'In parallel',
    outside: 'Put it in a role, inside the frame.',
  },
};
