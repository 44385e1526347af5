import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { Notice } from '../../components/notice.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { UnsavedNotice } from '../../components/unsaved-marker.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
});

/** Status, unit, who and when; and, where the reader sees only part of the case, which part and why. */
export function CaseFacts({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const unitName = useUnitName();
  const unit = record.unitId === undefined ? undefined : unitName(record.unitId);
  const reported = formatDate(
    record.createdAt,
    language,
    record.view === 'anonymised' ? 'month' : record.view === 'full' ? 'moment' : 'day',
  );
  return (
    <div className={styles.box}>
      <div className={styles.facts}>
        {record.status === '' ? null : <StatusBadge kind={record.kind} status={record.status} />}
        {unit === undefined ? null : <span>{unit}</span>}
        <span>
          {record.createdBy === undefined
            ? t('reported', { at: reported })
            : t(record.reportedByMe ? 'reportedByYou' : 'reportedBy', { at: reported, name: record.createdBy.name })}
        </span>
      </div>
      <UnsavedNotice record={record} />
      {record.view === 'full' ? null : <Notice tone="info">{t(`views.${record.view}Note`)}</Notice>}
    </div>
  );
}
