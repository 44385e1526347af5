import { Button, Tree, TreeItem, TreeItemLayout, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { KeyboardEvent, ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { goal as goalKind } from '../../../shared/records/goal.ts';
import { useLanguage } from '../../host/host-context.ts';
import { ExpectedResultLine } from './expected-result-line.tsx';
import { goalIdsIn, goalName } from './goal-tree.ts';
import type { GoalNode, GoalTree } from './goal-tree.ts';
import type { PlanRow } from './plan-rows.ts';
import { PlanStatus } from './plan-status.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end' },
  layout: {
    minHeight: '40px',
    height: 'auto',
    paddingBlock: tokens.spacingVerticalXS,
    // Five levels of Fluent's 24 px leave nothing to read at 320 px.
    '@media (max-width: 640px)': { paddingInlineStart: 'calc(var(--fluent-TreeItem--level, 1) * 10px)' },
  },
  leaf: { '@media (max-width: 640px)': { paddingInlineStart: 'calc(var(--fluent-TreeItem--level, 1) * 10px + 14px)' } },
  words: { display: 'grid', gap: '2px', overflowWrap: 'anywhere', whiteSpace: 'normal' },
  main: { minWidth: 0 },
  level: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  goal: { fontWeight: tokens.fontWeightSemibold },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  none: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

type GoalLevel = keyof typeof goalKind.fields.level.choices;

function isGoalLevel(level: string): level is GoalLevel {
  return Object.hasOwn(goalKind.fields.level.choices, level);
}

interface PlanTreeProps {
  readonly tree: GoalTree;
  readonly rows: ReadonlyMap<string, PlanRow>;
  /** Goals that stand open before the person has touched the tree. */
  readonly openFromStart: ReadonlySet<string>;
  /** Shows that a board goal has no commitments; not when something is left out of the tree. */
  readonly tellEmpty: boolean;
  /** Absent for those who may not write commitments. */
  readonly onCreate?: ((goal: RecordAnswer) => void) | undefined;
}

/** The goal chain as a tree: arrows move and open, Enter opens a commitment, letters find (WAI-ARIA tree). */
export function PlanTree({ tree, rows, openFromStart, tellEmpty, onCreate }: PlanTreeProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const navigate = useNavigate();
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = (id: string): boolean => touched.get(id) ?? openFromStart.has(id);
  const all = [...goalIdsIn(tree.roots), 'withoutGoal'];
  const setAll = (open: boolean) => () => setTouched(new Map(all.map((id) => [id, open])));

  function commitmentItem(record: RecordAnswer): ReactElement {
    const row = rows.get(record.id);
    const open = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') void navigate(routeOfRecord('commitment', record.id));
    };
    return (
      <TreeItem itemType="leaf" key={record.id} onKeyDown={open} value={record.id}>
        <TreeItemLayout className={mergeClasses(styles.layout, styles.leaf)} main={{ className: styles.main }}>
          <div className={styles.words}>
            <Link className={styles.link} tabIndex={-1} to={routeOfRecord('commitment', record.id)}>
              {row?.text ?? record.title}
            </Link>
            {row?.results.map((result) => (
              <ExpectedResultLine key={result.id} result={result} />
            ))}
            <span className={styles.facts}>
              <span>{row?.unitName}</span>
              <PlanStatus status={record.status} />
            </span>
          </div>
        </TreeItemLayout>
      </TreeItem>
    );
  }

  function createItem(goal: RecordAnswer, create: (goal: RecordAnswer) => void): ReactElement {
    return (
      <TreeItem
        itemType="leaf"
        key={`${goal.id} new`}
        onClick={() => create(goal)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          create(goal);
        }}
        value={`${goal.id} new`}
      >
        <TreeItemLayout className={mergeClasses(styles.layout, styles.leaf)} iconBefore={<Add20Regular />}>
          {t('tree.create')}
        </TreeItemLayout>
      </TreeItem>
    );
  }

  function goalItem(node: GoalNode): ReactElement {
    const { goal, level } = node;
    const takesCommitments = level === 'boardGoal' || level === 'unitGoal';
    const isEmpty = takesCommitments && tellEmpty && node.commitments.length === 0;
    const levelLabel = isGoalLevel(level) ? goalKind.fields.level.choices[level][language] : '';
    const count = isEmpty ? t('tree.none') : t('tree.count', { count: node.commitmentCount });
    return (
      <TreeItem itemType="branch" key={goal.id} value={goal.id}>
        <TreeItemLayout className={styles.layout} main={{ className: styles.main }}>
          <div className={styles.words}>
            <span className={styles.goal}>{goalName(goal)}</span>
            <span className={styles.level}>{`${levelLabel} · ${count}`}</span>
          </div>
        </TreeItemLayout>
        <Tree>
          {node.goals.map(goalItem)}
          {node.commitments.map(commitmentItem)}
          {isEmpty ? (
            <TreeItem itemType="leaf" value={`${goal.id} none`}>
              <TreeItemLayout className={mergeClasses(styles.layout, styles.leaf)}>
                <span className={styles.none}>{t('tree.noneHelp')}</span>
              </TreeItemLayout>
            </TreeItem>
          ) : null}
          {takesCommitments && onCreate ? createItem(goal, onCreate) : null}
        </Tree>
      </TreeItem>
    );
  }

  return (
    <>
      <div className={styles.actions}>
        <Button appearance="subtle" onClick={setAll(true)} size="small">
          {t('tree.openAll')}
        </Button>
        <Button appearance="subtle" onClick={setAll(false)} size="small">
          {t('tree.closeAll')}
        </Button>
      </div>
      <Tree
        aria-label={t('tree.label')}
        onOpenChange={(_event, { value, open }) => setTouched(new Map(touched).set(String(value), open))}
        openItems={all.filter(isOpen)}
      >
        {tree.roots.map(goalItem)}
        {tree.withoutGoal.length > 0 ? (
          <TreeItem itemType="branch" value="withoutGoal">
            <TreeItemLayout className={styles.layout}>{t('tree.withoutGoal')}</TreeItemLayout>
            <Tree>{tree.withoutGoal.map(commitmentItem)}</Tree>
          </TreeItem>
        ) : null}
      </Tree>
    </>
  );
}
