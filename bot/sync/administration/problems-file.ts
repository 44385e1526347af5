import type { SyncAnswer } from '../../../shared/api/sync-contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { csvText } from '../../../shared/rules/csv.ts';
import { sync as english } from '../../../shared/text/en/sync.ts';
import { sync as swedish } from '../../../shared/text/sv/sync.ts';
import { columnName } from '../../graph/columns.ts';

interface Surroundings {
  readonly language: 'sv' | 'en';
  readonly unitName: (unitId: string) => string | undefined;
  /** The fields of a record, where the reader may see them in full. */
  readonly fieldsOf: (kind: KindName, id: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
}

type Problems = Pick<SyncAnswer, 'unsendable' | 'conflicts' | 'setAside'>;
type Columns = Readonly<Record<string, unknown>>;

/**
 * All that SharePoint lacks or that a person has to settle, as a table to keep. Of a restricted case neither reference nor
 * unit nor text, whoever asks: a file leaves the system. Rule S-P13.
 */
export async function problemsFile(problems: Problems, around: Surroundings): Promise<string> {
  const { language } = around;
  const texts = language === 'sv' ? swedish : english;
  const row = async (
    what: string,
    item: { readonly kind: KindName; readonly id?: string; readonly ref?: string; readonly unitId?: string },
    facts: { readonly reason: string; readonly at: string; readonly written?: Columns | undefined },
  ): Promise<readonly string[]> => {
    const definition = definitionOf(item.kind);
    const isRestricted = definition.list.site === 'restricted';
    const mayRead = item.id !== undefined && !isRestricted;
    const now = mayRead ? await around.fieldsOf(item.kind, item.id) : undefined;
    const content = now === undefined ? undefined : (facts.written ?? now);
    return [
      what,
      definition.label[language],
      isRestricted ? '' : (item.ref ?? ''),
      isRestricted || item.unitId === undefined ? '' : (around.unitName(item.unitId) ?? ''),
      facts.reason,
      facts.at,
      content === undefined ? '' : contentText(item.kind, content, language),
      item.id ?? '',
    ];
  };
  const { kinds, columns } = texts.file;
  const rows = [
    ...problems.unsendable.map((item) => row(kinds.unsendable, item, { reason: item.reason, at: item.modifiedAt })),
    ...problems.conflicts.map((item) =>
      row(kinds.conflict, item, { reason: item.group, at: item.foundAt, written: item.ours ?? {} }),
    ),
    ...problems.setAside.map(({ kind, record, reason, foundAt, content }) =>
      row(kinds.setAside, record ?? { kind }, { reason, at: foundAt, written: content ?? {} }),
    ),
  ];
  const { what, kind, ref, unit, reason, at, content, id } = columns;
  return csvText([[what, kind, ref, unit, reason, at, content, id], ...(await Promise.all(rows))]);
}

/** Fields by their names or by their columns; what is no field of the kind is left out, but for a status. */
function contentText(kind: KindName, content: Columns, language: 'sv' | 'en'): string {
  const { fields, states } = definitionOf(kind);
  // What a deleted record held lies one step down.
  const inner = content['fields'];
  const all = typeof inner === 'object' && inner !== null ? { ...content, ...inner } : content;
  const given = all['status'] ?? all['Status'];
  const status = typeof given === 'string' ? given : '';
  const lines = Object.entries(fields).flatMap(([name, field]) => {
    const text = valueText(field, all[name] ?? all[columnName(name)], language);
    return text === '' ? [] : [`${field.label[language]}: ${text}`];
  });
  const state = Object.hasOwn(states, status) ? [`Status: ${states[status]?.[language] ?? status}`] : [];
  return [...state, ...lines].join('\n');
}

function valueText(field: FieldDefinition, value: unknown, language: 'sv' | 'en'): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => valueText(field, one, language)).join(', ');
  if (typeof value === 'object') return 'name' in value ? String(value.name) : JSON.stringify(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const choices = field.type === 'choice' || field.type === 'choices' ? field.choices : {};
  return choices[text]?.[language] ?? text;
}
