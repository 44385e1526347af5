import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudSync20Regular } from '@fluentui/react-icons/svg/cloud-sync';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { Notice } from './notice.tsx';

/** Only delay is worth a warning (`design.md` 3). */
const warnAfterMs = 15 * 60_000;

const useStyles = makeStyles({
  marker: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface UnsavedProps {
  readonly record: Pick<RecordAnswer, 'inSharePoint' | 'modifiedAt' | 'createdAt'>;
  /** Now, in ms; passed in by tests. */
  readonly now?: number;
}

/** For lists: says that SharePoint does not have the record's newest revision yet. */
export function UnsavedMarker({ record }: Pick<UnsavedProps, 'record'>): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  if (record.inSharePoint) return null;
  return (
    <span className={styles.marker}>
      <CloudSync20Regular aria-hidden="true" />
      {t('notInSharePoint')}
    </span>
  );
}

/** For the record's own page: the same, and after 15 minutes that this takes too long and whom to tell. */
export function UnsavedNotice({ record, now = Date.now() }: UnsavedProps): ReactElement | null {
  const { t } = useTranslation('tab');
  if (record.inSharePoint) return null;
  const since = new Date(record.modifiedAt ?? record.createdAt).getTime();
  if (now - since <= warnAfterMs) return <UnsavedMarker record={record} />;
  return <Notice tone="warning">{t('notInSharePointLong')}</Notice>;
}
