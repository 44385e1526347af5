import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../../shared/api/contract.ts';
import { formatDate } from '../../components/format-date.ts';
import { RecordItem, RecordList } from '../../components/record-item.tsx';
import { useLanguage } from '../../host/host-context.ts';

/** More would push the reader's own cases and commitments off the screen. */
const shownAtFirst = 5;

const useStyles = makeStyles({
  step: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  overdue: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
});

/** What waits for the reader: the next step and its day before anything else. */
export function WaitingItems({ items }: { readonly items: readonly WaitingItem[] }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const [all, setAll] = useState(false);
  return (
    <>
      <RecordList>
        {(all ? items : items.slice(0, shownAtFirst)).map(({ record, step, dueAt, overdue }) => (
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
      {all || items.length <= shownAtFirst ? null : (
        <Button
          onClick={() => {
            setAll(true);
          }}
        >
          {t('myPart.showMore', { count: items.length - shownAtFirst })}
        </Button>
      )}
    </>
  );
}
