/** The two sides of a conflict in words: ids become the names that people know. */
import type { MergeConflict } from '../../../../shared/process/merge-models.ts';
import { stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';

const nameIn = (
  models: readonly ProcessModel[],
  find: (model: ProcessModel) => string | undefined,
): string | undefined => models.map(find).find((name) => name !== undefined && name !== '');

export interface ConflictWords {
  readonly removed: string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
  /** Names of documents and processes, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** `removed` is said where a side took the whole thing away, `nothing` where it left the part empty. */
export function conflictWords(
  { part, element }: Pick<MergeConflict, 'part' | 'element'>,
  value: unknown,
  models: readonly ProcessModel[],
  words: ConflictWords,
): string {
  if (part === 'all') {
    if (value === undefined) return words.removed;
    const { name, label } = value as { readonly name?: string; readonly label?: string };
    return (element === 'flow' ? label : name) ?? words.nothing;
  }
  if (value === true || value === false) return value ? words.yes : words.no;
  const ids = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [];
  if (ids.length === 0) return words.nothing;
  return ids.map((id) => words.titles.get(id) ?? readable(part, id, models)).join('; ');
}

function readable(part: string, id: string, models: readonly ProcessModel[]): string {
  switch (part) {
    case 'roleId':
      return nameIn(models, ({ roles }) => roles.find((role) => role.id === id)?.name) ?? id;
    case 'takes':
    case 'gives':
      return nameIn(models, ({ objects }) => objects.find((object) => object.id === id)?.name) ?? id;
    case 'from':
    case 'to':
      return nameIn(models, (model) => stepOf(model, id)?.name) ?? id;
    default:
      return id;
  }
}
