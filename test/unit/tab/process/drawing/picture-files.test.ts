import { expect, test } from '@jest/globals';
import { fileName, sizeOfSvg } from '../../../../../tab/pages/process/drawing/picture-files.ts';

test('a picture has the size that its SVG states, and a name that every system takes', () => {
  expect(sizeOfSvg('<?xml version="1.0"?><svg xmlns="x" width="812.5" height="300" viewBox="0 0 1 1">')).toEqual({
    width: 812.5,
    height: 300,
  });
  expect(sizeOfSvg('<svg>')).toEqual({ width: 1, height: 1 });
  expect(fileName('Läkemedel: dos/kväll?')).toBe('Läkemedel doskväll');
  expect(fileName('///')).toBe('process');
});
