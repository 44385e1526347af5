/**
 * What `permissions.json` says, worked out a second time and in another way than `shared/rules` does it, so that the
 * walk compares two readings of the same text.
 */
import { readFileSync } from 'node:fs';

interface Permissions {
  readonly views: Readonly<Record<string, unknown>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>>
  >;
}

const permissions = JSON.parse(
  readFileSync(new URL('../../fixtures/permissions.json', import.meta.url), 'utf8'),
) as Permissions;

export type Operation = 'read' | 'create' | 'write' | 'approve';

export interface HeldRole {
  readonly role: string;
  readonly unit?: string;
}

export interface Situation {
  readonly kind: string;
  readonly operation: Operation;
  readonly actor: { readonly id: string; readonly held: HeldRole };
  readonly record: {
    readonly unit: string;
    readonly reporter: string;
    readonly status: string;
    readonly fields: Readonly<Record<string, unknown>>;
  };
  /** For a step: its name in the rules, and the roles that the definition lets take it. */
  readonly action?: string | undefined;
  readonly by?: readonly string[] | undefined;
}

const views = Object.keys(permissions.views);
const kinds = Object.values(permissions.groups).flat();
const viewOrder = ['full', 'anonymised', 'status', 'existence'];

/** The most generous view that a right gives, or nothing when no right holds. Rights to act give `full`. */
export function expectedView(situation: Situation, within: (unit: string, top: string) => boolean): string | undefined {
  const found = rowsFor(situation).flatMap((row) => {
    const [scope = '', qualifier = ''] = splitOnce(row);
    if (kinds.some((kind) => qualifier.split(',').includes(kind)) && !qualifier.split(',').includes(situation.kind))
      return [];
    if (!scopeFits(scope, situation, within)) return [];
    if (views.includes(qualifier)) return [qualifier];
    const isAction = qualifier !== '' && !kinds.includes(qualifier.split(',')[0] ?? '');
    return isAction && !actionFits(qualifier, situation) ? [] : ['full'];
  });
  return viewOrder.find((view) => found.includes(view));
}

function rowsFor({ kind, operation, actor, by }: Situation): readonly string[] {
  const group = Object.entries(permissions.groups).find(([, members]) => members.includes(kind))?.[0];
  const row = permissions.rules[group ?? '']?.[operation] ?? {};
  const roles = ['*', actor.held.role].filter((role) => by === undefined || by.includes(role));
  return roles.flatMap((role) => row[role] ?? []);
}

function scopeFits(
  scope: string,
  { actor, record }: Situation,
  within: (unit: string, top: string) => boolean,
): boolean {
  if (scope === 'reported') return record.reporter === actor.id;
  if (hasPerson(record.fields['implicatedPersons'], actor.id)) return false;
  const isOwn = actor.held.unit !== undefined && record.unit === actor.held.unit;
  switch (scope) {
    case 'all':
      return true;
    case 'sub':
      return actor.held.unit === undefined || within(record.unit, actor.held.unit);
    case 'own':
      return isOwn;
    case 'draftOwn':
      return isOwn && record.status === 'draft';
    case 'closedOwn':
      return isOwn && record.status === 'closed';
    case 'appointed':
      return hasPerson(record.fields['appointedPersons'], actor.id);
    default:
      return false;
  }
}

/** `reopen,close severity>=3,merge`: the step must be one of them, and its bound must hold. */
function actionFits(qualifier: string, { action, record }: Situation): boolean {
  return qualifier.split(',').some((one) => {
    const [name, bound] = one.split(' ');
    const least = /^severity>=(\d)$/u.exec(bound ?? '')?.[1];
    return name === action && (least === undefined || Number(record.fields['severity'] ?? 0) >= Number(least));
  });
}

function hasPerson(value: unknown, id: string): boolean {
  return Array.isArray(value) && value.some((person: { id?: unknown }) => person.id === id);
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf(':');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
