import { expect, test } from '@jest/globals';
import { readBpmn } from '../../../../../shared/process/bpmn/bpmn-file.ts';
import { decodeBpmnFile, largestBpmnFile } from '../../../../../shared/process/bpmn/read-bytes.ts';

const file = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <process id="p"><task id="t" name="Åtgärda övriga ärenden"/></process>
</definitions>`;

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(file('UTF-8'))],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${file('UTF-8')}`)],
  ['UTF-8 that names no encoding', Buffer.from(file('UTF-8').replace(/ encoding="[^"]*"/, ''))],
  ['UTF-16 little-endian with a mark', utf16(`\uFEFF${file('UTF-16')}`)],
  ['UTF-16 big-endian with a mark', utf16(`\uFEFF${file('UTF-16')}`).swap16()],
  ['UTF-16 little-endian without a mark', utf16(file('UTF-16'))],
  ['UTF-16 big-endian without a mark', utf16(file('UTF-16')).swap16()],
  ['ISO-8859-1', latin(file('ISO-8859-1'))],
  ['windows-1252', latin(file('windows-1252'))],
  ['windows-1252 that calls itself UTF-8', latin(file('UTF-8'))],
  ['UTF-8 that calls itself UTF-16', Buffer.from(file('UTF-16'))],
])('%s is read with its letters whole', (_, bytes) => {
  const decoded = decodeBpmnFile(bytes);
  const read = readBpmn(decoded.kind === 'text' ? decoded.text : '');

  expect(read.kind === 'read' && read.model.steps.map(({ name }) => name)).toEqual(['Åtgärda övriga ärenden']);
});

test.each<[string, Uint8Array, string]>([
  ['an encoding that we do not know', latin(file('EBCDIC-CP-SE')), 'unknownEncoding'],
  ['half a letter of UTF-16', utf16(`\uFEFF${file('UTF-16')}`).subarray(0, -1), 'unknownEncoding'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'notBpmn'],
  ['nothing', new Uint8Array(), 'notBpmn'],
  ['a byte more than 20 MB', new Uint8Array(largestBpmnFile + 1), 'fileTooLarge'],
])('%s is refused with why', (_, bytes, why) => {
  expect(decodeBpmnFile(bytes)).toEqual({ kind: 'refused', why });
});
