/** The rows of permissions.json, read anew for the walk: by regular expression and table, not by the code under test. */
import { readFileSync } from 'node:fs';
import type { Role } from '../../../../shared/records/record-kind.ts';
import type { View } from '../../../../shared/api/contract.ts';

/** How one record stands to the actor, whose role is on the unit `home`. */
export interface Relation {
  readonly unit: 'home' | 'below' | 'elsewhere' | 'board';
  readonly status: string;
  readonly reported?: boolean;
  readonly assigned?: boolean;
  readonly appointed?: boolean;
  readonly implicated?: boolean;
  readonly severity?: number;
}

export interface Row {
  readonly view: View;
  holds(relation: Relation): boolean;
  allows(action: string | undefined, relation: Relation): boolean;
}

interface PermissionFile {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | string[]>>>>>>;
}

const file = JSON.parse(
  readFileSync(new URL('../../../fixtures/permissions.json', import.meta.url), 'utf8'),
) as PermissionFile;

export const viewRank: readonly View[] = ['statistics', 'existence', 'status', 'anonymised', 'full'];

export const roles: readonly (Role | 'nobody')[] = [
  'employee',
  'unitManager',
  'departmentHead',
  'qualityCoordinator',
  'boardOffice',
  'feedbackOfficer',
  'misconductInvestigator',
  'medicalOfficer',
  'examiner',
  'admin',
  'nobody',
];

const flags = [false, true] as const;

/** Every combination that any row distinguishes. */
export const relations: readonly Relation[] = (['home', 'below', 'elsewhere', 'board'] as const).flatMap((unit) =>
  ['draft', 'reported', 'closed'].flatMap((status) =>
    flags.flatMap((reported) =>
      flags.flatMap((assigned) =>
        flags.flatMap((appointed) =>
          flags.flatMap((implicated) =>
            [undefined, 2, 3].map((severity) => ({
              unit,
              status,
              reported,
              assigned,
              appointed,
              implicated,
              ...(severity !== undefined && { severity }),
            })),
          ),
        ),
      ),
    ),
  ),
);

const scopes: Readonly<Record<string, (relation: Relation) => boolean>> = {
  all: () => true,
  sub: ({ unit }) => unit === 'home' || unit === 'below',
  own: ({ unit }) => unit === 'home',
  reported: ({ reported }) => reported === true,
  assigned: ({ assigned }) => assigned === true,
  appointed: ({ appointed }) => appointed === true,
  draftOwn: ({ unit, status }) => unit === 'home' && status === 'draft',
  closedOwn: ({ unit, status }) => unit === 'home' && status === 'closed',
};

/** The rows that speak of a kind for a role; those of `*` speak for everybody. */
export function rowsOf(kind: string, role: string, operation: string): readonly Row[] {
  const group = Object.keys(file.groups).find((name) => file.groups[name]?.includes(kind)) ?? '';
  const rows = file.rules[group]?.[operation] ?? {};
  const kinds = Object.values(file.groups).flat();
  return [rows[role] ?? [], rows['*'] ?? []].flat(2).flatMap((text) => {
    const [scope = '', qualifiers = ''] = text.split(':');
    const listed = qualifiers === '' ? [] : qualifiers.split(',');
    const onlyKinds = listed.filter((one) => kinds.includes(one));
    if (onlyKinds.length > 0 && !onlyKinds.includes(kind)) return [];
    const view = listed.find((one) => viewRank.includes(one as View)) as View | undefined;
    const actions = listed.filter((one) => one !== view && !kinds.includes(one));
    const row: Row = {
      view: view ?? 'full',
      holds: (relation) =>
        (scopes[scope]?.(relation) ?? false) && (scope === 'reported' || relation.implicated !== true),
      allows: (action, { severity }) =>
        actions.length === 0 ||
        actions.some((one) =>
          one === 'close severity>=3' ? action === 'close' && (severity ?? 0) >= 3 : one === action,
        ),
    };
    return [row];
  });
}
