import type { GoalChainAnswer, RecordAnswer } from '../../../shared/api/contract.ts';

/** A goal with what contributes to it. Goals come before commitments; both in the plan's own order. */
export interface GoalNode {
  readonly goal: RecordAnswer;
  readonly level: string;
  readonly goals: readonly GoalNode[];
  readonly commitments: readonly RecordAnswer[];
  /** Commitments on this goal and on all below it. */
  readonly commitmentCount: number;
}

export interface GoalTree {
  readonly roots: readonly GoalNode[];
  /** Commitments whose goal is not in the answer: shown by themselves, so that nothing disappears (R112). */
  readonly withoutGoal: readonly RecordAnswer[];
}

const collator = new Intl.Collator('sv', { numeric: true });

function compareInPlan(one: RecordAnswer, other: RecordAnswer): number {
  const order = numberOr(one.fields['order'], Infinity) - numberOr(other.fields['order'], Infinity);
  if (order !== 0 && !Number.isNaN(order)) return order;
  return (
    collator.compare(textOf(one.fields['code']), textOf(other.fields['code'])) ||
    collator.compare(textOf(one.fields['text']) || one.title, textOf(other.fields['text']) || other.title)
  );
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** The text in a field, or an empty string where it holds none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Records by the id in one of their reference fields. */
export function groupByReference(
  records: readonly RecordAnswer[],
  field: string,
): ReadonlyMap<string, readonly RecordAnswer[]> {
  return Map.groupBy(records, (record) => textOf(record.fields[field]));
}

/**
 * The goal chain vision → KF's goals → board goals → commitments (R7, R13–R16, R36) as a tree. A goal whose parent is
 * not in the answer becomes a root, and a circle of parents is cut where it closes, so every goal is shown once.
 */
export function buildGoalTree(answer: Pick<GoalChainAnswer, 'goals' | 'commitments'>): GoalTree {
  const known = new Set(answer.goals.map((goal) => goal.id));
  const children = groupByReference(answer.goals, 'parent');
  const commitments = groupByReference(answer.commitments, 'goal');
  const placed = new Set<string>();

  function nodeOf(goal: RecordAnswer): GoalNode {
    placed.add(goal.id);
    const goals = [...(children.get(goal.id) ?? [])]
      .sort(compareInPlan)
      .flatMap((child) => (placed.has(child.id) ? [] : [nodeOf(child)]));
    const own = [...(commitments.get(goal.id) ?? [])].sort(compareInPlan);
    const below = goals.reduce((sum, node) => sum + node.commitmentCount, 0);
    return {
      goal,
      level: textOf(goal.fields['level']),
      goals,
      commitments: own,
      commitmentCount: own.length + below,
    };
  }

  const inOrder = [...answer.goals].sort(compareInPlan);
  const roots = inOrder.filter((goal) => !known.has(textOf(goal.fields['parent']))).map(nodeOf);
  const circles = inOrder.flatMap((goal) => (placed.has(goal.id) ? [] : [nodeOf(goal)]));
  return {
    roots: [...roots, ...circles],
    withoutGoal: answer.commitments.filter((one) => !known.has(textOf(one.fields['goal']))).sort(compareInPlan),
  };
}

/** The part of a tree that leads to the commitments which `keep` accepts. */
export function pruneGoalTree(tree: GoalTree, keep: (commitment: RecordAnswer) => boolean): GoalTree {
  function prune(node: GoalNode): GoalNode[] {
    const goals = node.goals.flatMap(prune);
    const commitments = node.commitments.filter(keep);
    const commitmentCount = commitments.length + goals.reduce((sum, one) => sum + one.commitmentCount, 0);
    return commitmentCount === 0 ? [] : [{ ...node, goals, commitments, commitmentCount }];
  }
  return { roots: tree.roots.flatMap(prune), withoutGoal: tree.withoutGoal.filter(keep) };
}

/** The red thread of one goal: from the vision down to the goal itself. Empty when the goal is not among `goals`. */
export function chainTo(goals: readonly RecordAnswer[], goalId: string): readonly RecordAnswer[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const chain: RecordAnswer[] = [];
  let goal = byId.get(goalId);
  while (goal && !chain.includes(goal)) {
    chain.unshift(goal);
    goal = byId.get(textOf(goal.fields['parent']));
  }
  return chain;
}

/** Ids of all goals in a tree, from the top. */
export function goalIdsIn(nodes: readonly GoalNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.goal.id, ...goalIdsIn(node.goals)]);
}

/** The goals that a commitment may be made to, in the plan's order: those of the board (R16). */
export function boardGoals(goals: readonly RecordAnswer[]): readonly RecordAnswer[] {
  return goals.filter((goal) => goal.fields['level'] === 'boardGoal').sort(compareInPlan);
}

/** `N2 Äldre har inflytande`; the vision, of which there is one, goes by its text alone. */
export function goalName(goal: RecordAnswer): string {
  const text = textOf(goal.fields['text']) || goal.title;
  const code = goal.fields['level'] === 'vision' ? '' : textOf(goal.fields['code']);
  return code ? `${code} ${text}` : text;
}
