import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAnswer, ProcessAnswer } from '../../../shared/api/process-contract.ts';
import { Notice } from '../../components/notice.tsx';
import { PlainTable } from '../../components/plain-table.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
});

const columns = ['order', 'activity', 'objectIn', 'objectOut', 'performs', 'responsible', 'facts'] as const;
const plain = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where in the page an activity stands, by its record. */
export function activityRowId(activityId: string): string {
  return `aktivitet-${activityId}`;
}

/** The chain of activities as a list: what each takes, gives and who does it (R61, R69), and where the chain breaks. */
export function ProcessChain({ answer }: { readonly answer: ProcessAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const { activities, gaps } = answer;
  const broken = gaps.filter(({ kind }) => kind === 'noCommonObject').length;
  if (activities.length === 0) return <p className={styles.text}>{t('chain.none')}</p>;

  const factsOf = ({ record, openDeviations = 0, overdueSelfChecks = 0 }: ActivityAnswer): string =>
    [
      record.fields['routine'] === undefined && record.fields['routineNotNeeded'] !== true
        ? t('chain.noRoutine')
        : undefined,
      openDeviations > 0 ? t('deviations', { count: openDeviations }) : undefined,
      overdueSelfChecks > 0 ? t('checks', { count: overdueSelfChecks }) : undefined,
    ]
      .filter(Boolean)
      .join(' · ');

  return (
    <div className={styles.box}>
      {broken > 0 ? <Notice tone="warning">{t('chain.gaps', { count: broken })}</Notice> : null}
      <PlainTable
        caption={t('chain.heading')}
        columns={columns.map((column) => t(`chain.${column}`))}
        rows={activities.map((activity, index) => {
          const { id, title, fields } = activity.record;
          return {
            key: id,
            id: activityRowId(id),
            cells: [
              String(index + 1),
              title,
              plain(fields['objectIn']),
              plain(fields['objectOut']),
              plain(fields['performs']),
              plain(fields['responsible']),
              factsOf(activity),
            ],
          };
        })}
      />
    </div>
  );
}
