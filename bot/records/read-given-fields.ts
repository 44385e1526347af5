import type { FieldProblem } from '../../shared/api/contract.ts';
import type { AnyFieldValue, RecordKindDefinition } from '../../shared/records/record-kind.ts';
import { maskValue } from '../../shared/rules/mask-value.ts';
import { validateFields } from '../../shared/rules/validate-fields.ts';
import type { Caller } from './records-service.ts';
import type { MaskText, ServiceContext } from './service-context.ts';

export interface Masked {
  readonly personnummer: boolean;
  readonly names: boolean;
}

export const nothingMasked: Masked = { personnummer: false, names: false };

export interface GivenFields {
  readonly fields: Readonly<Record<string, AnyFieldValue | null>>;
  readonly problems: readonly FieldProblem[];
  readonly masked: Masked;
}

/** Masking takes time in proportion to the text; what is refused as too long anyway is not masked first. */
const longestMasked = 40_000;

/** Masks, then reads, the fields that a surface sent. What is stored is what was read here and nothing else. */
export function readGivenFields(
  context: ServiceContext,
  caller: Caller,
  definition: RecordKindDefinition,
  input: Readonly<Record<string, unknown>>,
): GivenFields {
  let masked = nothingMasked;
  const maskText = (text: string): string => {
    const result = maskOne(context.mask, text);
    masked = either(masked, result);
    return result.maskedText;
  };
  const safe = Object.entries(input).map(([name, value]) => {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    return [name, field === undefined ? value : maskValue(field, value, maskText)] as const;
  });
  const validated = validateFields(definition, Object.fromEntries(safe), {
    language: caller.language,
    now: context.now(),
    bySystem: caller.actor.system ?? false,
  });
  return { ...validated, masked };
}

/** One text that is not a field: a reason, a comment. */
export function maskOne(mask: MaskText, text: string): Masked & { readonly maskedText: string } {
  return text.length > longestMasked ? { ...nothingMasked, maskedText: text } : mask(text);
}

export function either(one: Masked, other: Masked): Masked {
  return { personnummer: one.personnummer || other.personnummer, names: one.names || other.names };
}
