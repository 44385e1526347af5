import type { View } from '../api/contract.ts';
import { permissionGroups } from './permission-data.ts';

export type GrantScope =
  'all' | 'sub' | 'own' | 'reported' | 'assigned' | 'appointed' | 'draftOwn' | 'closedOwn' | 'none';

/** An approval that is limited to one kind of step, and perhaps to records where a number is high enough. */
export interface GrantedAction {
  readonly action: string;
  readonly field?: string;
  readonly atLeast?: number;
}

/** One row of the permission data, taken apart. What is absent does not narrow. */
export interface Grant {
  readonly scope: GrantScope;
  readonly view: View;
  readonly kinds?: readonly string[];
  readonly actions?: readonly GrantedAction[];
}

const views: ReadonlySet<string> = new Set(['full', 'status', 'existence', 'anonymised', 'statistics']);
const kinds: ReadonlySet<string> = new Set(Object.values(permissionGroups).flat());

/**
 * Takes one row such as `own:anonymised`, `all:misconductCase` or `all:reopen,close severity>=3` apart. A qualifier is
 * a view, a kind, or an action.
 */
export function parseGrant(text: string): Grant {
  const [scope = 'none', list] = text.split(':', 2);
  const qualifiers = list?.split(',').map((part) => part.trim()) ?? [];
  const view = qualifiers.find((qualifier) => views.has(qualifier));
  const onlyKinds = qualifiers.filter((qualifier) => kinds.has(qualifier));
  const actions = qualifiers.filter((qualifier) => !views.has(qualifier) && !kinds.has(qualifier)).map(parseAction);
  return {
    scope: scope as GrantScope,
    view: (view ?? 'full') as View,
    ...(onlyKinds.length > 0 && { kinds: onlyKinds }),
    ...(actions.length > 0 && { actions }),
  };
}

function parseAction(text: string): GrantedAction {
  const parts = /^(\w+)(?:\s+(\w+)\s*>=\s*(\d+))?$/.exec(text);
  const [, action = text, field, atLeast] = parts ?? [];
  return field === undefined ? { action } : { action, field, atLeast: Number(atLeast) };
}
