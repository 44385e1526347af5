import { makeStyles, tokens } from '@fluentui/react-components';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/** The frame around a canvas of bpmn-js, and what our own marks on it look like. */
export const useCanvasStyles = makeStyles({
  // Always white: shapes, and the mark of bpmn.io that its licence asks for, are drawn for light ground (`tab.md` 3).
  frame: {
    position: 'relative',
    height: '320px',
    overflow: 'hidden',
    touchAction: 'pan-y',
    backgroundColor: '#ffffff',
    colorScheme: 'light',
    forcedColorAdjust: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    '& .djs-container > svg:focus-visible': { outline: '3px solid #0f548c', outlineOffset: '-3px' },
    '& .kv-chosen > .djs-visual > :first-child': { stroke: '#0f548c !important', strokeWidth: '4px !important' },
    '& .kv-badge': {
      display: 'grid',
      rowGap: '1px',
      justifyItems: 'start',
      pointerEvents: 'none',
      fontFamily: 'Segoe UI, Helvetica, Arial, sans-serif',
      fontSize: '11px',
      lineHeight: '16px',
      whiteSpace: 'nowrap',
    },
    '& .kv-badge > div': {
      backgroundColor: '#8a1c14',
      color: '#ffffff',
      border: '1px solid #ffffff',
      borderRadius: '9px',
      padding: '0 7px',
    },
  },
});
