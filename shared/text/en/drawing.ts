import type { drawing as swedish } from '../sv/drawing.ts';

/** The drawing of a process. */
export const drawing: typeof swedish = {
  heading: 'Drawing',
  twin: 'The drawing shows what the list Activities says. Click an activity to go to its row.',
  label:
    'Drawing of {{name}}. The list Activities has the same content. The arrow keys move it, plus and minus zoom, zero shows all.',
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
};
