import type { Bounds } from '../../../../shared/process/process-model.ts';

const margin = 20;
const heights = { least: 220, most: 620 } as const;
/** Below this scale the names of activities (12 px) are hard to read. */
const readable = 0.7;

/**
 * What to show first of a drawing in a frame of that width: all of it where that can be read, else its upper left
 * corner. `height` is how high the frame should be; `tools` lie over its left edge. All in pixels of the page.
 */
export function startBox(
  inner: Bounds,
  frameWidth: number,
  tools: { readonly width: number; readonly height: number } = { width: 0, height: 0 },
): { readonly box: Bounds; readonly height: number } {
  const whole = inner.width + 2 * margin + tools.width;
  const scale = Math.min(1, Math.max(readable, frameWidth / whole));
  const needed = Math.round((inner.height + 2 * margin) * scale);
  const height = Math.min(heights.most, Math.max(heights.least, tools.height, needed));
  return {
    box: {
      x: inner.x - margin - tools.width / scale,
      y: inner.y - margin,
      width: frameWidth / scale,
      height: height / scale,
    },
    height,
  };
}
