import { maskPersonnummer } from '../intake/personnummer.ts';

const mark = '[personnummer]';

/** Attributes and elements of a BPMN file that hold what people wrote; ours (`bpmn/read-details.ts`) among them. */
const written =
  /(?<attribute>\b(?:name|responsible)\s*=\s*(?<quote>["']))(?<value>.*?)(?=\k<quote>)|(?<tag><(?:[\w.-]+:)?(?:documentation|text|consulted|informed)\b[^>]*(?<!\/)>)(?<text>[^<]+)/gsu;

/**
 * Masks the personnummer in what people wrote in a BPMN file (L11). Ids, references and positions stand, since the drawing
 * hangs together by them.
 */
export function maskDrawing(bpmn: string): string {
  return bpmn.replaceAll(written, (...match: unknown[]) => {
    const { attribute = '', value = '', tag = '', text = '' } = match.at(-1) as Partial<Record<string, string>>;
    return attribute + maskPersonnummer(value, mark) + tag + maskPersonnummer(text, mark);
  });
}
