/** Namespaces of BPMN 2.0 (OMG formal/2011-01-03), and ours for what BPMN has no place for. */
export const namespaces = {
  bpmn: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  kv: 'https://kvalitetsnavet.se/bpmn/1',
} as const;
