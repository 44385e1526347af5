import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { AppError } from '../../../../shared/errors.ts';
import type { Drawing, DrawingOptions } from './drawing.ts';
import type { DrawnShape, ViewerServices } from './drawing-services.ts';
import { navigate } from './navigate.ts';
import { chosenMarker, drawingFont, labelCanvas } from './style-canvas.ts';

const badgeType = 'kv-badge';

/**
 * A process to look at, drawn by bpmn-js. The wheel scrolls the page as it does elsewhere and zooms with Ctrl; with the
 * drawing in focus the arrows move it, + and − zoom, 0 shows all.
 */
export function createViewer(container: HTMLElement, { label, onOpen }: DrawingOptions): Drawing {
  const viewer = new NavigatedViewer<ViewerServices>({
    container,
    textRenderer: drawingFont,
    zoomScroll: { enabled: false },
  });
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  let chosen: string | undefined;
  labelCanvas(container, label);
  const navigation = navigate(container, canvas);
  viewer.on<{ readonly element: DrawnShape }>('element.click', ({ element }) =>
    onOpen(element.labelTarget?.id ?? element.id),
  );

  return {
    ...navigation,
    show: async (bpmn) => {
      chosen = undefined;
      try {
        await viewer.importXML(bpmn);
      } catch (cause) {
        throw new AppError('notBpmn', {}, { cause });
      }
    },
    choose: (elementId) => {
      const registry = viewer.get('elementRegistry');
      if (chosen !== undefined && registry.get(chosen) !== undefined) canvas.removeMarker(chosen, chosenMarker);
      chosen = elementId;
      if (elementId === undefined || registry.get(elementId) === undefined) return;
      canvas.addMarker(elementId, chosenMarker);
      canvas.scrollToElement(elementId, 40);
    },
    setBadges: (badges) => {
      overlays.remove({ type: badgeType });
      const registry = viewer.get('elementRegistry');
      for (const badge of badges) {
        if (registry.get(badge.elementId) === undefined) continue;
        overlays.add(badge.elementId, badgeType, { position: { top: -10, left: 6 }, html: badgeElement(badge.lines) });
      }
    },
    svg: async () => (await viewer.saveSVG()).svg,
    destroy: () => {
      navigation.stop();
      viewer.destroy();
    },
  };
}

function badgeElement(lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'kv-badge';
  for (const line of lines) {
    const one = document.createElement('div');
    one.textContent = line;
    box.append(one);
  }
  return box;
}
