import { Button, Field, Select, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { useGoalChain, useMe, useUnits } from '../../api/read-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { boardGoals } from './goal-tree.ts';
import { NewCommitmentDialog } from './new-commitment-dialog.tsx';
import { PlanContent } from './plan-content.tsx';
import { homeUnitOf, unitsToPlanFor } from './unit-scope.ts';
import { useModal } from '../../components/use-modal.ts';
import { thisYear, usePlanFilter } from './use-plan-filter.ts';

const useStyles = makeStyles({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalM,
  },
  year: { width: '140px' },
});

function yearsAround(year: number, chosen: number): readonly number[] {
  return [...new Set([year - 1, year, year + 1, chosen])].sort((one, other) => one - other);
}

function CommitmentsOf({ me, units }: { readonly me: MeAnswer; readonly units: readonly UnitAnswer[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const [filter, setFilter] = usePlanFilter();
  const chain = useGoalChain(filter.year);
  /** Opened for the goal to write under, or for none when the person chooses it in the dialog. */
  const creating = useModal<string | undefined>();
  const planUnits = unitsToPlanFor(me, units);
  const homeUnit = units.find((unit) => unit.id === homeUnitOf(me));
  const ownFirst = [...planUnits].sort((one, other) => Number(other === homeUnit) - Number(one === homeUnit));
  // Another year's plan would be taken for the chosen one while it is on its way.
  const current = chain.data?.year === filter.year ? chain : { ...chain, data: undefined };
  const mayCreate = planUnits.length > 0 && boardGoals(current.data?.goals ?? []).length > 0;

  return (
    <>
      <PageTitle title={t('title')}>
        {mayCreate ? (
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => creating.show(undefined)}>
            {t('create.open')}
          </Button>
        ) : null}
      </PageTitle>
      <div className={styles.choices}>
        <Field className={styles.year} label={t('filter.year')}>
          <Select
            onChange={(_event, { value }) => setFilter({ ...filter, year: Number(value) })}
            value={String(filter.year)}
          >
            {yearsAround(thisYear(), filter.year).map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
        <TabList
          aria-label={t('view.label')}
          onTabSelect={(_event, { value }) => setFilter({ ...filter, view: value === 'table' ? 'table' : 'tree' })}
          selectedValue={filter.view}
        >
          <Tab aria-controls="plan" value="tree">
            {t('view.tree')}
          </Tab>
          <Tab aria-controls="plan" value="table">
            {t('view.table')}
          </Tab>
        </TabList>
      </div>
      <div id="plan">
        <Loaded query={current} skeletonLines={8}>
          {(answer) => (
            <PlanContent
              answer={answer}
              filter={filter}
              homeUnit={homeUnit}
              key={answer.year}
              onCreate={mayCreate ? (goal) => creating.show(goal.id) : undefined}
              onFilter={setFilter}
              units={units}
            />
          )}
        </Loaded>
      </div>
      {creating.shown && current.data ? (
        <NewCommitmentDialog
          goalId={creating.shown.value}
          goals={current.data.goals}
          isOpen={creating.isOpen}
          key={creating.shown.turn}
          onClose={creating.close}
          units={ownFirst}
          year={filter.year}
        />
      ) : null}
    </>
  );
}

/** The plan: the goal chain from the vision down to the units' commitments, as a tree and as a table. */
export function Page(): ReactElement {
  const me = useMe();
  const units = useUnits();
  return (
    <Loaded query={me}>
      {(person) =>
        person.mayRead.includes('commitment') ? (
          <Loaded query={units}>{(organisation) => <CommitmentsOf me={person} units={organisation} />}</Loaded>
        ) : (
          <FailureNotice failure={new AppError('notAllowed')} />
        )
      }
    </Loaded>
  );
}
