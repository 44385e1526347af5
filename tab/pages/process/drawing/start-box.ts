import type { Bounds } from '../../../../shared/process/process-model.ts';

const margin = 20;
const heights = { least: 220, most: 620 } as const;
/** Below this scale the names of activities (12 px) are hard to read. */
const readable = 0.7;

/**
 * What to show first of a drawing in a frame of that width: all of it where that can be read, else its upper left
 * corner. `height` is how high the frame should be, and `covered` how much of its left edge tools lie over, in pixels of
 * the page.
 */
export function startBox(
  inner: Bounds,
  frameWidth: number,
  covered = 0,
): { readonly box: Bounds; readonly height: number } {
  const whole = inner.width + 2 * margin + covered;
  const scale = Math.min(1, Math.max(readable, frameWidth / whole));
  const height = Math.min(heights.most, Math.max(heights.least, Math.round((inner.height + 2 * margin) * scale)));
  return {
    box: {
      x: inner.x - margin - covered / scale,
      y: inner.y - margin,
      width: frameWidth / scale,
      height: height / scale,
    },
    height,
  };
}
