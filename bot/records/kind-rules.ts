import type { FieldProblem } from '../../shared/api/contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { commitmentGoalProblems, goalProblems } from '../../shared/rules/goal-levels.ts';
import { mayCreate } from '../../shared/rules/permissions.ts';
import type { Organisation } from './organisation.ts';
import type { Caller } from './records-service.ts';
import type { ShownRow } from './record-rows.ts';

/** What a record of one kind must hold together, beyond field by field. */
export interface KindCheck {
  readonly kind: KindName;
  readonly id: string;
  readonly unitId: string | undefined;
  /** As they would be after the write. */
  readonly fields: AnyFields;
  /** The fields that this write names. */
  readonly given: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, ShownRow>;
  readonly organisation: Organisation;
  readonly caller: Caller;
}

/** Kinds that belong to a unit, so that somebody answers for them. Suspected misconduct is taken without one. */
const unitKinds: ReadonlySet<KindName> = new Set(['deviation', 'feedback', 'commitment']);

export function needsUnit(kind: KindName, fields: AnyFields): boolean {
  return unitKinds.has(kind) || (kind === 'goal' && fields['level'] === 'unitGoal');
}

export function kindProblems(check: KindCheck): readonly FieldProblem[] {
  const { kind, fields, given, found, caller } = check;
  const referred = (name: string): AnyFields | undefined => {
    const id = fields[name];
    return typeof id === 'string' ? found.get(id)?.fields : undefined;
  };
  switch (kind) {
    case 'goal':
      return given.has('parent') || given.has('level')
        ? [...levelProblems(check), ...goalProblems(fields, referred('parent'), caller.language)]
        : [];
    case 'commitment':
      return given.has('goal') ? commitmentGoalProblems(referred('goal'), caller.language) : [];
    case 'organisationalUnit':
      return given.has('parent') ? ringProblems(check) : [];
    default:
      return [];
  }
}

/** Units write unit goals; the levels above belong to the board (R15, R26). */
function levelProblems({ fields, organisation, caller }: KindCheck): readonly FieldProblem[] {
  return fields['level'] === 'unitGoal' || mayCreate(caller.actor, 'goal', undefined, organisation.tree)
    ? []
    : [fieldProblem(caller.language, 'level', 'notYours', { text: 'levelNotYours' })];
}

function ringProblems({ id, fields, organisation, caller }: KindCheck): readonly FieldProblem[] {
  const parent = fields['parent'];
  return typeof parent === 'string' && organisation.tree.isWithin(parent, id)
    ? [fieldProblem(caller.language, 'parent', 'notAChoice', { text: 'ring' })]
    : [];
}
