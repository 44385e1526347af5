import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../../shared/api/contract.ts';
import { formatDate } from '../../components/format-date.ts';
import { RecordItem, RecordList } from '../../components/record-item.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  step: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  overdue: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
});

/** What waits for the reader: the next step and its day before anything else. */
export function WaitingItems({ items }: { readonly items: readonly WaitingItem[] }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  return (
    <RecordList>
      {items.map(({ record, step, dueAt, overdue }) => (
        <RecordItem key={`${record.id}.${step.to}`} record={record}>
          <span className={styles.step}>{t('myPart.next', { step: step.label[language] })}</span>
          {dueAt === undefined ? null : (
            <span className={overdue ? styles.overdue : undefined}>
              {t(overdue ? 'myPart.overdue' : 'myPart.due', { day: formatDate(dueAt, language, 'shortDay') })}
            </span>
          )}
        </RecordItem>
      ))}
    </RecordList>
  );
}
