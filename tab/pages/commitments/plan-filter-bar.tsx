import { Button, Checkbox, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { planStates } from '../../../shared/records/plan-states.ts';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { boardGoals, goalName } from './goal-tree.ts';
import { isNarrowed, planSortColumns, withoutNarrowing } from './plan-filter.ts';
import type { PlanFilter } from './plan-filter.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    // A select is as wide as its longest choice unless told otherwise.
    '& .fui-Select': { minWidth: 0 },
    '& .fui-Select__select': { minWidth: 0, width: '100%' },
  },
  select: { minWidth: 0 },
  below: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  onlyNarrow: { '@media (min-width: 900px)': { display: 'none' } },
});

interface PlanFilterBarProps {
  readonly filter: PlanFilter;
  readonly onChange: (filter: PlanFilter) => void;
  readonly goals: readonly RecordAnswer[];
  readonly homeUnit?: UnitAnswer | undefined;
  readonly shown: number;
  readonly total: number;
}

/** Puts a value into the filter, or takes the filter's part away when nothing is chosen. */
function choose(filter: PlanFilter, part: 'unitId' | 'status' | 'goalId', value: string): PlanFilter {
  const { [part]: _before, ...rest } = filter;
  return value ? { ...rest, [part]: value } : rest;
}

/** What to show of the plan. Every part has its label on screen, and the outcome is told in words. */
export function PlanFilterBar(props: PlanFilterBarProps): ReactElement {
  const { filter, onChange, goals, homeUnit, shown, total } = props;
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const chosenGoal = goals.find((goal) => goal.id === filter.goalId);
  const goalChoices = boardGoals(goals);
  return (
    <search aria-label={t('filter.label')}>
      <div className={styles.fields}>
        <Field label={t('filter.text')}>
          <Input
            contentBefore={<Search20Regular aria-hidden="true" />}
            onChange={(_event, { value }) => onChange({ ...filter, text: value })}
            type="search"
            value={filter.text}
          />
        </Field>
        <UnitSelect
          disabled={filter.mine}
          emptyText={t('filter.allUnits')}
          label={t('filter.unit')}
          onChange={(unitId) => onChange(choose(filter, 'unitId', unitId))}
          value={filter.mine ? (homeUnit?.id ?? '') : (filter.unitId ?? '')}
          withClosed
        />
        <Field label={t('filter.goal')}>
          <Select
            className={styles.select}
            onChange={(_event, { value }) => onChange(choose(filter, 'goalId', value))}
            value={filter.goalId ?? ''}
          >
            <option value="">{t('filter.allGoals')}</option>
            {chosenGoal && !goalChoices.includes(chosenGoal) ? (
              <option value={chosenGoal.id}>{goalName(chosenGoal)}</option>
            ) : null}
            {goalChoices.map((goal) => (
              <option key={goal.id} value={goal.id}>
                {goalName(goal)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('filter.status')}>
          <Select
            className={styles.select}
            onChange={(_event, { value }) => onChange(choose(filter, 'status', value))}
            value={filter.status ?? ''}
          >
            <option value="">{t('filter.allStatuses')}</option>
            {Object.entries(planStates).map(([status, label]) => (
              <option key={status} value={status}>
                {label[language]}
              </option>
            ))}
          </Select>
        </Field>
        {filter.view === 'table' ? (
          <Field className={styles.onlyNarrow} label={t('filter.sort')}>
            <Select
              className={styles.select}
              onChange={(_event, { value }) => {
                const column = planSortColumns.find((one) => one === value);
                if (column) onChange({ ...filter, sort: { column, descending: false } });
              }}
              value={filter.sort.column}
            >
              {planSortColumns.map((column) => (
                <option key={column} value={column}>
                  {t(`column.${column}`)}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
      <div className={styles.below}>
        {homeUnit ? (
          <Checkbox
            checked={filter.mine}
            label={t('filter.mine', { unit: homeUnit.name })}
            onChange={(_event, { checked }) => onChange({ ...filter, mine: checked === true })}
          />
        ) : null}
        <span aria-live="polite" role="status">
          {isNarrowed(filter) ? t('filter.shown', { count: shown, total }) : t('filter.all', { count: total })}
        </span>
        {isNarrowed(filter) ? (
          <Button appearance="subtle" onClick={() => onChange(withoutNarrowing(filter))}>
            {t('filter.clear')}
          </Button>
        ) : null}
      </div>
    </search>
  );
}
