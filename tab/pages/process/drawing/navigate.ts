import type { DrawingNavigation } from './drawing.ts';
import type { Canvas } from './drawing-services.ts';
import { startBox } from './start-box.ts';

const zoomStep = 1.25;
const scales = { smallest: 0.1, largest: 4 } as const;

/** What an arrow moves into sight: to the right means that the drawing goes to the left. */
const arrows: Readonly<Record<string, { readonly dx: number; readonly dy: number }>> = {
  ArrowRight: { dx: -80, dy: 0 },
  ArrowLeft: { dx: 80, dy: 0 },
  ArrowDown: { dx: 0, dy: -80 },
  ArrowUp: { dx: 0, dy: 80 },
};

/** Zoom and movement over a canvas of bpmn-js, for buttons, wheel, keys and fingers. */
export function navigate(
  container: HTMLElement,
  canvas: Canvas,
  /** What lies over the left edge, in pixels. */
  tools = { width: 0, height: 0 },
): DrawingNavigation & { /** Takes the listeners away. */ stop(): void } {
  const zoomBy = (factor: number): void => {
    canvas.zoom(Math.min(scales.largest, Math.max(scales.smallest, canvas.zoom() * factor)), 'auto');
  };
  const fit = (): void => {
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    if (tools.width === 0) return;
    const { width } = canvas.viewbox().outer;
    zoomBy(Math.max(0.5, 1 - tools.width / width));
    canvas.scroll({ dx: tools.width / 2, dy: 0 });
  };

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? zoomStep : 1 / zoomStep);
  };
  const onKey = (event: KeyboardEvent): void => {
    // Where the drawing can be changed, arrows move what is marked in it.
    if (event.defaultPrevented || !(event.target instanceof SVGElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+') zoomBy(zoomStep);
    else if (event.key === '-') zoomBy(1 / zoomStep);
    else if (event.key === '0') fit();
    else {
      const way = arrows[event.key];
      if (way === undefined) return;
      canvas.scroll(way);
    }
    event.preventDefault();
  };
  // A finger along the drawing moves it; up and down scrolls the page.
  let lastX: number | undefined;
  const onPointerDown = (event: PointerEvent): void => {
    lastX = event.pointerType === 'touch' ? event.clientX : undefined;
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (lastX === undefined) return;
    canvas.scroll({ dx: event.clientX - lastX, dy: 0 });
    lastX = event.clientX;
  };
  const onPointerEnd = (): void => {
    lastX = undefined;
  };
  container.addEventListener('wheel', onWheel, { passive: false });
  container.addEventListener('keydown', onKey);
  container.addEventListener('pointerdown', onPointerDown);
  container.addEventListener('pointermove', onPointerMove);
  container.addEventListener('pointerup', onPointerEnd);
  container.addEventListener('pointercancel', onPointerEnd);

  return {
    fit,
    zoomBy,
    fromStart: () => {
      canvas.resized();
      const { inner, outer } = canvas.viewbox();
      const { box, height } = startBox(inner, outer.width, tools);
      container.style.height = `${String(height)}px`;
      canvas.resized();
      canvas.viewbox(box);
    },
    stop: () => {
      container.removeEventListener('wheel', onWheel);
      container.removeEventListener('keydown', onKey);
      container.removeEventListener('pointerdown', onPointerDown);
      container.removeEventListener('pointermove', onPointerMove);
      container.removeEventListener('pointerup', onPointerEnd);
      container.removeEventListener('pointercancel', onPointerEnd);
    },
  };
}
