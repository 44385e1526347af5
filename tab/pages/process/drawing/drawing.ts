import type { Badge } from './badges.ts';

export interface DrawingOptions {
  /** What the drawing is, and where the same stands in words. */
  readonly label: string;
  /** Somebody clicked on an element, by its id in the file. */
  readonly onOpen: (elementId: string) => void;
}

/** What can be done with the part of a drawing that is on show. */
export interface DrawingNavigation {
  /** All of the drawing. */
  fit(): void;
  /** From its beginning, as large as can be read; the frame becomes as high as it needs. */
  fromStart(): void;
  zoomBy(factor: number): void;
}

/** A drawing on the page, whatever draws it. */
export interface Drawing extends DrawingNavigation {
  /** @throws AppError notBpmn when the file cannot be drawn */
  show(bpmn: string): Promise<void>;
  choose(elementId: string | undefined): void;
  setBadges(badges: readonly Badge[]): void;
  svg(): Promise<string>;
  destroy(): void;
}
