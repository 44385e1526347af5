import { expect, test } from '@jest/globals';
import { startBox } from '../../../../../tab/pages/process/drawing/start-box.ts';

test('a drawing that fits is shown in its own size, in a frame as high as it is', () => {
  const { box, height } = startBox({ x: 100, y: 50, width: 700, height: 300 }, 1200);

  expect(height).toBe(340);
  expect(box).toEqual({ x: 80, y: 30, width: 1200, height: 340 });
});

test('a wider one is made smaller as long as it can be read', () => {
  const { box } = startBox({ x: 0, y: 0, width: 1460, height: 400 }, 1200);

  expect(box.width).toBeCloseTo(1500);
});

test.each([320, 1200])('a very wide one shows its beginning in a frame of %i px', (width) => {
  const { box, height } = startBox({ x: 10, y: 10, width: 9000, height: 2000 }, width);

  expect(width / box.width).toBeCloseTo(0.7);
  expect([box.x, box.y]).toEqual([-10, -10]);
  expect(height).toBe(620);
});

test('what tools lie over is kept free, and the frame is as high as they are', () => {
  const { box, height } = startBox({ x: 100, y: 50, width: 700, height: 200 }, 1200, { width: 76, height: 480 });

  expect(height).toBe(480);
  expect(box).toEqual({ x: 4, y: 30, width: 1200, height: 480 });
});
