import { expect, test } from '@jest/globals';
import { readStamp, stampVersion, withoutStamp } from '../../../../bot/processes/version-stamp.ts';
import { readBpmn, writeBpmn } from '../../../../shared/process/bpmn/bpmn-file.ts';
import { sampleProcess } from '../../shared/process/sample-process.ts';

const written = writeBpmn(undefined, sampleProcess);
const bpmn = written.kind === 'written' ? written.text : '';
const stamp = {
  version: 7,
  what: 'saved',
  savedBy: { id: 'anna', name: 'Anna-Karin --> <b>Öst</b> --' },
  savedAt: '2026-11-26T03:00:00.000Z',
} as const;

test('a stamp is read back, whatever the name of who saved', () => {
  expect(readStamp(stampVersion(bpmn, stamp))).toEqual(stamp);
});

test('a stamped file is the same process, and without its stamp the same text', () => {
  const stamped = stampVersion(bpmn, stamp);

  expect(readBpmn(stamped)).toEqual(readBpmn(bpmn));
  expect(withoutStamp(stamped)).toBe(bpmn);
});

test('a new stamp takes the place of the old', () => {
  const twice = stampVersion(stampVersion(bpmn, stamp), { ...stamp, version: 8 });

  expect(readStamp(twice)?.version).toBe(8);
  expect(withoutStamp(twice)).toBe(bpmn);
});

test.each([
  ['no stamp', bpmn],
  ['a broken one', bpmn.replace('?>', '?>\n<!-- kvalitetsnavet:version {"version":} -->')],
  ['one that lacks who', bpmn.replace('?>', '?>\n<!-- kvalitetsnavet:version {"version":1} -->')],
])('a file with %s is not ours', (_, text) => {
  expect(readStamp(text)).toBeUndefined();
});
