import { expect, test } from '@jest/globals';
import { maskDrawing } from '../../../../shared/process/mask-drawing.ts';

const number = '850312-1234';

test.each([
  [`<task id="a" name="Ring ${number} först"/>`, '<task id="a" name="Ring [personnummer] först"/>'],
  [`<task name='Om ${number}' id='b'/>`, `<task name='Om [personnummer]' id='b'/>`],
  [
    `<bpmn:documentation>Rad ett\n${number}</bpmn:documentation>`,
    '<bpmn:documentation>Rad ett\n[personnummer]</bpmn:documentation>',
  ],
  [`<text>${number}</text>`, '<text>[personnummer]</text>'],
  [`<kv:activity responsible="${number}"/>`, '<kv:activity responsible="[personnummer]"/>'],
  [`<kv:consulted>${number}</kv:consulted>`, '<kv:consulted>[personnummer]</kv:consulted>'],
])('what people wrote is masked: %s', (file, masked) => {
  expect(maskDrawing(file)).toBe(masked);
});

test.each([
  `<bpmn:incoming>${number}</bpmn:incoming>`,
  `<task id="${number}" name="Utreda"/>`,
  `<kv:document>${number}-4abc</kv:document>`,
  `<dc:Bounds x="8503121234" y="1"/>`,
  `<documentation/><a>${number}</a>`,
])('ids, references and positions stand: %s', (file) => {
  expect(maskDrawing(file)).toBe(file);
});
