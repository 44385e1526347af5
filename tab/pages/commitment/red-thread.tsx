import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routes } from '../../../shared/api/links.ts';
import { goal as goalKind } from '../../../shared/records/goal.ts';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { chainTo, goalName, textOf } from '../commitments/goal-tree.ts';
import { formatPlanFilter } from '../commitments/plan-filter.ts';
import { thisYear } from '../commitments/use-plan-filter.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    paddingInlineStart: tokens.spacingHorizontalM,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  level: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: 'block' },
});

interface RedThreadProps {
  readonly goals: readonly RecordAnswer[];
  readonly goalId: string;
  readonly year: number;
}

/** The red thread (R7, R36): from the vision to the goal that the commitment answers, each a link to its part of the plan. */
export function RedThread({ goals, goalId, year }: RedThreadProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const chain = chainTo(goals, goalId);
  const levels: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = goalKind.fields.level.choices;
  if (chain.length === 0) return <p>{t('editor.noChain')}</p>;
  return (
    <nav aria-label={t('editor.thread')}>
      <ol className={styles.list}>
        {chain.map((goal) => {
          const filter = { year, view: 'tree', text: '', mine: false, goalId: goal.id } as const;
          const search = formatPlanFilter({ ...filter, sort: { column: 'goal', descending: false } }, thisYear());
          return (
            <li key={goal.id}>
              <span className={styles.level}>{levels[textOf(goal.fields['level'])]?.[language]}</span>
              <TextLink to={`${routes.commitments}?${search.toString()}`}>{goalName(goal)}</TextLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
