import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalChainAnswer, RecordAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { createUnitTree } from '../../../shared/rules/unit-tree.ts';
import { Notice } from '../../components/notice.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { boardGoals, buildGoalTree, chainTo, goalIdsIn, pruneGoalTree, textOf } from './goal-tree.ts';
import type { GoalNode } from './goal-tree.ts';
import { PlanFilterBar } from './plan-filter-bar.tsx';
import { isNarrowed, matchesPlanFilter } from './plan-filter.ts';
import type { PlanFilter } from './plan-filter.ts';
import { planRows, sortPlanRows, wordsOfRow } from './plan-rows.ts';
import { PlanTable } from './plan-table.tsx';
import { PlanTree } from './plan-tree.tsx';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  plan: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
});

interface PlanContentProps {
  readonly answer: GoalChainAnswer;
  readonly units: readonly UnitAnswer[];
  readonly homeUnit?: UnitAnswer | undefined;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly onCreate?: ((goal: RecordAnswer) => void) | undefined;
}

/** Open from the start: all down to the board's goals, and those board goals that my unit has commitments to. */
function openFromStart(answer: GoalChainAnswer, homeUnitId: string | undefined): ReadonlySet<string> {
  const above = answer.goals.filter((goal) => goal.fields['level'] !== 'boardGoal').map((goal) => goal.id);
  const mine = answer.commitments
    .filter((one) => homeUnitId !== undefined && one.unitId === homeUnitId)
    .flatMap((one) => chainTo(answer.goals, textOf(one.fields['goal'])).map((goal) => goal.id));
  return new Set([...above, ...mine, 'withoutGoal']);
}

function goalAndBelow(nodes: readonly GoalNode[], goalId: string): readonly string[] {
  return nodes.flatMap((node) => (node.goal.id === goalId ? goalIdsIn([node]) : goalAndBelow(node.goals, goalId)));
}

/** One year of the plan in the chosen view. */
export function PlanContent(props: PlanContentProps): ReactElement {
  const { answer, units, homeUnit, filter, onFilter, onCreate } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const tree = useMemo(() => buildGoalTree(answer), [answer]);
  const rows = useMemo(() => planRows(answer, units, language), [answer, units, language]);
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.record.id, row])), [rows]);
  const open = useMemo(() => openFromStart(answer, homeUnit?.id), [answer, homeUnit?.id]);

  if (answer.goals.length === 0 && answer.commitments.length === 0) {
    return <Notice tone="info">{t('empty', { year: answer.year })}</Notice>;
  }

  const unitId = filter.mine ? homeUnit?.id : filter.unitId;
  const context = {
    ...(unitId ? { unitScope: new Set(createUnitTree(units).within(unitId)) } : {}),
    ...(filter.goalId ? { goalScope: new Set(goalAndBelow(tree.roots, filter.goalId)) } : {}),
    wordsOf: (record: RecordAnswer): string => {
      const row = rowOf.get(record.id);
      return row ? wordsOfRow(row) : record.title;
    },
  };
  const narrowed = isNarrowed(filter);
  const keep = (record: RecordAnswer): boolean => matchesPlanFilter(record, filter, context);
  const shown = rows.filter((row) => keep(row.record));
  const pruned = narrowed ? pruneGoalTree(tree, keep) : tree;

  return (
    <div className={styles.content}>
      {boardGoals(answer.goals).length === 0 ? (
        <Notice tone="info">{t('noBoardGoals', { year: answer.year })}</Notice>
      ) : null}
      <PlanFilterBar
        filter={filter}
        goals={answer.goals}
        homeUnit={homeUnit}
        onChange={onFilter}
        shown={shown.length}
        total={rows.length}
      />
      {narrowed && shown.length === 0 ? (
        <Notice tone="info">{t('noneFound')}</Notice>
      ) : (
        <div className={styles.plan}>
          {filter.view === 'tree' ? (
            <PlanTree
              key={narrowed ? 'narrowed' : 'all'}
              onCreate={narrowed ? undefined : onCreate}
              openFromStart={narrowed ? new Set([...goalIdsIn(pruned.roots), 'withoutGoal']) : open}
              rows={rowOf}
              tellEmpty={!narrowed}
              tree={pruned}
            />
          ) : (
            <PlanTable
              onSort={(sort) => onFilter({ ...filter, sort })}
              rows={sortPlanRows(shown, filter.sort)}
              sort={filter.sort}
            />
          )}
        </div>
      )}
    </div>
  );
}
