/** The services of bpmn-js that we use, as far as we use them. */
import type { Bounds, Point } from '../../../../shared/process/process-model.ts';

/** A shape or connection on the canvas; a label is one of its own and names what it belongs to. */
export interface DrawnShape extends Bounds {
  readonly id: string;
  readonly type: string;
  readonly labelTarget?: DrawnShape;
  readonly waypoints?: readonly Point[];
}

export interface Canvas {
  zoom(newScale?: number | 'fit-viewport', center?: Point | 'auto'): number;
  viewbox(): ViewBox;
  viewbox(box: Bounds): void;
  scroll(delta: { readonly dx: number; readonly dy: number }): void;
  scrollToElement(element: string, padding?: number): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  resized(): void;
}

export interface ViewBox extends Bounds {
  readonly scale: number;
  readonly inner: Bounds;
  readonly outer: { readonly width: number; readonly height: number };
}

export interface ElementRegistry {
  get(id: string): DrawnShape | undefined;
  filter(keep: (element: DrawnShape) => boolean): readonly DrawnShape[];
}

interface Overlays {
  add(
    element: string,
    type: string,
    overlay: {
      readonly position: { readonly top?: number; readonly left?: number; readonly bottom?: number };
      readonly html: HTMLElement;
    },
  ): string;
  remove(which: { readonly type: string }): void;
}

export interface ModelerServices extends Omit<ViewerServices, 'overlays'> {
  selection: {
    get(): readonly DrawnShape[];
    select(elements: DrawnShape | readonly DrawnShape[]): void;
  };
  directEditing: { activate(element: DrawnShape): void };
  keyboard: {
    addListener(priority: number, listener: (event: { readonly keyEvent: KeyboardEvent }) => false | undefined): void;
  };
}

export interface ViewerServices {
  canvas: Canvas;
  elementRegistry: ElementRegistry;
  overlays: Overlays;
}
