import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../api/read-hooks.ts';
import { useMySelfChecks, useSelfCheckYear } from '../../api/self-check-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import { CheckList } from './check-list.tsx';
import { groupChecks, yearsAround } from './check-lines.ts';
import type { CheckGroups, CheckLine } from './check-lines.ts';
import { todayInStockholm } from './today.ts';
import { UnitFilter, useChosenUnit } from './unit-filter.tsx';

const useStyles = makeStyles({
  sections: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

const atFirst = 8;

/** What there is to do, for me first and then for the units that I see: late, open, coming, done. */
export function TodoView(): ReactElement {
  const today = todayInStockholm();
  const [before, after] = yearsAround(today);
  const mine = useMySelfChecks();
  const submitted = useRecords('selfCheckOccurrence', { status: 'submitted', sort: 'createdAt', limit: 200 });
  const one = useSelfCheckYear(before);
  const other = useSelfCheckYear(after);
  return (
    <Loaded query={mine} skeletonLines={6}>
      {(own) => (
        <Loaded query={submitted} skeletonLines={6}>
          {({ rows }) => (
            <Loaded query={one} skeletonLines={6}>
              {(first) => (
                <Loaded query={other} skeletonLines={6}>
                  {(second) => {
                    const items = before === after ? first.items : [...first.items, ...second.items];
                    return <Groups groups={groupChecks(items, own, rows, today)} today={today} />;
                  }}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Groups({ groups, today }: { readonly groups: CheckGroups; readonly today: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const lines = Object.values(groups).flat();
  const chosen = useChosenUnit(lines);
  const ofUnit = (some: readonly CheckLine[]) =>
    chosen === undefined ? some : some.filter(({ unitId }) => unitId === chosen);
  return (
    <div className={styles.sections} data-ready="">
      <UnitFilter items={lines} />
      <Section heading={t('todo.waiting')}>
        <CheckList empty={t('todo.nothingWaits')} lines={ofUnit(groups.waiting)} today={today} />
      </Section>
      <Section heading={t('todo.others')}>
        <CheckList atFirst={atFirst} empty={t('todo.noOthers')} lines={ofUnit(groups.others)} today={today} />
      </Section>
      <Section heading={t('todo.coming')}>
        <CheckList atFirst={atFirst} empty={t('todo.noComing')} lines={ofUnit(groups.coming)} today={today} />
      </Section>
      <Section heading={t('todo.done')}>
        <CheckList atFirst={atFirst} empty={t('todo.noDone')} lines={ofUnit(groups.done)} today={today} />
      </Section>
    </div>
  );
}
